"""The calendar of deadlines, read by another program."""

import json
import subprocess
import tempfile
import pathlib
import unittest

from publications import RAPPORTEUR, SOURCE, python_tool, said

CORPUS = SOURCE / "tests" / "corpora" / "years" / "2026" / "corpus.xml"

READ = """
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not calendar.errors, calendar.errors
events = list(calendar.walk("VEVENT"))
assert not any(event.errors for event in events)
print(json.dumps([{"uid": str(event["UID"]), "start": event.decoded("DTSTART").isoformat(),
                   "end": event.decoded("DTEND").isoformat() if "DTEND" in event else None,
                   "summary": str(event["SUMMARY"]), "description": str(event["DESCRIPTION"]),
                   "url": str(event.get("URL", "")), "rules": "RRULE" in event} for event in events]))
"""


class Calendar(unittest.TestCase):
    def test_icalendar_reads_every_deadline_with_its_dates_and_words(self):
        calendar = subprocess.run([str(RAPPORTEUR), "deadlines", str(CORPUS), "--format", "ics"], check=True,
                                  capture_output=True).stdout
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "deadlines.ics"
            file.write_bytes(calendar)
            events = json.loads(said(python_tool("python"), "-c", READ, file))
        self.assertEqual([(event["uid"], event["start"], event["end"]) for event in events], [
            ("alder.alder-list@lanterns", "2026-12-01", "2027-01-01"),
            ("alder.alder-fee@lanterns", "2027-01-01", "2028-01-01"),
            ("alder.alder-report@lanterns", "2027-06-01", None),
        ])
        report = events[2]
        self.assertEqual(report["summary"], "COA: Report on its work, with figures; in writing")
        self.assertEqual(report["url"], "https://example.org/register")
        self.assertIn("Source: Register of partners, Invented Press, rule 61", report["description"])
        self.assertIn("Recurs every 4 years; the date after this one isn't confirmed yet.", report["description"])
        self.assertFalse(any(event["rules"] for event in events))


if __name__ == "__main__":
    unittest.main(verbosity=2)
