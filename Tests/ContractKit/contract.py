#!/usr/bin/env python3
"""Holds the built program against its OpenAPI document, and runs the examples against it.

    python3 Tests/ContractKit/contract.py PROGRAM [--only NAME] [--verbose]

Needs the packages of requirements.txt and, for the browser, chromium. Starts the program itself, on a free port of
loopback with the sample in a database of its own. Each run sends the same requests. The exit code is 1 when a promise
was broken.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "KitSupport"))

import document
import examples
import judge
from run import parser_for, run

SCENARIOS = {
    "document": document.run,
    "coverage": judge.coverage,
    "fuzzing": judge.fuzzing,
    "stateful": judge.stateful,
    "python-example": examples.python,
    "browser-example": examples.browser,
}


if __name__ == "__main__":
    sys.exit(run(SCENARIOS, parser_for(SCENARIOS, __doc__).parse_args()))
