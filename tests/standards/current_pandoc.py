"""The report made by a current pandoc, beside the one that Debian's has made: another AST, the same publications."""

import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile
from xml.etree import ElementTree

from docx_validity import faults
from publications import (CORPUS, RAPPORTEUR, WORD, docx_paragraph_style, docx_paragraph_text, docx_part, epub_documents,
                          report, said, validators)

LANGUAGES = ("en", "fr")


def folder_of_pandoc():
    """Where the package from PyPI has put pandoc; a missing one fails the test that asked."""
    found = list(validators().glob("pandoc/lib/python3*/site-packages/pypandoc/files/pandoc"))
    if not found:
        raise AssertionError("pandoc from PyPI isn't there: run scripts/fetch-validators")
    return found[0].parent


def paragraphs(file, part):
    return [(docx_paragraph_style(paragraph), docx_paragraph_text(paragraph))
            for paragraph in docx_part(file, part).iter(f"{WORD}p")]


def links(file):
    return [(link.get(f"{WORD}anchor"), docx_paragraph_text(link))
            for link in docx_part(file, "word/document.xml").iter(f"{WORD}hyperlink")]


def chapters(file):
    return [ElementTree.tostring(document.find("{http://www.w3.org/1999/xhtml}body"), encoding="unicode")
            for document in list(epub_documents(file))[1:]]


class CurrentPandoc(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        # The page links to its sisters, so that all its languages are made.
        cls.warnings = subprocess.run([RAPPORTEUR, "build", CORPUS, "--to", "epub,docx,html", "--lang", "en,fr,es", "--out",
                                       cls.folder.name], check=True, capture_output=True, text=True,
                                      env={**os.environ, "PATH": f"{folder_of_pandoc()}:{os.environ['PATH']}"}).stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def made(self, language, form="docx"):
        return pathlib.Path(self.folder.name) / report(language, form).name

    def test_it_is_another_one(self):
        here, there = (said(program, "--version").split("\n")[0] for program in ("pandoc", folder_of_pandoc() / "pandoc"))
        self.assertNotEqual(here, there)
        self.assertTrue(there.startswith("pandoc 3."), there)
        self.assertEqual(self.warnings, "")

    def test_makes_the_same_page(self):
        for language in LANGUAGES:
            with self.subTest(language):
                self.assertEqual(self.made(language, "html").read_text(encoding="utf-8"),
                                 report(language, "html").read_text(encoding="utf-8"))

    def test_makes_the_same_chapters(self):
        for language in LANGUAGES:
            with self.subTest(language):
                self.assertEqual(chapters(self.made(language, "epub")), chapters(report(language, "epub")))

    def test_the_docx_has_no_fault(self):
        for language in LANGUAGES:
            with self.subTest(language):
                self.assertEqual(faults(self.made(language)), [])

    def test_says_the_same_in_the_same_styles_with_the_same_links(self):
        for language in LANGUAGES:
            with self.subTest(language):
                for part in ("word/document.xml", "word/footnotes.xml"):
                    self.assertEqual(paragraphs(self.made(language), part), paragraphs(report(language, "docx"), part))
                self.assertEqual(links(self.made(language)), links(report(language, "docx")))

    def test_has_the_same_styles_and_ties_to_the_corpus(self):
        for language in LANGUAGES:
            with zipfile.ZipFile(self.made(language)) as one, zipfile.ZipFile(report(language, "docx")) as other:
                for part in ("word/styles.xml", "word/settings.xml", "customXml/item1.xml", "docProps/core.xml"):
                    with self.subTest(language=language, part=part):
                        self.assertEqual(one.read(part), other.read(part))


if __name__ == "__main__":
    unittest.main(verbosity=2)
