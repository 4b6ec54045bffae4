#!/usr/bin/env python3
"""Fills a new database with a council's year, the same one for the same scale.

    python3 bench/council.py PROGRAM DATABASE [--scale N]

Scale 1 is 8 panels with 64 meetings, 512 agenda items, 256 reports of 12 pages with text, 400 actions, 100 indicators
and 20,000 observations. Scale N has N times the observations, and up to scale 10 N times the pages too. It all goes
through the schema's own rules and into its change log.
"""

import argparse
import datetime
import random
import sqlite3
import subprocess

NOW = "2026-04-01T09:00:00Z"
WORDS = """children families report service care social worker school attendance exclusion plan budget pressure demand
placement foster residential health visitor early help district officer member panel recommendation progress risk target
quarter review audit quality safeguarding referral assessment timescale caseload recruitment agency retention training
feedback survey consultation outcome improvement inspection rating transport special educational needs provision place
adoption leaver accommodation pathway adviser mental wellbeing community library road highways waste recycling flood
planning housing bus cycling bridge drainage contract procurement saving reserve capital revenue forecast variance grant
inflation council county neighbourhood partnership police probation domestic abuse refuge crime prevention strategy"""
UNITS = [("count", 0), ("percent", 1), ("rate_per_10000", 1), ("weeks", 0), ("gbp", 0)]
PROVENANCE = "created_at, updated_at, origin"


def insert(database, table, names, rows):
    """Adds rows with their provenance, in the order given."""
    marks = ", ".join("?" for _ in names)
    database.executemany(
        f"INSERT INTO {table} ({', '.join(names)}, {PROVENANCE}) VALUES ({marks}, '{NOW}', '{NOW}', 'import')", rows)


def sentence(chance, words, length):
    text = " ".join(chance.choices(words, k=length))
    return text[0].upper() + text[1:] + "."


def page(chance, words):
    """A page of a report: about 2,000 characters, as in a printed pack."""
    return "\n".join(
        " ".join(sentence(chance, words, chance.randint(8, 20)) for _ in range(4)) for _ in range(5))


def fill_meetings(database, chance, words, pages_scale):
    panels = range(1, 9)
    insert(
        database, "panels", ["id", "slug", "name", "kind", "council", "covers_education"],
        [(n, f"panel-{n}", f"Panel {n} Overview and Scrutiny", "scrutiny_panel", "Bench County Council", n == 1)
         for n in panels])
    meetings, items, reports, pages = [], [], [], []
    for panel in panels:
        for number in range(8):
            meeting = len(meetings) + 1
            day = datetime.date(2025, 4, 2) + datetime.timedelta(days=43 * number + panel)
            # No clocks change between these two moments of a day, and both sides of the year are right.
            summer = datetime.date(2025, 3, 30) <= day < datetime.date(2025, 10, 26)
            hour, offset = ("13", "+01:00") if summer else ("14", "+00:00")
            meetings.append(
                (meeting, panel, f"{day}T{hour}:00:00Z", f"{day}T14:00:00{offset}", str(day), "County Hall", "hybrid",
                 "ordinary", "planned"))
            for position in range(1, 9):
                item = len(items) + 1
                items.append((item, meeting, str(position), position, sentence(chance, words, 6), position, position))
                if position % 2 == 0:
                    report = len(reports) + 1
                    reports.append(
                        (report, meeting, item, "report", sentence(chance, words, 7), "Director of Services",
                         "received", "not_stated", "unknown", "public"))
                    pages += [
                        (report, n, n, "full", page(chance, words)) for n in range(1, 12 * pages_scale + 1)]
    insert(
        database, "meetings",
        ["id", "panel_id", "starts_at", "starts_at_local", "starts_on", "venue", "mode", "kind", "state"], meetings)
    insert(
        database, "agenda_items",
        ["id", "meeting_id", "printed_number", "position", "title", "page_from", "page_to"], items)
    insert(
        database, "reports",
        ["id", "meeting_id", "agenda_item_id", "kind", "title", "author_role", "state", "background_papers", "licence",
         "access"], reports)
    insert(database, "report_pages", ["report_id", "page_from", "page_to", "text_kind", "text"], pages)
    insert(
        database, "actions",
        ["panel_id", "meeting_id", "kind", "text", "state", "page", "page_from", "page_to"],
        [(1 + (n - 1) // 8, n, "officer_action", sentence(chance, words, 15), "proposed", 4, 4, 4)
         for n in (1 + count % 64 for count in range(400))])


def fill_observations(database, chance, scale):
    insert(
        database, "areas", ["id", "code", "name", "kind"],
        [(n, f"district-{n}", f"District {n}", "district") for n in range(1, 11)])
    insert(
        database, "indicators", ["id", "code", "name", "topic", "unit", "polarity", "decimals"],
        [(n, f"measure-{n}", f"Measure {n} of the service", "Bench", UNITS[n % 5][0], "none", UNITS[n % 5][1])
         for n in range(1, 101)])
    months = []
    for number in range(20):
        start = datetime.date(2024 + (3 + number) // 12, (3 + number) % 12 + 1, 1)
        after = datetime.date(2024 + (4 + number) // 12, (4 + number) % 12 + 1, 1)
        months.append((str(start), str(after - datetime.timedelta(days=1))))

    def rows():
        for group in range(scale):
            dimension = f"Group {group}" if group else None
            for indicator in range(1, 101):
                decimals = UNITS[indicator % 5][1]
                for area in range(1, 11):
                    for start, end in months:
                        value = chance.randint(0, 1000)
                        text = f"{value / 10:.1f}" if decimals else str(value)
                        yield (indicator, area, dimension, "month", start, end, text, "actual", "provisional", 1)
    insert(
        database, "observations",
        ["indicator_id", "area_id", "dimension", "period_kind", "period_start", "period_end", "value", "value_state",
         "publication_state", "revision"], rows())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("database", help="a file that does not exist yet")
    parser.add_argument("--scale", type=int, default=1)
    options = parser.parse_args()
    subprocess.run(
        [options.program, "migrate", "--database", options.database], check=True, stdout=subprocess.DEVNULL)
    chance = random.Random(1)
    with sqlite3.connect(options.database) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA recursive_triggers = ON")
        words = WORDS.split()
        fill_meetings(database, chance, words, min(options.scale, 10))
        fill_observations(database, chance, options.scale)
    database.close()


if __name__ == "__main__":
    main()
