"""What the OpenAPI document says in words only, told to schemathesis: rules between parameters, and opaque values."""

import schemathesis


def is_valid(case):
    """Whether the request is meant to follow the document."""
    return case.meta is None or case.meta.generation.mode.is_positive


@schemathesis.hook
def before_call(context, case, kwargs):
    """Leaves out of valid requests what no schema can say."""
    if not is_valid(case):
        return
    # A record is put in place of one or made under its key: one of the two conditions must be there.
    if case.method.upper() == "PUT" and not {"if-match", "if-none-match"} & {name.lower() for name in case.headers or {}}:
        case.headers["If-Match"] = "*"
    # A record that was made is 201 with a body and without one alike, which a document cannot say.
    if case.method.upper() == "POST" and case.headers:
        case.headers.pop("Prefer", None)
    if not case.query:
        return
    # A cursor is opaque: only one that the service gave is one.
    if "search" not in case.path:
        case.query.pop("cursor", None)
    # A page with expand is smaller.
    if case.query.get("expand") and "limit" in case.query:
        case.query["limit"] = min(int(case.query["limit"]), 100)
    # An answer that is waited for comes late on purpose.
    if "wait" in case.query:
        case.query["wait"] = min(int(case.query["wait"]), 1)
    # A search needs a letter or a digit.
    if "q" in case.query and not any(mark.isalnum() for mark in str(case.query["q"])):
        case.query["q"] = "report"
