"""The program itself among failing surroundings: a small corpus, what an earlier run made of it, and a later run that fails."""

import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = pathlib.Path(os.environ["RAPPORTEUR"])
GUARD = 180  # seconds, against hanging only: a run takes one, ten under the sanitizers

CORPUS = """<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude"
        id="sample" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">The earlier title</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources>
    <source id="page" language="en"><title><text xml:lang="en">A page</text></title></source>
  </sources>
  <partners>
    <xi:include href="partners/one.xml"/>
  </partners>
</corpus>
"""

PARTNER = """<?xml version="1.0" encoding="UTF-8"?>
<partner xmlns="urn:rapporteur:corpus:1" id="one" kind="ngo" status="active">
  <name><text xml:lang="en">One</text></name>
  <summary source="page"><text xml:lang="en">One works with us.</text></summary>
  <relationship id="membership" kinds="member" from="1993" to="2012-05" source="page"/>
</partner>
"""


def contents(folder):
    """Every file below a folder, hidden ones too, with its bytes; a folder has none."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


class ProgramTest(unittest.TestCase):
    """A folder with a corpus, `made` for what is made, `temporary` for what must not stay."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.made = self.folder / "made"
        self.temporary = self.folder / "temporary"
        (self.folder / "partners").mkdir()
        self.temporary.mkdir()
        self.write("corpus.xml", CORPUS)
        self.write("partners/one.xml", PARTNER)

    def enterContext(self, context):  # unittest's own from Python 3.11 on
        value = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return value

    def write(self, name, text):
        data = text if isinstance(text, bytes) else text.encode()
        (self.folder / name).write_bytes(data)

    def run_program(self, *arguments, before=(), **how):
        """Runs it in the folder; `before` is put before the command, `how` goes to subprocess.run."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TMPDIR": str(self.temporary), **how.pop("env", {})}
        how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.run([*before, PROGRAM, *arguments], cwd=self.folder, env=environment, text=True, timeout=GUARD, **how)

    def build(self, formats="pdf,epub,docx", *more, **how):
        return self.run_program("build", "corpus.xml", "--to", formats, "--out", "made", *more, **how)

    def make_the_earlier(self):
        """Makes all formats, then changes the corpus, so that whatever is made anew has other bytes."""
        done = self.build()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.write("corpus.xml", CORPUS.replace("earlier title", "later title"))
        self.assertEqual(len(contents(self.made)), 3)
        return contents(self.made)

    def assert_surroundings_failed(self, done, *said):
        """Status 3, nothing on standard output, and one error: a sentence with these words in it."""
        lines = (done.stderr or "").splitlines()
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout or "", "")
        self.assertEqual([": error: " in line or ": hint: " in line for line in lines], [True] * len(lines), done.stderr)
        errors = [line for line in lines if ": error: " in line]
        self.assertEqual(len(errors), 1, done.stderr)
        for words in said:
            self.assertIn(words, errors[0])
        self.assertEqual(contents(self.temporary), {})

    def assert_fails_and_leaves_the_earlier(self, said, *arguments, **how):
        earlier = self.make_the_earlier()
        self.assert_surroundings_failed(self.build(*arguments, **how), *said)
        self.assertEqual(contents(self.made), earlier)

    def on_path(self, name, script):
        """PATH with a program of this name first."""
        folder = self.folder / "first on path"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text("#!/bin/sh\n" + script)
        (folder / name).chmod(0o755)
        return {"PATH": f"{folder}:/usr/bin:/bin"}
