"""The invented sample for donors in six languages: valid in each, and from right to left in Arabic."""

import json
import os
import pathlib
import re
import subprocess
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

from publications import OPF, WORD, docx_part, epub_documents, in_one_line, pdf_pages, said, validator

SAMPLE = pathlib.Path(os.environ["RAPPORTEUR_SAMPLE"])
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"


def sample(language, form):
    return SAMPLE / f"invented-partnerships-2026-{language}-donor.{form}"


def samples(form):
    return [sample(language, form) for language in LANGUAGES]


def lines_of_page(file, page):
    """Each line of a page as mutool reads it, in logical order: its words, and the left edge of each of its letters."""
    told = said("mutool", "draw", "-q", "-F", "stext", file, page)
    for line in ElementTree.fromstring(told[told.index("<"):]).iter("line"):
        letters = list(line.iter("char"))
        yield "".join(letter.get("c") for letter in letters), [float(letter.get("x")) for letter in letters]


def epubcheck(file):
    return subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-cp", validator("epubcheck"),
                           "com.adobe.epubcheck.tool.Checker", "--failonwarnings", str(file)], capture_output=True, text=True)


class SixLanguages(unittest.TestCase):
    def test_every_pdf_passes_pdf_ua_1_and_pdf_a_3a(self):
        verdicts = said("java", "-Xshare:auto", "-cp", validator("verapdf"), "org.verapdf.apps.GreenfieldCliWrapper",
                        "--flavour", "0", "--format", "text", *samples("pdf")).splitlines()
        self.assertEqual(sorted(verdicts), sorted(f"PASS {file} {flavour}" for file in samples("pdf") for flavour in ("ua1", "3a")))

    def test_epubcheck_finds_no_error_and_no_warning(self):
        with ThreadPoolExecutor(max_workers=2) as two_at_a_time:
            for file, verdict in zip(samples("epub"), two_at_a_time.map(epubcheck, samples("epub"))):
                with self.subTest(file.name):
                    self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr[-2000:])

    def test_every_cover_says_that_the_report_is_invented(self):
        said_so = {"en": "nvented", "fr": "nventé", "es": "nventad", "ar": "مختلق", "ru": "ымышлен", "zh": "虚构"}
        for language, word in said_so.items():
            with self.subTest(language):
                self.assertIn(word, in_one_line(pdf_pages(sample(language, "pdf"))[0]))

    def test_no_chinese_line_begins_with_a_mark_that_closes(self):
        for page in pdf_pages(sample("zh", "pdf")):
            for line in page.splitlines():
                self.assertNotRegex(line.strip()[:1], "[，。；：、！？”）》]")


class RightToLeft(unittest.TestCase):
    def test_the_pdf_is_bound_at_the_right(self):
        objects = json.loads(said("qpdf", "--json=2", "--json-key=qpdf", sample("ar", "pdf")))["qpdf"][1]
        root = objects[f"obj:{objects['trailer']['value']['/Root']}"]["value"]
        self.assertEqual(root["/ViewerPreferences"]["/Direction"], "/R2L")
        self.assertEqual(root["/Lang"].removeprefix("u:"), "ar")

    def test_the_first_column_of_a_table_is_the_rightmost(self):
        heads = ("الشريك", "العلاقة", "منذ", "دور")
        rows = [(words, edges) for page in range(1, 8) for words, edges in lines_of_page(sample("ar", "pdf"), page)
                if all(head in words for head in heads)]
        self.assertEqual(len(rows), 1)
        words, edges = rows[0]
        columns = [edges[words.index(head)] for head in heads]
        self.assertEqual(columns, sorted(columns, reverse=True))

    def test_notes_have_their_numbers_at_the_right(self):
        notes = 0
        for page in range(1, 12):
            for words, edges in lines_of_page(sample("ar", "pdf"), page):
                if note := re.match(f"([{ARABIC_DIGITS}]+) ?المصدر:", words):
                    notes += 1
                    digits = len(note[1])
                    self.assertGreater(min(edges[:digits]), max(edges[digits:]))
        self.assertGreater(notes, 5)

    def test_the_program_s_own_numbers_are_in_arabic_digits(self):
        pages = pdf_pages(sample("ar", "pdf"))
        labels = json.loads(said("qpdf", "--json=2", "--json-key=pagelabels", sample("ar", "pdf")))["pagelabels"]
        for number, page in enumerate(pages[3:], start=4):  # after the cover, its inside and the title page
            written = "".join(ARABIC_DIGITS[int(digit)] for digit in str(number))
            self.assertIn(written, page)
            self.assertEqual(labels[number - 1]["label"]["/P"].removeprefix("u:"), written)

    def test_the_epub_turns_its_pages_from_the_right(self):
        with zipfile.ZipFile(sample("ar", "epub")) as package:
            opf = ElementTree.fromstring(package.read(next(name for name in package.namelist() if name.endswith(".opf"))))
        self.assertEqual(opf.find(f"{OPF}spine").get("page-progression-direction"), "rtl")
        for document in epub_documents(sample("ar", "epub")):
            self.assertEqual(document.get("dir"), "rtl")

    def test_the_docx_runs_from_the_right(self):
        document = docx_part(sample("ar", "docx"), "word/document.xml")
        styles = docx_part(sample("ar", "docx"), "word/styles.xml")
        tables = list(document.iter(f"{WORD}tbl"))
        self.assertGreater(len(tables), 10)
        for table in tables:
            self.assertIsNotNone(table.find(f"{WORD}tblPr/{WORD}bidiVisual"))
        normal = next(style for style in styles.iter(f"{WORD}style") if style.get(f"{WORD}styleId") == "Normal")
        self.assertIsNotNone(normal.find(f"{WORD}pPr/{WORD}bidi"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
