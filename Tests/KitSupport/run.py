"""Runs the scenarios of a kit one after the other and says which promises the program kept."""

import argparse
import tempfile
import time
import traceback

from promises import Broken
from server import Program


def parser_for(scenarios, description):
    """The command line that all kits share."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("--only", action="append", choices=scenarios, help="this scenario; may be given again")
    parser.add_argument("--verbose", action="store_true", help="print how long each took, and where one broke")
    return parser


def judge(scenario, program, verbose):
    """Whether the scenario's promises were kept, and what it measured or missed."""
    try:
        return True, scenario(program)
    except Exception as error:  # pylint: disable=broad-except
        if verbose:
            traceback.print_exc()
        return False, str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"


def run(scenarios, options):
    """Runs them all, or the one asked for, and returns the exit code."""
    kept = broken = 0
    with tempfile.TemporaryDirectory(prefix="scrutiny-kit-") as folder:
        program = Program(options.program, folder)
        for name in options.only or scenarios:
            start = time.monotonic()
            is_kept, words = judge(scenarios[name], program, options.verbose)
            kept, broken = kept + is_kept, broken + (not is_kept)
            took = f" ({time.monotonic() - start:.1f} s)" if options.verbose else ""
            print(f"{'ok' if is_kept else 'FAILED'} {name}: {words}{took}", flush=True)
    print(f"{kept} kept, {broken} broken")
    return 1 if broken else 0
