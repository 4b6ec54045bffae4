"""Runs schemathesis with all of its checks over the program, the same way each time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import served
from promises import promise

HERE = Path(__file__).resolve().parent
# Far more than a run takes; a server that hangs is found by it.
PATIENCE = 900


def check(program, *words):
    """One run over the document of a fresh server; what it found is what broke the promise."""
    # A wrong token is tried at every operation, from one address.
    with served.sample(program, "--max-failed-tokens", "1000000") as server:
        command = [
            str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml"),
            "run", f"{server.address}/openapi.json", "--checks", "all", "--no-color",
            "--header", f"Authorization: Bearer {server.all_scopes}", *words]
        environment = os.environ | {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)}
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False, env=environment,
            cwd=program.folder)
        server.must_be_alive()
    promise(done.returncode == 0, f"schemathesis found something:\n{done.stdout[-20_000:]}{done.stderr[-2_000:]}")
    tested = re.search(r"Tested: (\d+)", done.stdout)
    cases = re.search(r"(\d+) generated", done.stdout)
    promise(tested and cases and int(tested[1]) > 0, f"schemathesis tested nothing:\n{done.stdout[-2_000:]}")
    return f"{cases[1]} requests to {tested[1]} operations, nothing found"


def coverage(program):
    """Every value at its bounds and beyond, once for each parameter, and every method that is not offered."""
    return check(program, "--phases", "examples,coverage")


def fuzzing(program):
    """Requests made up, valid and not, to every operation."""
    return check(program, "--phases", "fuzzing")


def stateful(program):
    """Records that are made, read, changed and removed, along the links of the document."""
    return check(program, "--phases", "stateful")
