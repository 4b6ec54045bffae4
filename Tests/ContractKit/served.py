"""The program with the sample, and a token that may do everything."""

import json
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "samples" / "worcestershire-2018-09-14.json"


@contextmanager
def sample(program, *options):
    """A server with the sample; its address and its token are set on it."""
    database = program.database()
    program.output("import", str(SAMPLE), "--database", database)
    with program.serve(database, *options) as server:
        server.address = f"http://127.0.0.1:{server.port}"
        server.all_scopes = server.token("read:officer", "write", "import", "admin")
        yield server


def document(server):
    with urllib.request.urlopen(f"{server.address}/openapi.json", timeout=20) as answer:
        return json.load(answer)
