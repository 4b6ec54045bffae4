#!/usr/bin/env python3
"""Reads and writes a Scrutiny service with nothing but Python's standard library.

    python3 examples/scrutiny.py http://127.0.0.1:8080 meetings children-and-families
    python3 examples/scrutiny.py http://127.0.0.1:8080 figures looked-after-children
    SCRUTINY_TOKEN=... python3 examples/scrutiny.py http://127.0.0.1:8080 import samples/worcestershire-2018-09-14.json
"""

import hashlib
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import date


class Refused(Exception):
    """The service said no; the words say why and what to do."""


class Scrutiny:
    """A client of one service."""

    def __init__(self, address, token=None):
        self.address = address.rstrip("/")
        self.token = token

    def ask(self, target, body=None, **fields):
        """The JSON of one answer. Fields are written as in Python: idempotency_key."""
        request = urllib.request.Request(self.address + target, data=body)
        for name, value in fields.items():
            request.add_header(name.replace("_", "-"), value)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            places = [f"{each.get('pointer', each.get('parameter'))}: {each['message']}"
                      for each in problem.get("errors", [])]
            raise Refused("\n".join([f"{problem['title']}: {problem['detail']}", *places])) from None

    def every(self, target, **parameters):
        """Every record of a list, page after page."""
        target += "?" + urllib.parse.urlencode(parameters)
        while target:
            page = self.ask(target)
            yield from page["data"]
            target = page["links"]["next"]

    def next_meetings(self, panel, after):
        """The meetings of a panel after a day, the next one first."""
        return self.every(f"/v1/panels/{panel}/meetings", startsAt__gt=after, sort="startsAt")

    def figures(self, indicator):
        """Every value of an indicator that was ever printed, with its paper and page."""
        return self.every(f"/v1/indicators/{indicator}/figures", sort="period,line")

    def post_pack(self, path):
        """Imports a pack. Its own hash is the key: posted twice, it is imported once."""
        with open(path, "rb") as file:
            pack = file.read()
        return self.ask("/v1/imports", pack, idempotency_key=hashlib.sha256(pack).hexdigest())


def main(words):
    if len(words) not in (3, 4) or words[1] not in ("meetings", "figures", "import"):
        sys.exit(__doc__)
    service = Scrutiny(words[0], os.environ.get("SCRUTINY_TOKEN"))
    if words[1] == "meetings":
        after = words[3] if len(words) == 4 else date.today().isoformat()
        for meeting in service.next_meetings(words[2], after):
            print(meeting["startsAt"], meeting["state"], meeting["venue"] or "", sep="  ")
    elif words[1] == "figures":
        for figure in service.figures(words[2]):
            period = figure["period"] or {"text": None, "end": "no period"}
            print(figure["valueText"], period["text"] or period["end"], figure["report"]["label"],
                  f"page {figure['pageFrom']}", sep="  ")
    else:
        done = service.post_pack(words[2])
        print(f"import {done['id']}:", ", ".join(f"{count} {name}" for name, count in done["totals"].items()))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Refused as refused:
        sys.exit(str(refused))
