"""The PDF before veraPDF, qpdf and pdffonts."""

import unittest

from publications import REPORTS, REPORTS_2_0, every_pdf, reports, said, verapdf_verdicts

# What each file claims of itself, and so what veraPDF holds it against.
CLAIMS = {REPORTS: {"ua1", "3a"}, REPORTS_2_0: {"ua2", "4f", "wt1a", "wt1r"}}


class PdfValidity(unittest.TestCase):
    def test_passes_all_that_it_claims_for_accessibility_archiving_and_reuse(self):
        expected = [f"PASS {file} {flavour}" for file in every_pdf() for flavour in CLAIMS[file.parent]]
        self.assertEqual(sorted(verapdf_verdicts(every_pdf())), sorted(expected))

    def test_has_no_fault_that_qpdf_sees(self):
        for file in every_pdf():
            with self.subTest(file.name):
                self.assertIn("No syntax or stream encoding errors found", said("qpdf", "--check", file))

    def test_every_font_is_embedded_as_a_subset_with_its_characters(self):
        for file in reports("pdf"):
            lines = said("pdffonts", file).splitlines()
            columns = lines[0].index("emb")
            with self.subTest(file.name):
                self.assertGreaterEqual(len(lines), 4)
                for line in lines[2:]:
                    self.assertEqual(line[columns:].split()[:3], ["yes", "yes", "yes"], line)


if __name__ == "__main__":
    unittest.main(verbosity=2)
