"""CSV and NDJSON say what JSON says, cell by cell, as Python's csv reads them."""

import csv
import io
import json

from promises import promise
from reading import fetch, read, records, sample_server

TEXTS = ["plain", "Größe £5 – café", "a,b", 'say "so"', "two\nlines", "=1+1", "+1", "-1", "@x", "'=1", "' quoted", "\uff1d1"]


def flat(value, name=""):
    """A record as JSON shows it, as the cells that CSV has for it."""
    if isinstance(value, dict):
        if name and set(value) == {"id", "label", "href"}:
            return {f"{name}.id": cell(value["id"]), f"{name}.label": cell(value["label"])}
        return {key: text for member, inner in value.items()
                for key, text in flat(inner, f"{name}.{member}" if name else member).items()}
    return {name: cell(value)}


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return str(value)


def armed(text):
    """A cell as it was before it was disarmed."""
    rest = text.lstrip("'")
    is_disarmed = text.startswith("'") and rest[:1] in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") and rest
    return text[1:] if is_disarmed else text


def table(server, target):
    text = read(server, target).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def number_texts(text):
    """JSON keeps numbers as printed; Python's json would not."""
    return json.loads(text, parse_float=str, parse_int=str)


def compare(server, name):
    rows = table(server, f"/v1/{name}.csv")
    lines = [number_texts(line) for line in read(server, f"/v1/{name}.ndjson").splitlines()]
    listed = {record["id"]: record for record in records(server, f"/v1/{name}?limit=500&sort=id")}
    promise(len(rows) == len(lines) == len(listed), f"{name}: {len(rows)}, {len(lines)} and {len(listed)} records")
    cells = 0
    for row, line in zip(rows, lines):
        promise(int(line["id"]) in listed, f"{name}: an unknown record {line['id']}")
        expected = flat(line)
        for column, text in row.items():
            # An object that is null has one member in JSON and its columns in CSV.
            parent = column.rsplit(".", 1)[0]
            wanted = expected.get(column, "" if any(expected.get(parent[:end]) == "" for end in
                                  [len(parent)] + [i for i, c in enumerate(parent) if c == "."]) else None)
            if column in ("events", "comparators"):
                wanted, text = number_texts(wanted), number_texts(text)
            promise(wanted == (armed(text) if isinstance(text, str) else text),
                    f"{name} {line['id']} {column}: {text!r} instead of {wanted!r}")
            cells += 1
    return len(rows), cells


def run(program):
    with sample_server(program) as server:
        token = server.token("write")
        for number, text in enumerate(TEXTS):
            status, _, body = fetch(server, "/v1/actions", "POST", {
                "panel": 1, "kind": "letter", "text": text, "ownerRole": "Clerk", "dueKind": "none"}, token)
            promise(status == 201, f"text {number}: {status} {body!r}")
        shown = [armed(row["text"]) for row in table(server, "/v1/actions.csv?ownerRole=Clerk&bom=1")]
        promise(shown == TEXTS, f"texts came back as {shown}")
        totals = [compare(server, name) for name in (
            "panels", "people", "seats", "meetings", "agenda-items", "reports", "report-pages", "terms", "areas",
            "indicators", "observations", "figures", "actions")]
        return f"{sum(rows for rows, _ in totals)} records, {sum(cells for _, cells in totals)} cells the same as JSON"
