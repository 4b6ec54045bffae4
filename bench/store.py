#!/usr/bin/env python3
"""Measures what the store costs: beside SQLite in a plain C loop, beside the disk, and reads beside an import.

    python3 bench/store.py PROGRAM [--rounds N] [--seconds N] [--rows N] [--folder FOLDER]

1. Bulk. `PROGRAM import` of a pack of 10,000 figures into a database, beside bench/plain.c, which inserts the same
   rows into the same schema, with its triggers and its change log, by one statement in one transaction. A pack holds
   figures and no observations; the rows are of the size and shape of those in samples/.
2. Single writes. POST /v1/observations by wrk with 1 and with 64 clients, each answered after its bytes are on the
   disk, beside fdatasync after each 4 KiB in the same folder.
3. Reads. GET /v1/meetings/1 by wrk with 8 clients, at rest and while packs as in 1 are posted one after the other.

The rounds of what is compared alternate, so that what else the machine does meets all alike; the medians of the rounds
are compared. All files lie in a folder made under FOLDER, which is the current one unless told. Nothing is bound to a
core.
"""

import argparse
import datetime
import json
import os
import platform
import re
import select
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path

UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}
START = b"listening on http://"
INDICATORS = 100
FIRST_DAY = datetime.date(2019, 1, 1)
WRITES = """
local round, token, count = "", "", 0
function init(words)
  round, token = words[1], words[2]
end
function request()
  count = count + 1
  local body = string.format(
    '{"indicator":"measure-1","area":"county","dimension":"%s-%d","value":%d,' ..
    '"period":{"kind":"month","start":"2018-06-01","end":"2018-06-30"}}', round, count, count)
  return wrk.format("POST", nil, {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}, body)
end
"""


def figure(number):
    """A figure with all members of those in samples/; one of eight has a value before it, as there."""
    page = 1 + number // 100
    value = str(number * 37 % 9000)
    previous = {"value": int(value), "valueText": value, "period": period("2016", "2017")} if number % 8 == 0 else None
    return {
        "report": "report", "page": page, "pageFrom": page, "pageTo": page, "line": number + 1,
        "indicator": f"measure-{number % INDICATORS + 1}", "name": f"Children counted in measure {number % INDICATORS}",
        "topic": "Domestic abuse", "area": "county", "dimension": f"Group {number // INDICATORS}", "valueText": value,
        "value": int(value), "valueState": "actual", "approximate": None, "unit": "count",
        "period": period("2017", "2018"), "previous": previous, "comparators": None, "statedDirection": None,
        "quote": f"case file audit of {value} children", "flags": [], "note": None, "confidence": "high"}


def period(year, next_year):
    return {
        "kind": "financial_year", "start": f"{year}-04-01", "end": f"{next_year}-03-31", "text": None,
        "basis": "inferred"}


def pack(rows):
    """A pack of one report with so many figures."""
    return {
        "format": "scrutiny-pack-1", "source": {"system": "bench", "ref": "pack-0"}, "council": {"name": "Bench"},
        "panel": {"slug": "bench", "name": "Bench Panel", "kind": "scrutiny_panel", "coversEducation": True},
        "meeting": {"startsAt": moment(0), "venue": "Hall", "kind": "ordinary", "mode": "in_person"},
        "agendaItems": [{"printedNumber": "1", "position": 1, "title": "Performance", "pageFrom": 1, "pageTo": 300}],
        "reports": [{
            "ref": "report", "item": "1", "kind": "report", "title": "Performance", "state": "received", "pageFrom": 1,
            "pageTo": 300, "pages": []}],
        "areas": [{"code": "county", "name": "County", "kind": "county"}],
        "indicators": [
            {"code": f"measure-{number + 1}", "name": f"Measure {number + 1}", "topic": "Bench", "unit": "count",
             "polarity": "none", "decimals": 0} for number in range(INDICATORS)],
        "figures": [figure(number) for number in range(rows)]}


def moment(number):
    return f"{FIRST_DAY + datetime.timedelta(days=number)}T14:00:00+00:00"


def for_meeting(document, number):
    """The same pack for another meeting, so that all its figures are new."""
    return document.replace(moment(0), moment(number)).replace('"pack-0"', f'"pack-{number}"')


def output(*words):
    """What a command prints that must succeed."""
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"{' '.join(words)} ended with {run.returncode}: {run.stderr[:2000]}")
    return run.stdout.strip()


class Bench:
    """The program, plain.c, and a folder with a database that knows all but the figures."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.program = str(Path(options.program).resolve())
        self.plain = self.path("plain")
        source = Path(__file__).with_name("plain.c")
        output("gcc", "-O2", "-Wall", "-o", self.plain, str(source), "-lsqlite3")
        document = pack(options.rows)
        self.document = json.dumps(document)
        self.pack = self.file("pack.json", self.document)
        self.base = self.path("base.sqlite")
        output(self.program, "migrate", "--database", self.base)
        without = self.file("base.json", json.dumps(document | {"figures": []}))
        output(self.program, "import", without, "--database", self.base)
        os.sync()

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, text):
        Path(self.path(name)).write_text(text, encoding="utf-8")
        return self.path(name)

    def fresh(self, name):
        """A copy of the database without figures. It is on the disk, so that nobody measured has to bring it there."""
        path = self.path(name)
        for end in ("", "-wal", "-shm"):
            Path(path + end).unlink(missing_ok=True)
        shutil.copy(self.base, path)
        with open(path, "rb") as file:
            os.fsync(file.fileno())
        return path


class Server:
    """The program serving a database, ended by its id."""

    def __init__(self, bench, database):
        words = ["serve", "--database", database, "--port", "0", "--log-level", "warning"]
        self.process = subprocess.Popen([bench.program, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        ready, _, _ = select.select([self.process.stdout], [], [], 15)
        line = self.process.stdout.readline() if ready else b""
        if not line.startswith(START):
            self.end()
            raise SystemExit(f"the server did not start: {line!r}")
        self.url = line.decode().split()[-1]

    def end(self):
        self.process.terminate()
        self.process.wait(30)

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.end()


def wrk(url, clients, seconds, *words):
    """Requests a second and p99 in ms; nothing but success is counted."""
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}", "--latency", "--timeout", "30", url]
    if words:
        command[-1:] = ["-s", words[0], url, "--", *words[1:]]
    text = output(*command)
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"{url} failed: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * UNITS[unit]


class Rounds:
    """What the rounds of each kind found."""

    def __init__(self):
        self.found = {}

    def add(self, name, value):
        self.found.setdefault(name, []).append(value)

    def median(self, name):
        return statistics.median(self.found[name])

    def ratio(self, name, other):
        return f"{self.median(name) / self.median(other):.2f}"

    def cell(self, name, places=0):
        values = self.found[name]
        return f"{self.median(name):,.{places}f} [{min(values):,.{places}f}-{max(values):,.{places}f}]"


def timed(*words, code=0):
    """Seconds that a command takes from its start to its end."""
    start = time.monotonic()
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    passed = time.monotonic() - start
    if run.returncode != code:
        raise SystemExit(f"{' '.join(words)} ended with {run.returncode}: {run.stderr[:2000]}")
    return passed


def measure_bulk(bench):
    rows = bench.options.rows
    rounds = Rounds()
    # All of it is read and checked, then it is refused, and the database never opened.
    unread = bench.file("unread.json", bench.document.replace("scrutiny-pack-1", "scrutiny-pack-0"))
    full, target = bench.fresh("full.sqlite"), ""
    output(bench.program, "import", bench.pack, "--database", full)
    for _ in range(bench.options.rounds):
        target = bench.fresh("target.sqlite")
        took = timed(bench.program, "import", bench.pack, "--database", target)
        rounds.add("import", took)
        rounds.add("import/s", rows / took)
        target = bench.fresh("target.sqlite")
        count, inside, whole, version = output(bench.plain, "insert", full, target).split()
        if int(count) != rows:
            raise SystemExit(f"plain inserted {count} rows and not {rows}")
        rounds.add("plain", float(whole))
        rounds.add("plain/s", rows / float(whole))
        rounds.add("inside", float(inside))
        rounds.add("inside/s", rows / float(inside))
        took = timed(bench.program, "import", unread, "--database", target, code=1)
        rounds.add("reading", took)
        rounds.add("reading/s", rows / took)
    size = len(bench.document) / 1e6
    print(f"## {rows:,} rows in one transaction\n")
    print(f"A pack of {size:.1f} MB JSON by `PROGRAM import FILE --database DB`, from the start of the program to its")
    print("end, beside plain C from opening the database to closing it. Both fold the log into the file at the end.")
    print(f"SQLite {version}, synchronous=FULL, WAL. Packs hold figures and no observations.\n")
    print("| | rows/s | s |")
    print("|---|---|---|")
    for name, words in (("import", "Scrutiny"), ("plain", "plain C")):
        print(f"| {words} | {rounds.cell(name + '/s')} | {rounds.cell(name, 3)} |")
    print(f"| ratio | {rounds.ratio('import/s', 'plain/s')} | {rounds.ratio('import', 'plain')} |")
    print(f"| part of Scrutiny: start, read and check the JSON | {rounds.cell('reading/s')} | {rounds.cell('reading', 3)} |")
    print(f"| part of plain C: the transaction | {rounds.cell('inside/s')} | {rounds.cell('inside', 3)} |\n", flush=True)


def measure_writes(bench):
    rounds = Rounds()
    database = bench.fresh("writes.sqlite")
    token = output(bench.program, "token", "create", "--database", database, "--name", "bench", "--scope", "write")
    script = bench.file("writes.lua", WRITES)
    seconds = bench.options.seconds
    with Server(bench, database) as server:
        for number in range(bench.options.rounds):
            for way in ("append", "rewrite"):
                rounds.add(way, float(output(bench.plain, way, bench.path("synced"), str(seconds / 2))))
            for clients in (1, 64):
                words = (script, f"{number}-{clients}", token)
                rate, tail = wrk(f"{server.url}/v1/observations", clients, seconds, *words)
                rounds.add(clients, rate)
                rounds.add(f"{clients} p99", tail)
    print("## Single durable writes\n")
    print("`POST /v1/observations` over keep-alive connections, `wrk -t1` with a body of its own for each; beside")
    print("4 KiB and fdatasync in a loop in the same folder, at the end of a file and over the same 4 MiB.\n")
    print("| | a second | p99, ms | to fdatasync of appends | to fdatasync in place |")
    print("|---|---|---|---|---|")
    print(f"| fdatasync, appends | {rounds.cell('append')} | | | |")
    print(f"| fdatasync, in place | {rounds.cell('rewrite')} | | | |")
    for clients in (1, 64):
        words = "1 client" if clients == 1 else f"{clients} clients"
        tail = rounds.cell(f"{clients} p99", 1)
        ratios = f"{rounds.ratio(clients, 'append')} | {rounds.ratio(clients, 'rewrite')}"
        print(f"| writes, {words} | {rounds.cell(clients)} | {tail} | {ratios} |")
    print(flush=True)


class Importing:
    """Posts pack after pack to a server, each for a meeting of its own, until the end of the with statement."""

    def __init__(self, bench, server, token, first):
        self.words = [bench.program, "import", bench.path("posted.json"), "--url", server.url, "--token", token]
        self.bench = bench
        self.done = first
        self.failure = None
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self._run)

    def _run(self):
        while not self.is_over.is_set() and self.failure is None:
            self.bench.file("posted.json", for_meeting(self.bench.document, self.done + 1))
            run = subprocess.run(self.words, capture_output=True, text=True, check=False)
            if run.returncode != 0:
                self.failure = run.stderr[:2000] or run.stdout[:2000]
            self.done += 1

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *reason):
        self.is_over.set()
        self.thread.join()
        if self.failure is not None:
            raise SystemExit(f"the import failed: {self.failure}")


def measure_reads(bench):
    rounds = Rounds()
    database = bench.fresh("reads.sqlite")
    token = output(
        bench.program, "token", "create", "--database", database, "--name", "bench", "--scope", "import")
    seconds = bench.options.seconds
    imports = 0
    with Server(bench, database) as server:
        for _ in range(bench.options.rounds):
            for name in ("rest", "import"):
                if name == "rest":
                    found = wrk(f"{server.url}/v1/meetings/1", 8, seconds)
                else:
                    with Importing(bench, server, token, imports) as importing:
                        found = wrk(f"{server.url}/v1/meetings/1", 8, 2 * seconds)
                    imports = importing.done
                rounds.add(name, found[0])
                rounds.add(f"{name} p99", found[1])
    print("## Reads while an import runs\n")
    print("`GET /v1/meetings/1`, `wrk -t1 -c8`, at rest and while packs as above are posted to the same server one after")
    print(f"the other, each for a new meeting; {imports} were, from before to after {2 * bench.options.rounds * seconds} s.\n")
    print("| | requests/s | p99, ms |")
    print("|---|---|---|")
    for name, words in (("rest", "at rest"), ("import", "during imports")):
        print(f"| {words} | {rounds.cell(name)} | {rounds.cell(f'{name} p99', 2)} |")
    print(f"| ratio | {rounds.ratio('import', 'rest')} | {rounds.ratio('import p99', 'rest p99')} |", flush=True)


def processor():
    for line in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2, help="of a round with wrk; with imports it takes twice that")
    parser.add_argument("--rows", type=int, default=10_000, help="figures of a pack, at most 20,000 and 8 MiB of JSON")
    parser.add_argument("--folder", default=".", help="where the files lie while it measures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-store-", dir=options.folder) as folder:
        # All of the ext family share a number, so stat alone cannot tell ext4.
        system = output("df", "--output=fstype", folder).split()[-1]
        system += f" (stat -f: {output('stat', '-f', '-c', '%T', folder)})"
        print(f"{os.cpu_count()} cores ({processor()}), Linux {platform.release()}, {system}, load average")
        print(f"{os.getloadavg()[0]:.1f} before; {options.rounds} rounds, medians [lowest-highest].\n")
        print("    " + f"python3 bench/store.py PROGRAM --rounds {options.rounds} --seconds {options.seconds}"
              f" --rows {options.rows}\n", flush=True)
        bench = Bench(options, folder)
        measure_bulk(bench)
        measure_writes(bench)
        measure_reads(bench)


if __name__ == "__main__":
    main()
