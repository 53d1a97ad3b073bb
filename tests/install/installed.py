"""The program installed: it works wherever it was put, with its own schema and styles, and needs nothing of where it was built."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["RAPPORTEUR"]).parent


class Installed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.prefix = self.folder / "prefix"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", self.prefix], check=True, capture_output=True)
        self.data = self.prefix / "share" / "rapporteur"
        shutil.copytree(SOURCE / "sources" / "dci", self.folder / "dci")

    def run_program(self, *arguments, prefix=None):
        program = (prefix or self.prefix) / "bin" / "rapporteur"
        return subprocess.run([program, *arguments], cwd=self.folder, capture_output=True, text=True)

    def build(self, **how):
        done = self.run_program("build", "dci/corpus.xml", "--out", "made", **how)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return subprocess.run(["pdftotext", "-layout", self.folder / done.stdout.strip(), "-"], capture_output=True, text=True,
                              check=True).stdout

    def test_tells_its_version_and_checks(self):
        self.assertTrue(self.run_program("--version").stdout.startswith("rapporteur "))
        self.assertIn("0 errors", self.run_program("check", "dci/corpus.xml").stdout)

    def test_uses_the_installed_words(self):
        words = self.data / "styles" / "words" / "en.xml"
        text = words.read_text(encoding="utf-8")
        self.assertIn(">Contents<", text)
        words.write_text(text.replace(">Contents<", ">What is inside<"), encoding="utf-8")
        printed = self.build()
        self.assertIn("What is inside", printed)
        self.assertNotIn("Contents", printed)

    def test_uses_the_installed_schema(self):
        schema = self.data / "schema" / "corpus.xsd"
        text = schema.read_text(encoding="utf-8")
        self.assertIn('value="un-panel"', text)
        schema.write_text(text.replace('value="un-panel"', 'value="un-board"'), encoding="utf-8")
        self.assertIn("“un-panel” isn't a value that it may have", self.run_program("check", "dci/corpus.xml").stderr)

    def test_may_be_moved_as_a_whole_and_linked_to(self):
        moved = self.folder / "moved elsewhere"
        self.prefix.rename(moved)
        self.assertIn("Contents", self.build(prefix=moved))
        linked = self.folder / "linked"
        (linked / "bin").mkdir(parents=True)
        (linked / "bin" / "rapporteur").symlink_to(moved / "bin" / "rapporteur")
        self.assertIn("Contents", self.build(prefix=linked))

    def test_without_its_schema_or_styles_it_says_where_they_may_be_given(self):
        for name in ("schema", "styles"):
            with self.subTest(name):
                (self.data / name).rename(self.folder / name)
                done = self.run_program("check", "dci/corpus.xml")
                self.assertEqual(done.returncode, 3)
                self.assertIn(f"--{name}-dir", done.stderr)
                given = self.run_program("check", "dci/corpus.xml", f"--{name}-dir", name)
                self.assertEqual((given.returncode, given.stderr), (0, ""))
                (self.folder / name).rename(self.data / name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
