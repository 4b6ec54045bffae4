#!/usr/bin/env python3
"""Lets hostile clients loose on the built program and says which promises it kept.

    python3 Tests/SurvivalKit/survive.py PROGRAM [--only NAME] [--verbose]

Starts the program itself, on a free port of loopback with a temporary database, for each scenario anew. The numbers
it prints are only printed: what is judged is whether clients were served, and whether memory, descriptors and
processor time stayed within bounds. The exit code is 1 when a promise was broken.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "KitSupport"))

import churn
import descriptors
import idle
import logreader
import mutated
import pipeline
import slow
import slowhttp
import stop
import unread
from run import parser_for, run

SCENARIOS = {
    "idle": idle.run,
    "slow": slow.run,
    "slowhttptest": slowhttp.run,
    "descriptors": descriptors.run,
    "churn": churn.run,
    "pipeline": pipeline.run,
    "last": pipeline.all_before_the_end,
    "unread": unread.run,
    "mutated": mutated.run,
    "log": logreader.run,
    "stop-answers": stop.answers_what_was_accepted,
    "stop-grace": stop.ends_after_the_grace,
    "stop-twice": stop.ends_at_the_second_signal,
}


if __name__ == "__main__":
    sys.exit(run(SCENARIOS, parser_for(SCENARIOS, __doc__).parse_args()))
