"""Each call to the system fails in turn: a status with a sentence that names the cause, no half file, nothing left behind, and
what stood before still stands; or the fault is survived, and the outputs are those of an undisturbed run, byte for byte.

A fixed share runs in each test; all of them with CALLS=all, of the commands that CALLS_OF names ("check,build"), where it is
set: see scripts/faults.
"""

import errno
import os
import random
import sys
import unittest

from program import CORPUS, PARTNER, ProgramTest, contents

PRELOADED = os.environ["FAILING_CALLS"]
SHARE_OF_A_KIND = 1  # cases of each command and kind of call

ALL_ON = "+"  # this call and every one after it: a disk stays full
SHORT = "0"
ERRORS = {
    "open": [errno.EMFILE, errno.EIO, errno.ENOMEM], "read": [errno.EIO, errno.EINTR, SHORT],
    "write": [errno.EIO, errno.EINTR, SHORT, f"{errno.ENOSPC}{ALL_ON}"], "close": [errno.EIO], "stat": [errno.EIO, errno.ENOMEM],
    "list": [errno.EIO, errno.EMFILE], "sync": [errno.EIO, errno.ENOSPC], "rename": [errno.EIO, errno.ENOSPC],
    "mkdir": [errno.ENOSPC, errno.EIO], "temporary": [errno.ENOSPC, errno.EMFILE, errno.EIO], "remove": [errno.EIO],
    "rights": [errno.EIO], "fork": [errno.EAGAIN, errno.ENOMEM], "pipe": [errno.EMFILE], "thread": [errno.EAGAIN],
    "map": [errno.ENOMEM, f"{errno.ENOMEM}{ALL_ON}"], "memory": [errno.ENOMEM, f"{errno.ENOMEM}{ALL_ON}"],
    "fence": [errno.ENOMEM, errno.EPERM],
}

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#246"/></svg>\n'
PHOTO = """  <photo file="one.svg" credit="Nobody" consent="2025">
    <alternative><text xml:lang="en">A square</text></alternative>
  </photo>
"""


def words_for(kind, error):
    """What the message may say of the cause. Libraries have words of their own for memory that runs out."""
    of_libraries = ["Memory allocation failed", "Malloc failure"] if kind in ("memory", "map") else []
    return [os.strerror(int(str(error).rstrip(ALL_ON))), *of_libraries]


EACH = ("check", "build", "formats", "brief", "snapshot", "verify")


class CallsFail(ProgramTest):
    COMMANDS = {
        "check": ["check", "corpus.xml"],
        "build": ["build", "corpus.xml", "--out", "made", "--jobs", "1"],
        "all": ["build", "corpus.xml", "--to", "pdf,epub,docx,html", "--out", "made", "--jobs", "1"],
        "formats": ["build", "corpus.xml", "--to", "epub,docx,html", "--out", "made", "--jobs", "1"],
        "brief": ["brief", "corpus.xml", "one", "--out", "made", "--jobs", "1"],
        "snapshot": ["snapshot", "corpus.xml", "--to", "pdf", "--out", "made", "--jobs", "1"],
        "verify": ["verify", "bags/sample-2026-11-24"],
    }

    def setUp(self):
        super().setUp()
        (self.folder / "one.svg").write_text(PICTURE)
        self.write("partners/one.xml", PARTNER.replace("</partner>", PHOTO + "</partner>"))

    def run_preloaded(self, name, **environment):
        return self.run_program(*self.COMMANDS[name], env={"LD_PRELOAD": PRELOADED, **environment})

    def count(self, name):
        """An undisturbed run, and how many calls of each kind it makes."""
        counted = self.folder / "counted"
        done = self.run_preloaded(name, COUNTED_CALLS=str(counted))
        self.assertEqual(done.returncode, 0, done.stderr)
        counts = dict(line.split() for line in counted.read_text().splitlines())
        counted.unlink()
        return done, {kind: int(number) for kind, number in counts.items()}

    def put_back(self, earlier):
        """`made` as it was, and nothing in the temporary folder."""
        for place in (self.made, self.temporary):
            for path in sorted(place.rglob("*"), reverse=True):
                path.unlink() if path.is_file() else path.rmdir()
        for name, data in sorted(earlier.items()):
            path = self.made / name
            path.mkdir() if data is None else path.write_bytes(data)

    def make_earlier_outputs(self):
        for name in ("build", "formats", "brief"):
            done = self.run_program(*self.COMMANDS[name])
            self.assertEqual(done.returncode, 0, done.stderr)
        (self.made / ".rapporteur-briefs").unlink()
        done = self.run_program("snapshot", "corpus.xml", "--to", "pdf", "--out", "bags")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.write("corpus.xml", CORPUS.replace("earlier title", "later title"))
        return contents(self.made)

    def cases_of(self, name, counts):
        for kind, number in counts.items():
            cases = [(kind, at, error) for at in range(1, number + 1) for error in ERRORS[kind]]
            if os.environ.get("CALLS") != "all":
                cases = random.Random(f"{name} {kind}").sample(cases, min(SHARE_OF_A_KIND, len(cases)))
            yield from cases

    def test_each_in_turn(self):
        earlier = self.make_earlier_outputs()
        asked = os.environ.get("CALLS_OF")
        for name in asked.split(",") if asked else EACH:
            undisturbed, counts = self.count(name)
            later = contents(self.made)
            self.put_back(earlier)
            outcomes = {"failed": 0, "survived": 0}
            for kind, at, error in self.cases_of(name, counts):
                with self.subTest(f"{name}: {kind}:{at}:{error}"):
                    done = self.run_preloaded(name, FAILING_CALL=f"{kind}:{at}:{error}")
                    found, left = contents(self.made), contents(self.temporary)
                    self.put_back(earlier)
                    outcomes["failed" if done.returncode else "survived"] += 1
                    if done.returncode:
                        self.assert_failed_well(done, kind, error)
                        # What was made is there even where its name can't be printed.
                        is_made = "to standard output" in done.stderr and done.stderr.count(": error: ") == 1
                        self.assert_stands(found, later if is_made else earlier, kind)
                    else:
                        self.assertEqual(done.stdout, undisturbed.stdout)
                        self.assert_stands(found, later, kind)
                    if kind != "remove":
                        self.assertEqual(left, {}, "something was left behind")
            print(name, sum(counts.values()), "calls;", outcomes, file=sys.stderr)

    def test_a_file_that_can_not_be_read(self):
        """It is an error with the file's name: what would be set without it isn't what was asked for."""
        for path in ("hyph_en_", "EBGaramond12-Regular", "words/en.xml", "styles/house.xml", "schema/corpus.xsd", "one.svg",
                     "partners/one.xml"):
            for error in (errno.EIO, errno.EMFILE):
                with self.subTest(f"{path} {errno.errorcode[error]}"):
                    # A corpus's files are opened step by step from its folder.
                    opened = path.removeprefix("partners/")
                    done = self.run_preloaded("build", FAILING_CALL=f"open:1:{error}{ALL_ON}", FAILING_PATH=opened)
                    self.assert_surroundings_failed(done, path, os.strerror(error))
                    self.assertEqual(contents(self.made), {})

    def renames_of_all(self, earlier):
        """The numbers of the calls that put four outputs in place: the last ones."""
        _, counts = self.count("all")
        self.put_back(earlier)
        return range(counts["rename"] - 3, counts["rename"] + 1)

    def test_a_rename_in_the_middle_fails(self):
        """What was put in place already is taken back."""
        earlier = self.make_earlier_outputs()
        for at in self.renames_of_all(earlier):
            with self.subTest(at):
                done = self.run_preloaded("all", FAILING_CALL=f"rename:{at}:{errno.EIO}")
                found = contents(self.made)
                self.put_back(earlier)
                self.assert_surroundings_failed(done, "made/sample-2026-en.", "can't be put in place: Input/output error")
                self.assert_stands(found, earlier, "rename")

    def test_a_file_system_that_can_not_exchange(self):
        earlier = self.make_earlier_outputs()
        for at in self.renames_of_all(earlier):
            with self.subTest(at):
                done = self.run_preloaded("all", FAILING_CALL=f"rename:{at}:{errno.EINVAL}")
                found = contents(self.made)
                self.put_back(earlier)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual([name for name in found if name.startswith(".")], [])
                self.assertEqual([name for name in earlier if found[name] == earlier[name] and "brief" not in name], [])

    def test_what_stood_before_can_not_be_put_back(self):
        """It lies in a folder that the message names, and that later runs leave alone."""
        earlier = self.make_earlier_outputs()
        for at in list(self.renames_of_all(earlier))[1:]:
            with self.subTest(at):
                done = self.run_preloaded("all", FAILING_CALL=f"rename:{at}:{errno.EIO}{ALL_ON}")
                self.assert_surroundings_failed(done, "what was there before can't be put back")
                kept = self.folder / done.stderr.split("hint: it lies in ")[1].strip()
                self.assertEqual(self.build("pdf").returncode, 0)
                found = set(contents(kept).values()) | set(contents(self.made).values())
                kept.chmod(0o700)
                self.put_back(earlier)
                self.assertEqual([name for name, data in earlier.items() if data not in found], [])

    def assert_failed_well(self, done, kind, error):
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(": error: ", done.stderr)
        self.assertTrue(any(words in done.stderr for words in words_for(kind, error)), done.stderr)

    def assert_stands(self, found, expected, kind):
        if kind == "remove":  # what can't be removed stays, hidden
            found = {name: data for name, data in found.items() if not name.startswith(".")}
            expected = {name: data for name, data in expected.items() if not name.startswith(".")}
        # What `brief --resume` goes by is written before the briefs are, so that a run that is stopped can go on.
        found.pop(".rapporteur-briefs", None)
        expected = {name: data for name, data in expected.items() if name != ".rapporteur-briefs"}
        self.assertEqual(sorted(found), sorted(expected))
        self.assertEqual([name for name in found if found[name] != expected[name]], [])


if __name__ == "__main__":
    unittest.main()
