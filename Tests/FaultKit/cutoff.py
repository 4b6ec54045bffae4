"""Commands that write the database are killed in the middle."""

import os
import random
import subprocess
from contextlib import closing

import records
from files import must_be_sound, open_beside, search_must_agree
from promises import promise

ROUNDS = 20
# A migration and an import take about this long.
LONGEST = 0.15


def run(program):
    chance = random.Random()
    complete = schema(program.database())
    migrated = imported = 0
    for number in range(ROUNDS):
        database = os.path.join(program.folder, f"cut-off-{number}.sqlite")
        migrated += survives(program, chance, "migrate", "--database", database)
        program.output("migrate", "--database", database)
        promise(schema(database) == complete, "a migration that was cut off left another schema")
        file = records.in_file(program, records.pack(number, words=3_000, reports=20))
        imported += survives(program, chance, "import", file, "--database", database)
        must_be_whole(database)
        program.output("import", file, "--database", database)
        must_be_whole(database, at_least=1)
        search_must_agree(database)
    return (f"{ROUNDS} migrations and {ROUNDS} imports killed, {migrated} and {imported} of them at work; each import"
            " there whole or not at all, each migration taken up where it was left")


def survives(program, chance, *words):
    """Kills a command at a random moment; whether it was still at work. What it leaves must be sound."""
    command = subprocess.Popen([program.path, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        code = command.wait(chance.uniform(0.01, LONGEST))
        promise(code == 0, f"{words[0]} ended with {code}")
        return False
    except subprocess.TimeoutExpired:
        return True
    finally:
        command.kill()
        command.wait()


def schema(database):
    with closing(open_beside(database, read_only=True)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def must_be_whole(database, at_least=0):
    """The one import is there with all its parts, or nothing of it is."""
    must_be_sound(database)
    with closing(open_beside(database, read_only=True)) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                  for table in ("meetings", "agenda_items", "reports", "report_pages", "figures", "actions")]
    whole = [1, 3, 20, 20, 20, 3]
    promise(counts == whole or (not at_least and counts == [0] * 6), f"an import left {counts} of {whole}")
