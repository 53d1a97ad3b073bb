"""The PDF's pages, outline, labels and structure, seen from outside."""

import json
import re
import unittest
from xml.etree import ElementTree

from publications import XHTML, in_one_line, pdf_outline, pdf_pages, pdf_structure, report, reports, said

FEWEST_LINES = 4
OVERVIEW = {"en": ("Partners at a glance", "Timeline"), "fr": ("Les partenaires en un coup d’œil", "Chronologie"),
            "es": ("Los socios de un vistazo", "Cronología")}
ROMAN = {"/R": str.upper, "/r": str.lower}


def roman(number):
    digits = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, digit in digits:
        written += digit * (number // value)
        number %= value
    return written


def labels_of(given, pages):
    """The label of each page (ISO 32000-1, 12.4.2)."""
    labels = []
    ranges = given + [{"index": pages}]
    for this, following in zip(ranges, ranges[1:]):
        style = this["label"].get("/S")
        for number in range(following["index"] - this["index"]):
            value = this["label"].get("/St", 1) + number
            shown = ROMAN[style](roman(value)) if style in ROMAN else str(value) if style == "/D" else ""
            prefix = this["label"].get("/P", "").removeprefix("u:")
            labels.append(prefix + shown)
    return labels


def sheets_before_contents(file):
    """The cover and the inner title, which hold few words on purpose, and an imprint with a page of its own."""
    entries, _ = pdf_outline(file)
    return min(page for _, _, page in entries[1:]) - 1


class PdfPages(unittest.TestCase):
    def test_the_partners_at_a_glance_and_the_timeline_face_each_other(self):
        for file in reports("pdf"):
            glance, timeline = (next(entry for entry in pdf_outline(file)[0] if entry[0] == 1 and entry[1] == title)
                                for title in OVERVIEW[file.stem[-2:]])
            with self.subTest(file):
                self.assertEqual(glance[2] % 2, 0, "a left-hand page")
                self.assertEqual(timeline[2], glance[2] + 1)
                self.assertNotIn("", [page.strip() for page in pdf_pages(file)])

    def test_no_page_after_the_title_pages_is_nearly_empty(self):
        for file in reports("pdf"):
            boxes = ElementTree.fromstring(re.sub("[\x00-\x08\x0b-\x1f]", "", said("pdftotext", "-bbox-layout", file, "-")))
            counts = [len(list(page.iter(f"{XHTML}line"))) for page in boxes.iter(f"{XHTML}page")]
            with self.subTest(file.name):
                self.assertGreater(len(counts), 10)
                front = sheets_before_contents(file)
                for number, count in enumerate(counts[front:], start=front + 1):
                    self.assertGreaterEqual(count, FEWEST_LINES, f"page {number}")

    def test_every_title_of_the_outline_stands_on_the_page_that_it_leads_to(self):
        for file in reports("pdf"):
            pages = [in_one_line(page) for page in pdf_pages(file)]
            entries, _ = pdf_outline(file)
            with self.subTest(file.name):
                self.assertGreater(len(entries), 20)
                for _, title, page in entries[1:]:  # the first is the cover's, which isn't called so on its page
                    self.assertIn(title, pages[page - 1])

    def test_every_page_has_a_label_of_its_own_and_the_contents_show_it(self):
        for file in reports("pdf"):
            entries, ranges = pdf_outline(file)
            pages = pdf_pages(file)
            labels = labels_of(ranges, len(pages))
            sections = [entry for entry in entries if entry[0] == 1]
            contents = next(page for _, _, page in sections[1:])
            shown = in_one_line(pages[contents - 1])
            with self.subTest(file.name):
                self.assertEqual(len(set(labels)), len(pages))
                self.assertNotIn("", labels)
                for _, title, page in sections[2:]:
                    self.assertIn(f"{title} {labels[page - 1]}", re.sub(r"(?: ?\.){3,}", "", shown))

    def test_headings_begin_at_the_first_level_and_none_is_skipped(self):
        for file in reports("pdf"):
            levels = [int(heading.role[1]) for heading in pdf_structure(file).all("H1", "H2", "H3", "H4", "H5", "H6")]
            with self.subTest(file.name):
                self.assertEqual(levels[0], 1)
                for before, after in zip(levels, levels[1:]):
                    self.assertLessEqual(after, before + 1)

    def test_the_outline_has_an_entry_for_every_heading_and_its_level(self):
        for file in reports("pdf"):
            headings = [int(heading.role[1]) for heading in pdf_structure(file).all("H1", "H2", "H3")]
            entries, _ = pdf_outline(file)
            with self.subTest(file.name):
                self.assertEqual([level for level, _, _ in entries[1:]], headings)

    def test_every_table_has_rows_whose_first_cell_heads_them(self):
        for file in reports("pdf"):
            tables = list(pdf_structure(file).all("Table"))
            with self.subTest(file.name):
                self.assertGreater(len(tables), 10)
                for table in tables:
                    for row in table.all("TR"):
                        self.assertEqual(row.children[0].role, "TH")

    def test_says_its_title_author_and_language(self):
        for language in ("en", "fr", "es"):
            said_of_it = said("pdfinfo", "-enc", "UTF-8", report(language, "pdf"))
            catalogue = json.loads(said("qpdf", "--json=2", "--json-key=qpdf", report(language, "pdf")))["qpdf"][1]
            root = catalogue[f"obj:{catalogue['trailer']['value']['/Root']}"]["value"]
            with self.subTest(language):
                self.assertRegex(said_of_it, r"(?m)^Title: +\S")
                self.assertRegex(said_of_it, r"(?m)^Author: +\S")
                self.assertRegex(said_of_it, r"(?m)^Tagged: +yes")
                self.assertEqual(root["/Lang"].removeprefix("u:"), language)
                self.assertIs(root["/ViewerPreferences"]["/DisplayDocTitle"], True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
