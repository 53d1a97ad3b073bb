"""The DOCX opened by another word processor."""

import pathlib
import tempfile
import unittest

from publications import (WORD, docx_paragraph_style, docx_paragraph_text, docx_part, in_one_line, pdf_text, reports, said)


class DocxInLibreOffice(unittest.TestCase):
    def test_opens_and_shows_every_heading_and_note(self):
        with tempfile.TemporaryDirectory() as folder:
            said("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                 "--outdir", folder, *reports("docx"))
            for file in reports("docx"):
                shown = in_one_line(pdf_text(pathlib.Path(folder) / file.with_suffix(".pdf").name))
                paragraphs = list(docx_part(file, "word/document.xml").iter(f"{WORD}p"))
                headings = [docx_paragraph_text(paragraph) for paragraph in paragraphs
                            if docx_paragraph_style(paragraph).startswith("Heading")]
                notes = [docx_paragraph_text(paragraph) for paragraph in
                         docx_part(file, "word/footnotes.xml").iter(f"{WORD}p")]
                with self.subTest(file.name):
                    self.assertGreater(len(headings), 20)
                    for heading in headings:
                        self.assertIn(heading, shown)
                    for note in filter(None, notes):
                        self.assertIn(note[:30], shown)


if __name__ == "__main__":
    unittest.main(verbosity=2)
