"""PDF, EPUB and DOCX say the same: headings, tables and notes, each read out of the format by its own marks."""

import unittest

from publications import (EPUB, LANGUAGES, WORD, XHTML, docx_paragraph_style, docx_paragraph_text, docx_part, epub_documents,
                          in_one_line, pdf_structure, report)


def pdf_headings(structure):
    # The first heading is that of the contents, which the other formats don't count among theirs.
    return [(int(heading.role[1]), heading.text()) for heading in structure.all("H1", "H2", "H3")][1:]


def epub_headings(documents):
    return [(int(element.tag[-1]), in_one_line("".join(element.itertext()))) for document in documents
            for element in document.iter()
            if element.tag in (f"{XHTML}h1", f"{XHTML}h2", f"{XHTML}h3") and element.get("class") != "title"]


def docx_headings(document):
    return [(int(docx_paragraph_style(paragraph)[-1]), docx_paragraph_text(paragraph))
            for paragraph in document.iter(f"{WORD}p") if docx_paragraph_style(paragraph).startswith("Heading")]


def pdf_tables(structure):
    """Of each table: how many rows, and whether it has a heading row."""
    return [(len(list(table.all("TR"))), any(table.all("THead"))) for table in structure.all("Table")]


def epub_tables(documents):
    return [(len(list(table.iter(f"{XHTML}tr"))), table.find(f"{XHTML}thead") is not None)
            for document in documents for table in document.iter(f"{XHTML}table")]


def docx_tables(document):
    return [(len(table.findall(f"{WORD}tr")), table.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader") is not None)
            for table in document.iter(f"{WORD}tbl")]


class FormatsAgree(unittest.TestCase):
    def setUp(self):
        self.read = {language: (pdf_structure(report(language, "pdf")), list(epub_documents(report(language, "epub"))),
                                docx_part(report(language, "docx"), "word/document.xml")) for language in LANGUAGES}

    def assert_agreement(self, in_pdf, in_epub, in_docx, fewest):
        for language, (structure, documents, document) in self.read.items():
            with self.subTest(language):
                self.assertGreaterEqual(len(in_pdf(structure)), fewest)
                self.assertEqual(in_pdf(structure), in_epub(documents))
                self.assertEqual(in_epub(documents), in_docx(document))

    def test_on_every_heading_with_its_level(self):
        self.assert_agreement(pdf_headings, epub_headings, docx_headings, 20)

    def test_on_every_table_with_its_rows_and_heading_row(self):
        self.assert_agreement(pdf_tables, epub_tables, docx_tables, 12)

    def test_on_the_number_of_notes(self):
        for language, (structure, documents, _) in self.read.items():
            in_pdf = len(list(structure.all("Note")))
            in_epub = sum(1 for document in documents for element in document.iter()
                          if "footnote" in (element.get(f"{EPUB}type") or "").split())
            in_docx = sum(1 for note in docx_part(report(language, "docx"), "word/footnotes.xml").iter(f"{WORD}footnote")
                          if note.get(f"{WORD}type") is None)
            with self.subTest(language):
                self.assertGreater(in_pdf, 10)
                self.assertEqual((in_pdf, in_epub), (in_epub, in_docx))


if __name__ == "__main__":
    unittest.main(verbosity=2)
