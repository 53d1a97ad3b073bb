"""PDF, EPUB, HTML and DOCX say the same: headings, tables and notes, each read out of the format by its own marks."""

import unittest

from publications import (LANGUAGES, WORD, XHTML, docx_paragraph_style, docx_paragraph_text, docx_part, epub_documents,
                          html_documents, in_one_line, pdf_outline, pdf_structure, report)


def pdf_headings(file):
    # By the outline, which pdf_pages.py holds against the structure. The cover and the contents aren't headings elsewhere.
    return [(level, title) for level, title, _ in pdf_outline(file)[0][2:]]


def web_headings(documents):
    return [(int(element.tag[-1]), in_one_line("".join(element.itertext()))) for document in documents
            for element in document.iter()
            if element.tag in (f"{XHTML}h1", f"{XHTML}h2", f"{XHTML}h3") and element.get("class") != "title"]


def docx_headings(document):
    return [(int(docx_paragraph_style(paragraph)[-1]), docx_paragraph_text(paragraph))
            for paragraph in document.iter(f"{WORD}p") if docx_paragraph_style(paragraph).startswith("Heading")]


def pdf_tables(file):
    """Of each table: how many rows, and whether it has a heading row."""
    return [(len(list(table.all("TR"))), any(table.all("THead"))) for table in pdf_structure(file).all("Table")]


def web_tables(documents):
    return [(len(list(table.iter(f"{XHTML}tr"))), table.find(f"{XHTML}thead") is not None)
            for document in documents for table in document.iter(f"{XHTML}table")]


def docx_tables(document):
    return [(len(table.findall(f"{WORD}tr")), table.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader") is not None)
            for table in document.iter(f"{WORD}tbl")]


def pdf_calls(file):
    # The entries of the contents are references too.
    structure = pdf_structure(file)
    in_contents = sum(kid.role == "Reference" for entry in structure.all("TOCI") for kid in entry.children)
    return [call.role for call in structure.all("Reference")][in_contents:]


def web_calls(documents):
    return ["Reference" for document in documents for element in document.iter()
            if element.get("role") == "doc-noteref"]


def docx_calls(document):
    # A note that is called again is a cross-reference to its first call.
    again = [field for field in document.iter(f"{WORD}instrText") if "NOTEREF" in (field.text or "")]
    return ["Reference" for _ in (*document.iter(f"{WORD}footnoteReference"), *again)]


class FormatsAgree(unittest.TestCase):
    def assert_agreement(self, read_pdf, read_web, read_docx, fewest):
        for language in LANGUAGES:
            in_pdf = read_pdf(report(language, "pdf"))
            in_epub = read_web(list(epub_documents(report(language, "epub"))))
            in_html = read_web(html_documents(report(language, "html")))
            in_docx = read_docx(docx_part(report(language, "docx"), "word/document.xml"))
            with self.subTest(language):
                self.assertGreaterEqual(len(in_pdf), fewest)
                self.assertEqual(in_pdf, in_epub)
                self.assertEqual(in_epub, in_html)
                self.assertEqual(in_epub, in_docx)

    def test_on_every_heading_with_its_level(self):
        self.assert_agreement(pdf_headings, web_headings, docx_headings, 20)

    def test_on_every_table_with_its_rows_and_heading_row(self):
        self.assert_agreement(pdf_tables, web_tables, docx_tables, 12)

    def test_on_the_number_of_calls_of_notes(self):
        self.assert_agreement(pdf_calls, web_calls, docx_calls, 10)


if __name__ == "__main__":
    unittest.main(verbosity=2)
