"""The database file, looked at by SQLite itself from beside the server."""

import os
import sqlite3
from contextlib import closing

from promises import promise


def open_beside(path, read_only=False):
    """A connection of another process than the server's; transactions begin and end only when told."""
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(f"file:{path}?mode={mode}", uri=True, isolation_level=None, timeout=10)


def must_be_sound(path):
    """SQLite finds no fault in the file, and the change feed has no gap. Leaves the write-ahead log to the server."""
    with closing(open_beside(path, read_only=True)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        promise(found == ["ok"], f"integrity_check: {found[:3]}")
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
        promise(not dangling, f"foreign_key_check: {dangling[:3]}")
        unfinished = connection.execute("SELECT count(*) FROM imports WHERE state = 'received'").fetchone()[0]
        promise(unfinished == 0, f"{unfinished} imports are half done")
        changes = changes_of(connection)
    return changes


def changes_of(connection):
    """How many entries the change feed has, which count from 1 without a gap; None without one."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(changes)")]
    if "seq" not in columns:
        return None
    count, first, last = connection.execute("SELECT count(*), min(seq), max(seq) FROM changes").fetchone()
    promise(count == 0 or (first, last) == (1, count), f"{count} changes are numbered {first} to {last}")
    return count


def search_must_agree(path):
    """The full-text index holds what the documents hold. The check is a write in SQLite's eyes, kept by nobody."""
    with closing(open_beside(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        connection.execute("ROLLBACK")


def size(path):
    return os.path.getsize(path) if os.path.exists(path) else 0
