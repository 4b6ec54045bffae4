"""Writers that remember what the server acknowledged, and what it may or may not have done when it died."""

import itertools
import threading

import records
from api import Api, Gone
from promises import promise


class Writer(threading.Thread):
    """Writes until the server is gone. The subclass says what; each has records of its own."""

    def __init__(self, server, token, numbers):
        super().__init__(daemon=True)
        self.api = Api(server, token)
        self.numbers = numbers
        self.known = {}  # path: the record as it was last acknowledged
        self.doubtful = set()  # paths of records with a change under way when the server died
        self.acknowledged = 0
        self.fault = None

    def run(self):
        try:
            while True:
                self.turn(next(self.numbers))
        except Gone:
            pass
        except Exception as error:  # pylint: disable=broad-except
            self.fault = error
        finally:
            self.api.close()

    def turn(self, number):
        raise NotImplementedError

    def make(self, collection, body):
        """A new record: its path and its tag."""
        answer = self.api.write("POST", f"/v1/{collection}", body)
        path = answer.fields["location"]
        self.keep(path, answer)
        return path, answer.fields["etag"]

    def change(self, path, tag, patch):
        self.doubtful.add(path)
        self.keep(path, self.api.write("PATCH", path, patch, if_match=tag))

    def move(self, path, target):
        self.doubtful.add(path)
        self.keep(path, self.api.write("POST", f"{path}/transitions", {"to": target}))

    def keep(self, path, answer):
        self.known[path] = answer.json
        self.doubtful.discard(path)
        self.acknowledged += 1

    def verify(self, api):
        """Every acknowledged record is there as it was acknowledged, or one change further where one was under way."""
        for path, record in self.known.items():
            now = api.read(path)
            is_further = path in self.doubtful and now["version"] == record["version"] + 1
            promise(now == record or is_further, f"{path} was acknowledged as {record} and is {now}")


class IndicatorWriter(Writer):
    def turn(self, number):
        body = records.indicator(number)
        path, tag = self.make("indicators", body)
        self.make("observations", records.observation(body["code"], number))
        self.change(path, tag, {"topic": f"Topic {number}"})


class ActionWriter(Writer):
    def turn(self, number):
        path, tag = self.make("actions", records.action(number))
        self.change(path, tag, {"ownerRole": "Clerk"})
        self.move(path, "in_progress")


class MeetingWriter(Writer):
    def turn(self, number):
        path, tag = self.make("meetings", records.meeting(number))
        self.change(path, tag, {"venue": f"Hall {number}"})


class PackWriter(Writer):
    """Imports; the one under way when the server died is posted again with its key."""

    def __init__(self, server, token, numbers):
        super().__init__(server, token, numbers)
        self.under_way = None
        self.cut_off = ""  # what became of an import under way when the server died: "whole" or "gone"

    def turn(self, number):
        self.under_way = number
        self.keep_import(number, self.post(self.api, number))
        self.under_way = None

    @staticmethod
    def post(api, number):
        return api.write("POST", "/v1/imports", records.pack(number), Idempotency_Key=f"pack-{number}")

    def keep_import(self, number, answer):
        made = answer.json
        expected = records.row_count(records.pack(number))
        promise(len(made["rows"]) == expected, f"pack {number} has {expected} rows and its import {len(made['rows'])}")
        self.keep(answer.fields["location"], answer)

    def verify(self, api):
        if self.under_way is not None:
            self.verify_doubtful(api, self.under_way)
            self.under_way = None
        super().verify(api)
        for record in self.known.values():
            meeting = next(row["id"] for row in record["rows"] if row["collection"] == "meetings")
            self.must_be_whole(api, meeting)

    def verify_doubtful(self, api, number):
        """The import was done or not, never in part; the same key and body make it whole and make it once."""
        meetings = api.read(f"/v1/meetings?panel=packs&startsAt={records.start(number)}")["data"]
        if meetings:
            self.must_be_whole(api, meetings[0]["id"])
        answer = self.post(api, number)
        replayed = api.count("imports")
        self.cut_off = "whole" if meetings else "gone"
        self.keep_import(number, answer)
        promise(self.post(api, number).json == answer.json, f"pack {number} was answered in two ways")
        promise(api.count("imports") == replayed, f"pack {number} was imported again")

    @staticmethod
    def must_be_whole(api, meeting):
        for collection, count in records.PARTS.items():
            there = api.count(collection, f"&meeting={meeting}")
            promise(there == count, f"meeting {meeting} has {there} {collection} of {count}")


KINDS = (IndicatorWriter, ActionWriter, MeetingWriter, PackWriter)


class Workload:
    """One writer of each kind, started together."""

    def __init__(self, server, token, numbers=None):
        numbers = numbers or itertools.count(1)
        self.writers = [kind(server, token, numbers) for kind in KINDS]

    @property
    def packs(self):
        return self.writers[-1]

    def start(self):
        for writer in self.writers:
            writer.start()

    def join(self):
        """Waits until each has noticed that the server is gone; broken when one met anything else."""
        for writer in self.writers:
            writer.join(30)
            promise(not writer.is_alive(), "a writer waits for a server that is gone")
            if writer.fault:
                raise writer.fault

    @property
    def acknowledged(self):
        return sum(writer.acknowledged for writer in self.writers)

    def verify(self, api):
        for writer in self.writers:
            writer.verify(api)
