#!/usr/bin/env python3
"""Measures how the reader of packs grows with its input.

    python3 bench/reader.py PROGRAM [--rounds N] [--folder FOLDER]

A pack of the fixtures whose report is repeated until it has 1 MB and 10 MB, and 50 MB of noise, are read by `PROGRAM read
--no-text`. Printed are the median time, the seconds a MB and the most memory used; time and memory grow in line with the
input when the seconds a MB stay the same.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

FIXTURE = Path(__file__).parent.parent / "Tests/PacksTests/Fixtures/wexcombe-phrases.txt"
WORDS = ["12%", "children", "from", "to", "last year", "(", "45", "2017/18", "a\tb", "Act 2004", "/", "England", "No"]


def pack(size):
    """A pack of about that many bytes."""
    lines = FIXTURE.read_text(encoding="utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("1. "))
    report = "\n".join(lines[first:])
    return "\n".join(lines[:first]) + "\n" + report * max(1, size // len(report))


def noise(size):
    """Words of reports in no order."""
    dice = random.Random(1)
    line = lambda: " ".join(dice.choice(WORDS) for _ in range(30))
    block = "\n".join(line() for _ in range(2000)) + "\n"
    return block * (size // len(block))


def run(program, path):
    begin = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        subprocess.run([program, "read", "--no-text", str(path)], stdout=nothing, stderr=nothing, check=False)
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default=".")
    options = parser.parse_args()
    texts = [("1 MB", pack(1_000_000)), ("10 MB", pack(10_000_000)), ("50 MB of noise", noise(50_000_000))]
    print("| input | seconds | seconds a MB | most memory, MB |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for name, text in texts:
            path = Path(folder) / "pack.txt"
            path.write_text(text, encoding="utf-8")
            size = path.stat().st_size / 1e6
            seconds = statistics.median(run(options.program, path) for _ in range(options.rounds))
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"| {name} | {seconds:.2f} | {seconds / size:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
