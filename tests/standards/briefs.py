"""The briefs of every partner before veraPDF, a reader of QR codes and other readers."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from collections import Counter
from xml.etree import ElementTree

from docx_validity import faults
from publications import (CORPUS, LANGUAGES, RAPPORTEUR, SOURCE, docx_text, epub_text, html_page, html_text, in_one_line, pdf_text,
                          said, verapdf_verdicts)

SAMPLE = SOURCE / "sources" / "sample" / "2026" / "corpus.xml"
LANTERN = SOURCE / "tests" / "corpora" / "lantern" / "corpus.xml"
PARTNERS = sorted(path.stem for path in (CORPUS.parent / "partners").glob("*.xml"))
NAMESPACE = "{urn:rapporteur:corpus:1}"
A4, LETTER = "595.276 x 841.89 pts (A4)", "612 x 792 pts (letter)"


def make(corpus, folder, *options):
    """The files that a run says it made."""
    done = subprocess.run([RAPPORTEUR, "brief", corpus, "--out", folder, *options], check=True, capture_output=True, text=True)
    return [pathlib.Path(line) for line in done.stdout.splitlines()]


def facts(partner, language):
    """Words that a brief never gives up: the name, the summary, rights, obligations and next steps."""
    tree = ElementTree.parse(CORPUS.parent / "partners" / f"{partner}.xml")
    for path in ("name", "summary", "relationship/right", "relationship/obligation", "nextStep"):
        for fact in tree.findall("/".join(f"{NAMESPACE}{step}" for step in path.split("/"))):
            for text in fact.findall(f"{NAMESPACE}text"):
                if text.get("{http://www.w3.org/XML/1998/namespace}lang") == language:
                    yield in_one_line("".join(text.itertext()))


def letters(text):
    """Without case, spaces and what line ends put in; the shape of small capitals and hyphens doesn't count."""
    return "".join(filter(str.isalnum, text.casefold()))


class Briefs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.kept.name)
        meeting = ("--meeting", "The annual session", "--date", "2027-02-11")
        cls.of_dci = make(CORPUS, folder / "dci", "--all", "--lang", "en,fr,es", "--to", "pdf,docx", *meeting)
        cls.for_the_web = make(CORPUS, folder / "web", "ecosoc", "ipjj", "--to", "epub,html", *meeting)
        cls.of_lantern = make(LANTERN, folder / "lantern", "--all", "--pages", "2", "--audience", "internal", "--paper", "letter")
        cls.of_sample = make(SAMPLE, folder / "sample", "--all", "--lang", "en,ar", "--audience", "internal", "--to", "pdf,docx")
        cls.for_donors = make(SAMPLE, folder / "donors", "--all", "--lang", "en,ar", "--audience", "donor", "--to", "pdf,docx")
        cls.to_pdf_2_0 = make(CORPUS, folder / "pdf-2.0", "inco", "--standard", "pdf-2.0")
        long = folder / "long"
        shutil.copytree(LANTERN.parent, long)
        partner = long / "partners" / "harbour.xml"
        words = '<text xml:lang="en">Books go out in boxes of forty, by boat where there is no road, and come back.</text>'
        partner.write_text(partner.read_text(encoding="utf-8").replace(
            "<engagement ", f'<engagement from="2025" source="minutes">{words}</engagement>\n' * 18 + "<engagement ", 1), encoding="utf-8")
        cls.of_two_pages = make(long / "corpus.xml", folder / "two", "harbour", "--pages", "2")
        cls.on_one_sheet = make(long / "corpus.xml", folder / "sheet", "harbour", "weavers", "--pages", "2", "--n-up", "2")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def test_every_partner_has_one_in_every_language(self):
        self.assertEqual({file.name for file in self.of_dci},
                         {f"dci-brief-{partner}-2026-{language}.{form}" for partner in PARTNERS for language in LANGUAGES
                          for form in ("pdf", "docx")})
        self.assertTrue(all(file.exists() for file in self.of_dci))

    def test_all_pass_what_they_claim(self):
        files = [file for file in self.of_dci + self.of_lantern + self.of_two_pages + self.on_one_sheet if file.suffix == ".pdf"]
        expected = [f"PASS {file} {flavour}" for file in files for flavour in ("3a", "ua1")]
        expected += [f"PASS {file} {flavour}" for file in self.to_pdf_2_0 for flavour in ("4", "ua2", "wt1a", "wt1r")]
        self.assertEqual(sorted(verapdf_verdicts(files + self.to_pdf_2_0)), sorted(expected))

    def test_each_is_one_page_of_the_paper_that_was_asked_for(self):
        for file in self.of_dci + self.of_lantern:
            if file.suffix == ".pdf":
                with self.subTest(file.name):
                    about = dict(line.split(":", 1) for line in said("pdfinfo", file).splitlines())
                    self.assertEqual(about["Pages"].strip(), "1")
                    self.assertEqual(about["Page size"].strip(), LETTER if file in self.of_lantern else A4)

    def test_a_docx_has_no_more_pages_in_libreoffice_than_in_print_and_breaks_no_address(self):
        printed = [file for file in self.of_dci + self.of_sample + self.for_donors if file.suffix == ".pdf"]
        folder = pathlib.Path(self.kept.name) / "libreoffice"
        said("soffice", f"-env:UserInstallation=file://{self.kept.name}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, *(file.with_suffix(".docx") for file in printed))
        for file in printed:
            with self.subTest(file.name):
                self.assertEqual(*(said("pdfinfo", each).split("Pages:")[1].split()[0] for each in (folder / file.name, file)))
        addresses = 0
        for file in self.for_donors:
            if file.suffix == ".docx":
                lines = said("pdftotext", "-raw", (folder / file.name).with_suffix(".pdf"), "-")
                for address in re.findall(r"[\w.-]+@[\w.-]+\w", docx_text(file)):
                    addresses += 1
                    self.assertIn(address, lines, file.name)
        self.assertGreater(addresses, 0)

    def test_a_docx_has_no_fault_for_the_validator(self):
        for file in self.of_sample:
            if file.suffix == ".docx":
                with self.subTest(file.name):
                    self.assertEqual(faults(file), [])

    def test_two_pages_are_printed_on_both_sides_or_beside_each_other_on_a_sheet_to_fold(self):
        (two,), (sheet, of_one_page) = self.of_two_pages, self.on_one_sheet
        about = [said("pdfinfo", file) for file in (two, sheet, of_one_page)]
        self.assertRegex(about[0], r"Pages: +2\n")
        self.assertRegex(about[1], r"Pages: +1\n")
        self.assertRegex(about[1], r"Page size: +1190.55 x 841.89 pts \(A3\)")
        self.assertRegex(about[2], r"Page size: +1190.55 x 841.89 pts \(A3\)")
        duplex = [b"/Duplex/DuplexFlipLongEdge" in file.read_bytes().replace(b" ", b"") for file in (two, sheet, of_one_page)]
        self.assertEqual(duplex, [True, False, False])
        # In the order in which it is written: by their places, lines of the two pages would run into each other.
        self.assertEqual(*(letters(said("pdftotext", "-raw", file, "-")) for file in (sheet, two)))

    def test_a_brief_of_one_page_stands_twice_on_a_sheet_and_is_read_once(self):
        _, sheet = self.on_one_sheet
        summary = letters("The guild wove the curtains, and may weave others.")
        self.assertEqual(letters(said("pdftotext", "-raw", sheet, "-")).count(summary), 2)
        self.assertEqual(letters(said("pdfinfo", "-struct-text", sheet)).count(summary), 1)
        halves = [letters(said("pdftotext", "-x", left, "-y", 0, "-W", 595, "-H", 842, sheet, "-")) for left in (0, 595)]
        self.assertEqual(*halves)

    def test_no_letter_is_smaller_than_the_style_allows(self):
        style = ElementTree.parse(SOURCE / "styles" / "house.xml")
        least = next(float(brief.get("least-type")) for brief in style.iter() if brief.tag.endswith("}brief"))
        for file in self.of_lantern:
            pages = ElementTree.fromstring(said("mutool", "draw", "-q", "-F", "stext", "-o", "-", file))
            sizes = [float(font.get("size")) for font in pages.iter("font")
                     if not "".join(char.get("c") for char in font.iter("char")).strip().isdigit()]  # but calls of notes
            with self.subTest(file.name):
                self.assertGreater(len(sizes), 10)
                self.assertGreaterEqual(min(sizes), least - 0.01)

    def test_what_never_gives_way_is_there_in_every_format(self):
        reads = {".pdf": pdf_text, ".docx": docx_text, ".epub": epub_text, ".html": html_text}
        for file in self.of_dci + self.for_the_web:
            partner, language = file.stem.removeprefix("dci-brief-").rsplit("-2026-", 1)
            told = letters(in_one_line(reads[file.suffix](file)))
            expected = list(facts(partner, language))
            with self.subTest(file.name):
                self.assertGreaterEqual(len(expected), 2)
                for fact in expected:
                    self.assertIn(letters(fact), told)
                self.assertIn(letters("The annual session"), told)
                self.assertIn("2027", told)

    def test_a_telephone_reads_the_partners_page_from_the_code(self):
        file = next(file for file in self.of_lantern if "harbour" in file.name)
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "page"
            said("pdftoppm", "-r", "150", "-png", "-singlefile", file, picture)
            self.assertEqual(said("zbarimg", "--quiet", "--raw", f"{picture}.png").strip(), "https://harbour.example.org/")

    def test_on_the_web_it_needs_no_scripts_and_no_box_to_find_things_in(self):
        for file in self.for_the_web:
            if file.suffix == ".html":
                page = html_page(file)
                self.assertEqual([script.get("type") for script in page.iter("script")], ["application/ld+json"])
                self.assertEqual([form.get("id") for form in page.iter("form")], [])

    def test_the_head_says_who_may_read_it(self):
        for file in self.of_lantern:
            self.assertIn("Internal", pdf_text(file))
            self.assertTrue(file.stem.endswith("-internal"))

    def test_most_embed_the_same_subset_of_a_face(self):
        pdfs = [file for file in self.of_dci if file.suffix == ".pdf"]
        told = [subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True).stdout for file in pdfs]
        subsets = Counter(line.split()[0] for text in told for line in text.splitlines()[2:])
        for face in {name.split("+")[1] for name in subsets}:
            counts = [count for name, count in subsets.items() if name.endswith(f"+{face}")]
            self.assertGreater(max(counts), sum(counts) / 2, face)

    def test_the_same_again_byte_for_byte_and_whatever_the_shards_and_jobs(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            whole = make(CORPUS, folder / "whole", "--all", "--jobs", "1")
            parts = [make(CORPUS, folder / "parts", "--all", "--jobs", "2", "--shard", f"{part}/3") for part in (1, 2, 3)]
            self.assertEqual([len(part) for part in parts], [4, 4, 3])
            self.assertEqual(sorted(file.name for part in parts for file in part), sorted(file.name for file in whole))
            for file in whole:
                self.assertEqual(file.read_bytes(), (folder / "parts" / file.name).read_bytes(), file.name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
