#!/usr/bin/env python3
"""Lets hostile clients loose on the built program and says which promises it kept.

    python3 Tests/SurvivalKit/survive.py PROGRAM [--only NAME] [--verbose]

Starts the program itself, on a free port of loopback with a temporary database, for each scenario anew. The numbers
it prints are only printed: what is judged is whether clients were served, and whether memory, descriptors and
processor time stayed within bounds. The exit code is 1 when a promise was broken.
"""

import argparse
import sys
import tempfile
import time
import traceback

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
from promises import Broken
from server import Program

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


def judge(scenario, program, verbose):
    """Whether the scenario's promises were kept, and what it measured or missed."""
    try:
        return True, scenario(program)
    except (Broken, OSError) as error:
        if verbose:
            traceback.print_exc()
        return False, str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("--only", choices=SCENARIOS, help="one scenario")
    parser.add_argument("--verbose", action="store_true", help="print how long each took, and where one broke")
    options = parser.parse_args()
    kept = broken = 0
    with tempfile.TemporaryDirectory(prefix="survival-") as folder:
        program = Program(options.program, folder)
        for name in [options.only] if options.only else SCENARIOS:
            start = time.monotonic()
            is_kept, words = judge(SCENARIOS[name], program, options.verbose)
            kept, broken = kept + is_kept, broken + (not is_kept)
            took = f" ({time.monotonic() - start:.1f} s)" if options.verbose else ""
            print(f"{'ok' if is_kept else 'FAILED'} {name}: {words}{took}", flush=True)
    print(f"{kept} kept, {broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
