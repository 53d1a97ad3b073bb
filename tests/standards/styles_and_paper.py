"""The report in every style that comes with the program, and as a printer wants it."""

import pathlib
import re
import subprocess
import tempfile
import unittest

from publications import CORPUS, RAPPORTEUR, said, validator

SMALLEST_LARGE_PRINT = 14  # points
NAME = "dci-partnerships-2026-en.pdf"


def boxes(file):
    found = re.findall(r"^(\w+Box): +(\S+) +(\S+) +(\S+) +(\S+)$", said("pdfinfo", "-box", file), re.MULTILINE)
    return {name: [float(edge) for edge in edges] for name, *edges in found}


class StylesAndPaper(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.kept.name)
        cls.files = {}
        for name, options in (("large print", ("--style", "large-print")),
                              ("booklet", ("--style", "compact")),
                              ("for a printer", ("--paper", "letter", "--crop-marks"))):
            subprocess.run([RAPPORTEUR, "build", CORPUS, *options, "--out", folder / name], check=True,
                           stdout=subprocess.DEVNULL)
            cls.files[name] = folder / name / NAME

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def test_all_pass_what_they_claim(self):
        verdicts = said("java", "-Xshare:auto", "-cp", validator("verapdf"), "org.verapdf.apps.GreenfieldCliWrapper",
                        "--flavour", "0", "--format", "text", *self.files.values()).splitlines()
        expected = [f"PASS {file} {flavour}" for file in self.files.values() for flavour in ("3a", "ua1")]
        self.assertEqual(sorted(verdicts), sorted(expected))

    def test_no_word_of_large_print_is_small(self):
        page = said("mutool", "draw", "-q", "-F", "stext", "-o", "-", self.files["large print"])
        sizes = [(float(size), words) for size, words in re.findall(r'<font [^>]*size="([\d.]+)">(.*?)</font>', page, re.DOTALL)]
        self.assertGreater(len(sizes), 500)
        for size, words in sizes:
            letters = "".join(re.findall(r' c="(.*?)"', words))
            if not letters.replace(",", "").strip().isdigit():  # the raised figures that call notes
                self.assertGreaterEqual(size, SMALLEST_LARGE_PRINT, letters)

    def test_a_printers_sheet_is_trimmed_to_letter_with_bleed_and_marks_beyond(self):
        box = boxes(self.files["for a printer"])
        self.assertEqual(box["TrimBox"], [0, 0, 612, 792])
        bleed = 72 * 3 / 25.4
        for edge, beyond in zip(box["BleedBox"], (-bleed, -bleed, 612 + bleed, 792 + bleed)):
            self.assertAlmostEqual(edge, beyond, delta=0.01)
        self.assertLess(box["MediaBox"][0], box["BleedBox"][0] - 10)

    def test_a_booklet_is_half_a_sheet(self):
        self.assertEqual(boxes(self.files["booklet"])["MediaBox"][2:], [419.53, 595.28])


if __name__ == "__main__":
    unittest.main(verbosity=2)
