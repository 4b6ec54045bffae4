#!/usr/bin/env python3
"""Compares the built program with nginx on a small JSON answer: the same bytes, out of memory here and a file there.

    python3 bench/small_answer.py PROGRAM [--rounds N] [--seconds N]

Both servers have core 0 and wrk has core 1; wrk keeps 64 connections. The rounds of both alternate, so that what else
the machine does meets both alike, and the medians of the rounds are compared. Processor time is the servers' own, with
that of the system on their behalf.
"""

import argparse
import os
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}
NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
  open_file_cache max=100; types {{ }} default_type application/json;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


class Server:
    """A server of one's own on core 0, ended by its id."""

    def __init__(self, name, command, port):
        self.name = name
        self.url = f"http://127.0.0.1:{port}/health"
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not self.answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise SystemExit(f"{name} did not start")
            time.sleep(0.02)

    def answers(self):
        try:
            self.body = urllib.request.urlopen(self.url, timeout=2).read()
            return True
        except OSError:
            return False

    def ticks(self):
        """Processor time of the process and its children so far."""
        return sum(self._ticks(pid) for pid in [self.process.pid, *self._children()])

    def end(self):
        self.process.terminate()
        self.process.wait(10)

    def _children(self):
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(word) for word in text.split()]

    @staticmethod
    def _ticks(pid):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_scrutiny(program, folder):
    database = f"{folder}/bench.sqlite"
    subprocess.run([program, "migrate", "--database", database], check=True, capture_output=True)
    port = free_port()
    options = ["--database", database, "--port", str(port), "--loops", "1", "--log-level", "warning"]
    return Server("Scrutiny", [program, "serve", *options], port)


def start_nginx(folder, body):
    files = Path(folder) / "files"
    files.mkdir()
    (files / "health").write_bytes(body)
    os.chmod(folder, 0o755)
    port = free_port()
    configuration = Path(folder) / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port))
    return Server("nginx", ["/usr/sbin/nginx", "-c", str(configuration)], port)


def round_of(server, seconds):
    """Requests a second, p99 in ms, microseconds of processor time for each request."""
    before = server.ticks()
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c64", f"-d{seconds}", "--latency", server.url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    ticks = server.ticks() - before
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"{server.name} failed: {text}")
    count = int(re.search(r"(\d+) requests in", text)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * UNITS[unit], ticks / TICKS * 1e6 / count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        servers = [start_scrutiny(options.program, folder)]
        try:
            servers.append(start_nginx(folder, servers[0].body))
            compare(servers, options)
        finally:
            for server in servers:
                server.end()


def compare(servers, options):
    rounds = {server.name: [] for server in servers}
    for _ in range(options.rounds):
        for server in servers:
            rounds[server.name].append(round_of(server, options.seconds))
    print(f"{len(servers[0].body)} bytes of JSON, 64 connections, {options.rounds} rounds of {options.seconds} s\n")
    print("| server | requests/s (lowest to highest) | p99, ms | processor time, µs a request |")
    print("|---|---|---|---|")
    medians = {}
    for name, found in rounds.items():
        rates, tails, costs = zip(*found)
        medians[name] = [statistics.median(column) for column in (rates, tails, costs)]
        rate, tail, cost = medians[name]
        print(f"| {name} | {rate:,.0f} ({min(rates):,.0f} to {max(rates):,.0f}) | {tail:.2f} | {cost:.1f} |")
    ratios = [own / other for own, other in zip(medians["Scrutiny"], medians["nginx"])]
    print("| ratio | {:.2f} | {:.2f} | {:.2f} |".format(*ratios))


if __name__ == "__main__":
    main()
