"""The DOCX opened, printed and written again by another word processor."""

import pathlib
import tempfile
import unittest

from publications import (WORD, docx_paragraph_style, docx_paragraph_text, docx_part, in_one_line, pdf_text, reports,
                          said)


def headings(file):
    return [(docx_paragraph_style(paragraph), docx_paragraph_text(paragraph))
            for paragraph in docx_part(file, "word/document.xml").iter(f"{WORD}p")
            if docx_paragraph_style(paragraph).startswith("Heading")]


def notes(file):
    """The words of each footnote, without its number."""
    return [" ".join(docx_paragraph_text(paragraph) for paragraph in note.iter(f"{WORD}p")).strip()
            for note in docx_part(file, "word/footnotes.xml").iter(f"{WORD}footnote")
            if note.get(f"{WORD}type") in (None, "normal")]


def tables(file):
    """Of each table, the words of each cell, row by row."""
    return [[[" ".join(docx_paragraph_text(paragraph) for paragraph in cell.iter(f"{WORD}p"))
              for cell in row.findall(f"{WORD}tc")] for row in table.findall(f"{WORD}tr")]
            for table in docx_part(file, "word/document.xml").iter(f"{WORD}tbl")]


def alternatives(file):
    return [drawing.get("descr") for drawing in docx_part(file, "word/document.xml").iter()
            if drawing.tag.endswith("}docPr") and drawing.get("descr")]


def body_text(file):
    return in_one_line(" ".join(docx_paragraph_text(paragraph)
                                for paragraph in docx_part(file, "word/document.xml").iter(f"{WORD}p")))


class DocxInLibreOffice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        for form in ("pdf", "docx"):
            said("soffice", f"-env:UserInstallation=file://{cls.folder.name}/profile", "--headless", "--convert-to", form,
                 "--outdir", cls.folder.name, *reports("docx"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def made(self, file, suffix):
        return pathlib.Path(self.folder.name) / file.with_suffix(suffix).name

    def test_opens_and_shows_every_heading_and_note(self):
        for file in reports("docx"):
            shown = in_one_line(pdf_text(self.made(file, ".pdf")))
            with self.subTest(file.name):
                self.assertGreater(len(headings(file)), 20)
                for _, heading in headings(file):
                    self.assertIn(heading, shown)
                for note in notes(file):
                    self.assertIn(note[:30], shown)

    def test_headings_tables_notes_and_words_survive_the_way_there_and_back(self):
        for file in reports("docx"):
            back = self.made(file, ".docx")
            with self.subTest(file.name):
                self.assertEqual(headings(back), headings(file))
                self.assertEqual(tables(back), tables(file))
                self.assertEqual(notes(back), notes(file))
                self.assertEqual(alternatives(back), alternatives(file))
                self.assertEqual(body_text(back), body_text(file))


if __name__ == "__main__":
    unittest.main(verbosity=2)
