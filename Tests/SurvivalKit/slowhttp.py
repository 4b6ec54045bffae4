"""The program slowhttptest, which others wrote, in its four modes beside a client that only wants its answers."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from client import Client
from promises import percentile, promise
from slow import ask_repeatedly

CONNECTIONS = 500
SECONDS = 8
MODES = {
    "slow headers": ["-H", "-i", "1"],
    "slow bodies": ["-B", "-i", "1", "-s", "8192"],
    "ranges": ["-R", "-a", "10", "-b", "3000"],
    "slow reading": ["-X", "-w", "10", "-y", "20", "-n", "1", "-z", "32", "-k", "10"],
}


def seconds_without_service(report):
    """The rows of the report in which the program's own probe got no answer."""
    rows = [line.split(",") for line in Path(report).read_text().splitlines()[1:]]
    promise(rows, "slowhttptest reported nothing")
    return [row[0] for row in rows if row[4] == "0"]


def run_mode(words, server, folder):
    """One mode, during which a good client is served; returns how long its answers took."""
    report = str(Path(folder) / "report")
    Path(report + ".csv").unlink(missing_ok=True)
    command = ["slowhttptest", "-c", str(CONNECTIONS), "-r", "250", "-l", str(SECONDS), "-p", "3", "-g", "-o", report,
               "-u", f"http://127.0.0.1:{server.port}/v1", *words]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as attack:
        try:
            durations = []
            while attack.poll() is None:
                durations += ask_repeatedly(server.port, 50)
        finally:
            attack.kill()
    promise(attack.returncode == 0, f"slowhttptest ended with {attack.returncode}")
    without = seconds_without_service(report + ".csv")
    promise(not without, f"its own probe was not served in the seconds {', '.join(without)}")
    return durations


def run(program):
    promise(shutil.which("slowhttptest"), "slowhttptest is missing: apt-get install slowhttptest")
    words = []
    with tempfile.TemporaryDirectory() as folder:
        for name, mode in MODES.items():
            with program.start() as server:
                durations = run_mode(mode, server, folder)
                with Client(server.port) as client:
                    promise(client.ask("/health").status == 200, f"nobody was served after {name}")
            words.append(f"{name} {len(durations):,} answers, p99 {percentile(durations, 0.99) * 1e3:.2f} ms")
    return f"a good client beside {CONNECTIONS} connections of each mode: " + "; ".join(words)
