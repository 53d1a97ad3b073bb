"""Every fact of the corpus, in each language and format, as other programs read them."""

import subprocess
import sys
import unittest

from publications import LANGUAGES, SOURCE, docx_text, epub_text, html_text, in_one_line, pdf_text, report, said

READERS = {
    "PDF by pdftotext": lambda language: in_one_line(pdf_text(report(language, "pdf"))),
    "PDF by mutool": lambda language: in_one_line(said("mutool", "draw", "-q", "-F", "txt", report(language, "pdf"))),
    "EPUB": lambda language: epub_text(report(language, "epub")),
    "HTML": lambda language: html_text(report(language, "html")),
    "DOCX": lambda language: docx_text(report(language, "docx")),
}


def verdict(language, text):
    return subprocess.run([sys.executable, SOURCE / "tests" / "facts" / "check_facts.py", language, "-"],
                          input=text.encode(), capture_output=True)


class FactsSurvive(unittest.TestCase):
    def test_every_fact_is_in_every_format_and_language(self):
        for language in LANGUAGES:
            for reader, read in READERS.items():
                with self.subTest(language=language, reader=reader):
                    found = verdict(language, read(language))
                    self.assertEqual(found.returncode, 0, found.stdout.decode() + found.stderr.decode())

    def test_a_report_in_another_language_would_be_noticed(self):
        self.assertEqual(verdict("fr", epub_text(report("en", "epub"))).returncode, 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
