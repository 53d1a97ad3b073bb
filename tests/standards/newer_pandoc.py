"""A current pandoc makes of the same AST what Debian's makes: the same page, the same book, the same document."""

import os
import pathlib
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

from publications import CORPUS, RAPPORTEUR, docx_text, epub_documents, python_tool, report


def newer_pandoc():
    """The folder of the one that came from PyPI."""
    program = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return pathlib.Path(subprocess.run([python_tool("python"), "-c", program], check=True, capture_output=True,
                                       text=True).stdout.strip()).parent


def chapters(file):
    return [ElementTree.tostring(document.find("{http://www.w3.org/1999/xhtml}body"), encoding="unicode")
            for document in list(epub_documents(file))[1:]]


class NewerPandoc(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        environment = {**os.environ, "PATH": f"{newer_pandoc()}:{os.environ['PATH']}"}
        cls.version = subprocess.run(["pandoc", "--version"], env=environment, check=True, capture_output=True,
                                     text=True).stdout.split()[1]
        cls.said = subprocess.run([RAPPORTEUR, "build", CORPUS, "--to", "epub,docx,html", "--lang", "en,fr,es", "--out",
                                   cls.folder.name], env=environment, check=True, capture_output=True, text=True).stderr

    def made(self, form):
        return pathlib.Path(self.folder.name) / report("fr", form).name

    def test_is_of_the_third_line_and_known(self):
        self.assertGreaterEqual(self.version.split("."), ["3", "9"])
        self.assertEqual(self.said, "")

    def test_makes_the_same_page(self):
        self.assertEqual(self.made("html").read_text(encoding="utf-8"),
                         report("fr", "html").read_text(encoding="utf-8"))

    def test_makes_the_same_chapters(self):
        self.assertEqual(chapters(self.made("epub")), chapters(report("fr", "epub")))

    def test_makes_a_document_of_the_same_words(self):
        self.assertEqual(docx_text(self.made("docx")), docx_text(report("fr", "docx")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
