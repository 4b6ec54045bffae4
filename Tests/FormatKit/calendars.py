"""A panel's meetings as icalendar reads them."""

import json
from datetime import datetime, timezone

import icalendar
from promises import promise
from reading import fetch, read, sample_server

TARGET = "/v1/panels/children-and-families/meetings.ics"
# Long, in several scripts, with everything that has a meaning in a calendar.
VENUE = "Zimmer Größe £5; County Hall, Spetchley Road \\ Worcester – " + "éü漢" * 40


def events(server):
    body = read(server, TARGET)
    promise(body.endswith(b"\r\n") and b"\n" not in body.replace(b"\r\n", b""), "a line does not end with CRLF")
    longest = max(len(line) for line in body.split(b"\r\n"))
    promise(longest <= 75, f"a line has {longest} octets")
    for line in body.split(b"\r\n"):
        line.decode("utf-8")  # a cut character would fail here
    calendar = icalendar.Calendar.from_ical(body)
    promise(str(calendar["version"]) == "2.0" and calendar["prodid"], "no version or no PRODID")
    promise(not calendar.errors, f"icalendar complains: {calendar.errors}")
    found = calendar.walk("VEVENT")
    promise(all(not event.errors for event in found), "icalendar complains about an event")
    return {str(event["uid"]): event for event in found}


def move(server, token, target, state):
    status, _, body = fetch(server, f"{target}/transitions", "POST", {"to": state, "note": "Snow"}, token)
    promise(status == 200, f"{state}: {status} {body!r}")


def run(program):
    with sample_server(program) as server:
        token = server.token("write")
        made = {}
        for start, moment in (("2026-07-14T14:00", datetime(2026, 7, 14, 13, 0, tzinfo=timezone.utc)),
                              ("2026-01-14T14:00", datetime(2026, 1, 14, 14, 0, tzinfo=timezone.utc))):
            status, _, body = fetch(server, "/v1/meetings", "POST", {
                "panel": "children-and-families", "startsAt": start, "venue": VENUE}, token)
            promise(status == 201, f"{status} {body!r}")
            made[json.loads(body)["id"]] = moment
        before = events(server)
        promise(len(before) == 3, f"{len(before)} events instead of 3")
        for identifier, moment in made.items():
            event = next(event for uid, event in before.items() if uid.startswith(f"meeting-{identifier}-"))
            promise(event["dtstart"].dt == moment, f"{event['dtstart'].dt} instead of {moment}")
            promise(str(event["location"]) == VENUE, f"the place came back as {event['location']}")
            promise(int(event["sequence"]) == 0 and str(event["status"]) == "TENTATIVE", "a new event is not new")
        first = next(iter(made))
        move(server, token, f"/v1/meetings/{first}", "cancelled")
        after = events(server)
        promise(set(after) == set(before), "a UID changed, or an event is gone")
        event = next(event for uid, event in after.items() if uid.startswith(f"meeting-{first}-"))
        promise(str(event["status"]) == "CANCELLED" and int(event["sequence"]) == 1, "not shown as cancelled")
        promise(str(event["summary"]).startswith("Cancelled: "), "the summary does not say cancelled")
        return f"{len(after)} events, one of them cancelled"
