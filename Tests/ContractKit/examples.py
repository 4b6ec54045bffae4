"""Runs the examples of examples/ as somebody would who tries them."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import served
from promises import promise

EXAMPLES = served.ROOT / "examples"
BROWSERS = ["chromium", "chromium-headless-shell", "google-chrome"]


def run_python(server, *words):
    return subprocess.run(
        [sys.executable, str(EXAMPLES / "scrutiny.py"), server.address, *words], capture_output=True, text=True,
        timeout=120, check=False, env=os.environ | {"SCRUTINY_TOKEN": server.all_scopes})


def python(program):
    with served.sample(program) as server:
        meetings = run_python(server, "meetings", "children-and-families", "2018-01-01")
        promise("2018-09-14T14:00:00+01:00" in meetings.stdout, f"meetings: {meetings}")
        figures = run_python(server, "figures", "looked-after-children")
        promise("798" in figures.stdout and "page 16" in figures.stdout, f"figures: {figures}")
        first, again = (run_python(server, "import", str(served.SAMPLE)) for _ in range(2))
        promise(first.returncode == 0 and "0 created" in first.stdout, f"import: {first}")
        promise(first.stdout == again.stdout, f"the same pack was imported twice: {first} {again}")
        wrong = run_python(server, "figures", "no-such-indicator")
        promise(wrong.returncode == 1 and "no indicator" in wrong.stderr, f"an unknown indicator: {wrong}")
    return f"{len(figures.stdout.splitlines())} figures; {first.stdout.strip()}"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


def browser(program):
    """The page from another origin than the service, as on an intranet, in a real browser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    promise(path, f"none of {', '.join(BROWSERS)} is installed; scripts/packages contract installs one")
    pages = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(EXAMPLES)))
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    try:
        with served.sample(program) as server, tempfile.TemporaryDirectory(dir=program.folder) as profile:
            question = urlencode({"service": server.address, "after": "2018-01-01"})
            page = f"http://127.0.0.1:{pages.server_port}/browser.html?{question}"
            shown = subprocess.run(
                [path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 f"--user-data-dir={profile}", "--virtual-time-budget=20000", "--dump-dom", page],
                capture_output=True, text=True, timeout=120, check=False)
    finally:
        pages.shutdown()
    text = shown.stdout
    promise("1 meetings, " in text, f"the page did not end well: {text[-1_500:]} {shown.stderr[-1_500:]}")
    for words in ["2018-09-14T14:00:00+01:00", "County Hall, Worcester", "<td>798</td>", "Performance Monitoring"]:
        promise(words in text, f"the page does not show {words!r}: {text[-3_000:]}")
    return f"{text.count('<tr>') - 1} figures in {os.path.basename(path)}"
