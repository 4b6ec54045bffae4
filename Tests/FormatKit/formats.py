#!/usr/bin/env python3
"""Reads what the built program gives out with programs that others wrote, and says which promises it kept.

    python3 Tests/FormatKit/formats.py PROGRAM [--only NAME] [--verbose]

CSV is read by Python's csv, calendars by icalendar and feeds by feedparser (requirements.txt); scripts/kit-python makes
a Python that has them. Starts the program itself, on a free port of loopback with real files in a temporary folder. The
exit code is 1 when a promise was broken.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "KitSupport"))

import calendars
import feeds
import million
import tables
from run import parser_for, run

SCENARIOS = {
    "tables": tables.run,
    "calendars": calendars.run,
    "feeds": feeds.run,
    "million": million.run,
    "slow-reader": million.slow_reader,
}

if __name__ == "__main__":
    sys.exit(run(SCENARIOS, parser_for(SCENARIOS, __doc__).parse_args()))
