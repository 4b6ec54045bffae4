#!/usr/bin/env python3
"""Lets things go wrong around the database of the built program and says which promises it kept.

    python3 Tests/FaultKit/faults.py PROGRAM [--only NAME] [--rounds N] [--verbose]

Starts the program itself, on a free port of loopback with real files in a temporary folder. The numbers it prints are
only printed: what is judged is whether each acknowledged write is kept, whether nothing is kept by halves, and whether
each fault is told in a sentence. As root it also fills a small file system of its own. The exit code is 1 when a
promise was broken.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "KitSupport"))

import beside
import cutoff
import damage
import full
import kill
import leftlog
import locked
import oldreader
from run import parser_for, run

SCENARIOS = {
    "kill": kill.run,
    "kill-commands": cutoff.run,
    "disk-full": full.disk,
    "file-limit": full.file_size,
    "start": damage.at_start,
    "damaged": damage.while_running,
    "locked": locked.run,
    "left-log": leftlog.run,
    "other-writer": beside.run,
    "old-reader": oldreader.run,
}


def main():
    parser = parser_for(SCENARIOS, __doc__)
    parser.add_argument("--rounds", type=int, default=kill.ROUNDS, help="how often the server is killed")
    options = parser.parse_args()
    return run(SCENARIOS | {"kill": kill.with_rounds(options.rounds)}, options)


if __name__ == "__main__":
    sys.exit(main())
