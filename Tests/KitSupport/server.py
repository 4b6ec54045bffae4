"""The built program: started with a database of its own, measured from outside, and ended by its id."""

import os
import resource
import select
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from promises import Broken, promise

PAGE = resource.getpagesize()
START = b"listening on http://127.0.0.1:"


def is_socket(link):
    try:
        return os.readlink(link).startswith("socket:")
    except FileNotFoundError:
        return False  # closed meanwhile


class Program:
    """The built program and a folder for the databases of its servers."""

    def __init__(self, path, folder):
        self.path = str(Path(path).resolve())
        self.folder = folder
        self.tokens = 0

    def run(self, *words):
        """Runs a command to its end."""
        return subprocess.run([self.path, *words], capture_output=True, text=True, timeout=30, check=False)

    def output(self, *words):
        """What a command that must succeed prints."""
        run = self.run(*words)
        if run.returncode != 0:
            raise Broken(f"{words[0]} ended with {run.returncode}: {run.stderr.strip()}")
        return run.stdout.strip()

    def token(self, database, *scopes):
        """A token that lets a client of this database write. Each has a name of its own."""
        self.tokens += 1
        words = [word for scope in scopes for word in ("--scope", scope)]
        return self.output("token", "create", "--database", database, "--name", f"kit-{self.tokens}", *words)

    def database(self, folder=None):
        """The path of a fresh database, in a folder of its own unless told where."""
        path = os.path.join(folder or tempfile.mkdtemp(dir=self.folder), "kit.sqlite")
        self.output("migrate", "--database", path)
        return path

    def start(self, *options, log=None):
        """A server on a fresh database, ready to be asked. Its log goes to a file unless told where."""
        return self.serve(self.database(), *options, log=log)

    def serve(self, database, *options, log=None):
        """A server on this database."""
        level = () if "--log-level" in options else ("--log-level", "warning")
        words = ["serve", "--database", database, "--port", "0", *level, *options]
        return Server(self, database, words, log)


class Server:
    """One running server. Use it in a with statement: it is ended at the end in any case."""

    def __init__(self, program, database, words, log):
        self.program = program
        self.database = database
        # Never beside the database: that place may be full.
        descriptor, self.log_path = tempfile.mkstemp(suffix=".log", dir=program.folder)
        with open(descriptor, "wb") as file:
            self.process = subprocess.Popen(
                [program.path, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=file if log is None else log)
        self.pid = self.process.pid
        self.port = self._port()

    def _port(self):
        ready, _, _ = select.select([self.process.stdout], [], [], 15)
        line = self.process.stdout.readline() if ready else b""
        if not line.startswith(START):
            self.end()
            raise Broken(f"the server did not start: {line!r} {self.last_words()}")
        return int(line[len(START):])

    def token(self, *scopes):
        """A token that lets a client write."""
        return self.program.token(self.database, *scopes)

    def is_alive(self):
        return self.process.poll() is None

    def must_be_alive(self):
        promise(self.is_alive(), f"the server died with {self.process.returncode}: {self.last_words()}")

    def last_words(self):
        """The end of what the server wrote to standard error."""
        return Path(self.log_path).read_text(errors="replace")[-600:].strip()

    def resident(self):
        """Bytes of memory that the process holds now."""
        return int(self._proc("statm").split()[1]) * PAGE

    def anonymous(self):
        """Bytes of memory that are the process's own, without the files that it maps."""
        line = next(line for line in self._proc("status").splitlines() if line.startswith("RssAnon:"))
        return int(line.split()[1]) << 10

    def most_resident(self):
        """Bytes of memory that the process has held at most."""
        line = next(line for line in self._proc("status").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) << 10

    def ticks(self):
        """Processor time used so far, in ticks of a hundredth of a second."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def ticks_during(self, seconds):
        """Processor time used in the next seconds."""
        before = self.ticks()
        time.sleep(seconds)
        return self.ticks() - before

    def descriptors(self):
        self.must_be_alive()
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def connections(self):
        """How many connections the process holds: its sockets without the one that listens."""
        self.must_be_alive()
        folder = f"/proc/{self.pid}/fd"
        return sum(is_socket(f"{folder}/{name}") for name in os.listdir(folder)) - 1

    def unsent(self):
        """Bytes of answers that the kernel holds because the clients have not taken them."""
        own = f":{self.port:04X}"
        with open("/proc/net/tcp", encoding="ascii") as table:
            rows = [line.split() for line in table]
        return sum(int(row[4].split(":")[0], 16) for row in rows if row[1].endswith(own))

    def _proc(self, name):
        self.must_be_alive()
        return Path(f"/proc/{self.pid}/{name}").read_text()

    def ask_to_stop(self):
        self.process.send_signal(signal.SIGTERM)

    def exit_code(self, seconds):
        """The exit code, or None when the process has not ended in time."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def end(self):
        """Ends the process at once, if it has not ended."""
        if self.is_alive():
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.end()
