"""What is read is what is used: no file of a corpus is opened twice, so that none can be another one by the second time."""

import ctypes
import os
import pathlib
import shutil
import struct
import subprocess
import tempfile
import time
import unittest
from collections import Counter

from program import PARTNER, ProgramTest

IN_OPEN, IN_ISDIR = 0x20, 0x40000000
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#336"/></svg>"""
SECRET = '  <nextStep source="page" audience="internal"><text xml:lang="en">The lamplighter leaves.</text></nextStep>\n'
PHOTO = ('  <photo file="photos/boat.svg" consent="2026-05-01"><alternative><text xml:lang="en">A blue field.</text></alternative>'
         "</photo>\n")
OUTSIDE = "heliotropes are kept elsewhere"


class Openings:
    """Counts how often each file of these folders is opened (inotify(7)); it is read once the program has ended."""

    def __init__(self, *folders):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(os.O_NONBLOCK)
        self.folders = {self.libc.inotify_add_watch(self.descriptor, os.fsencode(folder), IN_OPEN): folder for folder in folders}

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        os.close(self.descriptor)

    def counted(self):
        counts = Counter()
        try:
            events = os.read(self.descriptor, 1 << 20)
        except BlockingIOError:
            events = b""
        while events:
            watch, mask, _, length = struct.unpack_from("iIII", events)
            name = events[16:16 + length].rstrip(b"\0").decode()
            events = events[16 + length:]
            if not mask & IN_ISDIR:
                counts[f"{self.folders[watch].name}/{name}"] += 1
        return counts


class ReadOnce(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "photos").mkdir()
        self.write("photos/boat.svg", PICTURE)
        self.write("partners/one.xml", PARTNER.replace("</partner>", SECRET + PHOTO + "</partner>"))
        self.files = {f"{self.folder.name}/corpus.xml", "partners/one.xml", "photos/boat.svg"}

    def assert_opened_once(self, *arguments):
        with Openings(self.folder, self.folder / "partners", self.folder / "photos") as openings:
            done = self.run_program(*arguments)
            counts = openings.counted()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({name: counts[name] for name in self.files}, dict.fromkeys(self.files, 1), arguments)

    def test_by_every_command_that_publishes(self):
        for audience in ("public", "donor", "internal"):
            self.assert_opened_once("build", "corpus.xml", "--to", "pdf,epub,docx,html", "--audience", audience, "--out", "made")
        self.assert_opened_once("snapshot", "corpus.xml", "--to", "pdf", "--out", "made")

    def test_by_briefs_which_show_no_photos(self):
        self.files.discard("photos/boat.svg")
        self.assert_opened_once("brief", "corpus.xml", "one", "--to", "pdf,html", "--out", "made")

    def test_by_the_corpus_that_changes_are_told_from(self):
        older = self.folder / "older"
        older.mkdir()
        for name in ("corpus.xml", "partners", "photos"):
            (shutil.copytree if (self.folder / name).is_dir() else shutil.copy)(self.folder / name, older / name)
        with Openings(older, older / "partners", older / "photos") as openings:
            done = self.run_program("build", "corpus.xml", "--since", "older/corpus.xml", "--out", "made")
            counts = openings.counted()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(counts, {"older/corpus.xml": 1, "partners/one.xml": 1})

    def test_a_file_that_becomes_a_link_meanwhile_is_refused_or_was_read_before(self):
        elsewhere = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "elsewhere.xml"
        elsewhere.write_text(PARTNER.replace("One works with us.", OUTSIDE))
        file = self.folder / "partners" / "one.xml"
        kept = file.read_bytes()
        for delay in (0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2):
            shutil.rmtree(self.made, ignore_errors=True)
            file.unlink()
            file.write_bytes(kept)
            running = subprocess.Popen([os.environ["RAPPORTEUR"], "build", "corpus.xml", "--out", "made"], cwd=self.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            file.unlink()
            file.symlink_to(elsewhere)
            running.wait(60)
            for report in self.made.glob("*.pdf"):
                folder = self.folder / "attached"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                subprocess.run(["pdfdetach", "-saveall", "-o", folder, report], check=True, stdout=subprocess.DEVNULL)
                self.assertNotIn(OUTSIDE.encode(), (folder / "one.xml").read_bytes(), delay)


if __name__ == "__main__":
    unittest.main(verbosity=2)
