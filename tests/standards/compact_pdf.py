"""A compact PDF: half the bytes, and to everybody who reads it the same report as the ordinary one."""

import pathlib
import re
import sys
import tempfile
import unittest

from publications import CORPUS, RAPPORTEUR, REPORTS, REPORTS_2_0, SOURCE, pdf_pages, report, said, verapdf_verdicts

NAME = report("en", "pdf").name


def build(corpus, out, *options):
    """The PDF that it makes."""
    return pathlib.Path(said(RAPPORTEUR, "build", corpus, *options, "--out", out).strip())


def bench_corpus(partners, folder):
    """That of bench/README.md."""
    folder.mkdir()
    sys.path.insert(0, str(SOURCE / "bench"))
    from report import generate
    from sources import corpus_xml
    return corpus_xml.write(generate(1, partners), folder, None)


def kinds_of_cross_references(file):
    """How many objects stand by themselves, and how many in streams."""
    places = said("qpdf", "--show-xref", file)
    return len(re.findall(": uncompressed", places)), len(re.findall(": compressed", places))


def structure_of(file):
    """The tree without the numbers of its objects, of which there are more."""
    return re.sub(r"Object \d+ \d+", "", said("pdfinfo", "-struct", file))


class CompactPdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.place = pathlib.Path(cls.folder.name)
        cls.compact = build(CORPUS, cls.place / "1.7", "--compact")
        cls.compact_2_0 = build(CORPUS, cls.place / "2.0", "--compact", "--standard", "pdf-2.0")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_keeps_every_promise_of_accessibility_archiving_and_reuse(self):
        expected = [f"PASS {self.compact} {flavour}" for flavour in ("ua1", "3a")]
        expected += [f"PASS {self.compact_2_0} {flavour}" for flavour in ("ua2", "4f", "wt1a", "wt1r")]
        self.assertEqual(sorted(verapdf_verdicts([self.compact, self.compact_2_0])), sorted(expected))

    def test_has_no_fault_that_qpdf_sees(self):
        for file in (self.compact, self.compact_2_0):
            with self.subTest(file):
                self.assertIn("No syntax or stream encoding errors found", said("qpdf", "--check", file))

    def test_has_its_objects_in_streams_and_only_streams_beside_them(self):
        alone, together = kinds_of_cross_references(self.compact)
        self.assertGreater(together, 10 * alone)
        self.assertEqual(kinds_of_cross_references(report("en", "pdf"))[1], 0)
        self.assertNotIn(b"\ntrailer\n", self.compact.read_bytes())
        objects = re.findall(rb"\n\d+ 0 obj\n(<<[^\n]*>>\n(?:stream)?)", self.compact.read_bytes())
        self.assertEqual([words for words in objects if not words.endswith(b"stream")], [])

    def test_says_the_same_on_every_page(self):
        for compact, plain in ((self.compact, REPORTS / NAME), (self.compact_2_0, REPORTS_2_0 / NAME)):
            with self.subTest(compact):
                self.assertEqual(pdf_pages(compact), pdf_pages(plain))
                self.assertEqual(structure_of(compact), structure_of(plain))
                self.assertEqual(said("mutool", "show", compact, "outline"), said("mutool", "show", plain, "outline"))

    def test_a_thousand_partners_take_no_more_than_half_the_bytes(self):
        corpus = bench_corpus(1000, self.place / "thousand")
        for options in ((), ("--no-attachments",)):
            with self.subTest(options):
                plain = build(corpus, self.place / "plain", *options)
                compact = build(corpus, self.place / "compact", *options, "--compact")
                self.assertLessEqual(2 * compact.stat().st_size, plain.stat().st_size)
                self.assertEqual(said("mutool", "draw", "-q", "-F", "txt", compact), said("mutool", "draw", "-q", "-F", "txt", plain))
                self.assertIn("No syntax or stream encoding errors found", said("qpdf", "--check", compact))

    def test_has_the_same_bytes_however_many_are_made_side_by_side(self):
        several = ("--lang", "en,fr,es", "--compact")
        for jobs in ("1", "3"):
            said(RAPPORTEUR, "build", CORPUS, *several, "--jobs", jobs, "--out", self.place / jobs)
        self.assertEqual((self.place / "1" / NAME).read_bytes(), self.compact.read_bytes())
        for language in ("en", "fr", "es"):
            name = report(language, "pdf").name
            self.assertEqual((self.place / "1" / name).read_bytes(), (self.place / "3" / name).read_bytes())

    def test_is_made_again_as_it_was(self):
        for file in (self.compact, self.compact_2_0):
            with self.subTest(file):
                self.assertIn("the same byte for byte", said(RAPPORTEUR, "verify", file))

    def test_a_brief_and_an_archive_have_the_choice_too(self):
        said(RAPPORTEUR, "brief", CORPUS, "ecosoc", "--compact", "--out", self.place / "briefs")
        (brief,) = (self.place / "briefs").rglob("*.pdf")
        self.assertGreater(kinds_of_cross_references(brief)[1], 10)
        self.assertEqual(sorted(verapdf_verdicts([brief])), sorted([f"PASS {brief} ua1", f"PASS {brief} 3a"]))
        said(RAPPORTEUR, "snapshot", CORPUS, "--to", "pdf", "--lang", "en", "--compact", "--out", self.place / "archive")
        (archived,) = (self.place / "archive").rglob(NAME)
        self.assertEqual(archived.read_bytes(), self.compact.read_bytes())
        (bag,) = (self.place / "archive").iterdir()
        self.assertIn("the same byte for byte", said(RAPPORTEUR, "verify", bag))


if __name__ == "__main__":
    unittest.main(verbosity=2)
