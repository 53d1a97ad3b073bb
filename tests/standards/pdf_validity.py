"""The PDF before veraPDF, qpdf and pdffonts."""

import unittest

from publications import reports, said, validator


def verapdf_verdicts(flavour):
    """veraPDF's lines "PASS FILE FLAVOUR", one for each report, from one Java machine for all of them."""
    return said("java", "-Xshare:auto", "-cp", validator("verapdf"), "org.verapdf.apps.GreenfieldCliWrapper",
                "--flavour", flavour, "--format", "text", *reports("pdf")).splitlines()


class PdfValidity(unittest.TestCase):
    def assert_all_pass(self, flavour):
        expected = [f"PASS {file} {flavour}" for file in reports("pdf")]
        self.assertEqual(sorted(verapdf_verdicts(flavour)), sorted(expected))

    def test_passes_pdf_ua_1(self):
        self.assert_all_pass("ua1")

    def test_passes_pdf_a_3a(self):
        self.assert_all_pass("3a")

    def test_has_no_fault_that_qpdf_sees(self):
        for file in reports("pdf"):
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
