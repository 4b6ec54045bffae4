"""Reports and actions of a panel as feedparser reads them."""

import feedparser
from promises import promise
from reading import fetch, read, sample_server


def entries(server, target):
    body = read(server, target)
    feed = feedparser.parse(body, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    promise(not feed.bozo, f"{target}: {feed.get('bozo_exception')}")
    promise(feed.version == "atom10", f"{target} is {feed.version}")
    for name in ("id", "title", "updated", "author"):
        promise(feed.feed.get(name), f"{target} has no {name}")
    promise(any(link.rel == "self" for link in feed.feed.links), f"{target} does not name itself")
    for entry in feed.entries:
        promise(entry.id and entry.title and entry.updated_parsed and entry.link, f"{target}: an entry lacks something")
    identifiers = [entry.id for entry in feed.entries]
    promise(len(set(identifiers)) == len(identifiers), f"{target}: an id stands twice")
    moments = [entry.updated_parsed for entry in feed.entries]
    promise(moments == sorted(moments, reverse=True), f"{target} is not in the order of changes")
    return feed.entries


def run(program):
    with sample_server(program) as server:
        token = server.token("write")
        text = 'Write <b>"£5 & café"</b> – 漢'
        status, _, body = fetch(server, "/v1/actions", "POST", {
            "panel": 1, "kind": "letter", "text": text, "ownerRole": "Clerk", "dueKind": "none"}, token)
        promise(status == 201, f"{status} {body!r}")
        # A feed says what is new: the title is plain text, so markup in it is text too.
        mine = entries(server, "/v1/panels/children-and-families/actions.atom?ownerRole=Clerk")
        promise([entry.title for entry in mine] == [text], f"the title came back as {mine[0].title!r}")
        reports = entries(server, "/v1/panels/children-and-families/reports.atom")
        promise(len(reports) == 9, f"{len(reports)} reports instead of 9")
        promise(entries(server, "/v1/panels/children-and-families/reports.atom?kind=recording") == [], "not empty")
        listed = entries(server, "/v1/actions.atom?limit=500")
        for entry in (reports + listed)[:20]:
            read(server, entry.link)
        return f"{len(reports)} reports and {len(listed)} actions"
