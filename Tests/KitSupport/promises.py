"""How a scenario says that a promise was broken, and how it waits for something without guessing a time."""

import time


class Broken(Exception):
    """The server did not keep a promise; the message says which and how."""


def promise(kept, otherwise):
    """Ends the scenario unless the promise was kept."""
    if not kept:
        raise Broken(otherwise)


def until(condition, what, seconds=10.0):
    """Waits until the condition holds and returns what it returned; broken when it does not in time."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Broken(f"{what}: not within {seconds:g} s")
        time.sleep(0.01)


def megabytes(byte_count):
    return f"{byte_count / (1 << 20):.1f} MB"


def percentile(values, share):
    """The value below which the share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
