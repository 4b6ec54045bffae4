"""A program that cannot go on says why in a sentence and ends with exit code 1, never by a signal."""

import select
import subprocess

from promises import promise


def refusal(program, words, name, **how):
    """What the program says when it refuses to go on: a sentence, and exit code 1."""
    process = subprocess.Popen(
        [program.path, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)
    try:
        # A line, which would be that it listens, or the end.
        ready, _, _ = select.select([process.stdout], [], [], 20)
        line = process.stdout.readline().decode() if ready else "nothing for 20 s"
        if line:
            process.kill()
        said = process.communicate(timeout=20)[1].decode()
    finally:
        process.kill()
        process.wait()
    promise(not line, f"{name}: {words[0]} said {line.strip()!r} instead of refusing")
    promise(process.returncode == 1, f"{name}: {words[0]} ended with {process.returncode}: {said.strip()!r}")
    promise(said.startswith("scrutiny: ") and said.endswith(".\n") and len(said.split()) > 5, f"{name}: said {said!r}")
    return said.strip()
