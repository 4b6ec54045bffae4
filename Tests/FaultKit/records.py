"""Small records and packs to write, each unlike all others."""

import datetime
import json
import os

PANEL = "kit"
AREA = "place"
INDICATOR = "packed"
# What one pack adds to each collection, apart from the meeting itself.
PARTS = {"agenda-items": 3, "reports": 2, "actions": 3}

DAY_ONE = datetime.datetime(2030, 1, 1, 10, 0)
MEETINGS_A_DAY = 600


def start(number):
    """A start that no other number has, and that is never within an hour that London skips."""
    moment = DAY_ONE + datetime.timedelta(days=number // MEETINGS_A_DAY, minutes=number % MEETINGS_A_DAY)
    return moment.strftime("%Y-%m-%dT%H:%M")


def indicator(name, size=0):
    return {"code": f"m-{name}", "name": f"Measure {name}", "unit": "count", "polarity": "none",
            "definition": ("Counted " + "again " * (size // 6)).strip()}


def observation(indicator_code, number):
    return {"indicator": indicator_code, "area": AREA, "dimension": f"d-{number}", "value": number,
            "period": {"kind": "month", "start": "2018-06-01", "end": "2018-06-30"}}


def action(number):
    return {"panel": PANEL, "kind": "letter", "text": f"Write letter {number}", "ownerRole": "Chairman",
            "dueKind": "none"}


def meeting(number):
    return {"panel": PANEL, "startsAt": start(number)}


def pack(number, panel="packs", words=20, reports=PARTS["reports"]):
    """A pack of one meeting with items, reports and their pages, figures and actions."""
    text = " ".join(f"word{(number + place) % 5000}" for place in range(words))
    spread = range(1, reports + 1)
    return {
        "format": "scrutiny-pack-1",
        "source": {"system": "fault-kit", "ref": f"{panel}/{number}"},
        "council": {"name": "Test"},
        "panel": {"slug": panel, "name": f"Panel {panel}", "kind": "other"},
        "meeting": {"startsAt": start(number)},
        "agendaItems": [
            {"printedNumber": f"{place}", "position": place, "title": f"Item {place}"}
            for place in range(1, PARTS["agenda-items"] + 1)],
        "reports": [
            {"ref": f"r{place}", "item": "1", "kind": "report", "title": f"Paper {number}/{place}",
             "pageFrom": place, "pageTo": place,
             "pages": [{"pageFrom": place, "pageTo": place, "textKind": "summary", "text": text}]}
            for place in spread],
        "areas": [{"code": AREA, "name": "Place", "kind": "place"}],
        "indicators": [{"code": INDICATOR, "name": "Packed", "unit": "count", "polarity": "none"}],
        "figures": [
            {"report": f"r{place}", "page": place, "pageFrom": place, "pageTo": place, "line": 1,
             "indicator": INDICATOR, "name": "Packed", "area": AREA, "valueText": f"{number}", "value": number,
             "valueState": "actual", "unit": "count",
             "period": {"kind": "month", "start": "2018-06-01", "end": "2018-06-30", "basis": "printed"}}
            for place in spread],
        "actions": [
            {"ref": f"a{place}", "item": "1", "report": "r1", "kind": "letter", "text": f"Ask {number}/{place}",
             "ownerRole": "Clerk", "dueKind": "none"}
            for place in range(1, PARTS["actions"] + 1)],
    }


def row_count(document):
    """How many rows the pack has, which its import lists one by one."""
    lists = ("agendaItems", "reports", "areas", "indicators", "figures", "actions")
    pages = sum(len(report["pages"]) for report in document["reports"])
    return 2 + pages + sum(len(document[name]) for name in lists)


def in_file(program, document):
    """The path of a file that holds the pack, until the next one is written."""
    path = os.path.join(program.folder, "pack.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


def found(program, database):
    """Imports the first pack, so that the panel, the area and the indicator of later records exist."""
    program.output("import", in_file(program, pack(100_000, panel=PANEL)), "--database", database)
