"""Briefs that mark what changed, before veraPDF and other readers: the marks are words, in every format and language."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from publications import (RAPPORTEUR, SOURCE, docx_text, epub_text, html_text, in_one_line, pdf_text, said,
                          verapdf_verdicts)

YEARS = SOURCE / "tests" / "corpora" / "years"
SAMPLE = SOURCE / "sources" / "sample"
MARKS = {"en": ("[new]", "[changed]"), "fr": ("[nouveau]", "[modifié]"), "es": ("[nuevo]", "[modificado]"),
         "ar": ("[جديد]", "[تغيّر]"), "ru": ("[новое]", "[изменено]"), "zh": ("［新］", "［有变］")}
READS = {".pdf": pdf_text, ".docx": docx_text, ".epub": epub_text, ".html": html_text}


def run(*arguments, status=0):
    done = subprocess.run([str(RAPPORTEUR), *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != status:
        raise AssertionError(f"{arguments}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def briefs(corpus, out, *options):
    return [pathlib.Path(line) for line in run("brief", corpus, "--all", "--pages", "2", "--out", out, *options).stdout.split()]


def words(file):
    return in_one_line(READS[file.suffix](file)).replace("\u00a0", " ")


def squeezed(text):
    """Without what a line's end changes."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


class BriefsSince(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.folder = pathlib.Path(kept.name)
        cls.since = ("--since", YEARS / "2026" / "corpus.xml", "--audience", "internal")
        cls.of_years = briefs(YEARS / "2027" / "corpus.xml", cls.folder / "years", *cls.since, "--to", "pdf,docx,epub,html",
                              "--lang", "en,fr")
        cls.of_sample = briefs(SAMPLE / "2026" / "corpus.xml", cls.folder / "sample", "--since", SAMPLE / "2025" / "corpus.xml",
                               "--to", "pdf,docx,html", "--lang", ",".join(MARKS))

    def test_marked_or_not_they_pass_what_they_claim(self):
        files = [file for file in self.of_years + self.of_sample if file.suffix == ".pdf"]
        expected = [f"PASS {file} {flavour}" for file in files for flavour in ("3a", "ua1")]
        self.assertEqual(sorted(verapdf_verdicts(files)), sorted(expected))

    def test_what_changed_bears_its_mark_and_nothing_else_does(self):
        told = {"alder": ("It meets every autumn in Northport to set the tariff of oil. [changed]",
                          "general consultative status [changed]", "May propose items for the agenda. [new]",
                          "(due 1 June 2031, every 4 years) [changed]", "Formerly: Council of Alder",
                          "No longer so since 30 June 2026: Pay the yearly fee; Send the list of delegates."),
                "dogwood": ("Cedar Alliance is now part of Dogwood Network.", "Cedar Alliance [new]"),
                "elm": ("Elm House is a new partner.",)}
        marks = {"alder": (1, 3), "dogwood": (1, 0), "elm": (0, 0)}
        for file in self.of_years:
            partner, language = file.stem.removesuffix("-internal").split("-brief-")[1].rsplit("-2027-", 1)
            if language == "en":
                with self.subTest(file.name):
                    text = re.sub(r"agenda\. ?2 ", "agenda. ", words(file))  # the call of its note; a DOCX has no number there
                    for sentence in told[partner]:
                        self.assertIn(squeezed(sentence), squeezed(text))
                    explained = 1 if any(marks[partner]) else 0
                    self.assertEqual(tuple(text.count(mark) - explained for mark in MARKS["en"]), marks[partner], text)

    def test_every_format_and_language_bears_the_same_marks(self):
        counts = {}
        for file in self.of_years + self.of_sample:
            language = file.stem.removesuffix("-internal").rsplit("-", 1)[1]
            text = words(file).replace(" ", "")
            if file.suffix == ".pdf" and language == "ar":
                continue  # pdftotext turns what runs from the right; its tags are read below
            partner = file.stem.split("-brief-")[1].split("-202")[0]
            counts.setdefault(partner, {})[file.suffix, language] = tuple(text.count(mark) for mark in MARKS[language])
        for partner, of_partner in counts.items():
            self.assertEqual(len(set(of_partner.values())), 1, (partner, of_partner))
        self.assertGreater(sum(sum(next(iter(of_partner.values()))) for of_partner in counts.values()), 10)

    def test_a_screen_reader_is_told_the_mark_within_its_passage(self):
        pdf = next(file for file in self.of_years if file.name == "lanterns-brief-alder-2027-en-internal.pdf"
                   or file.suffix == ".pdf" and "alder" in file.name and "-en" in file.name)
        told = "".join(re.findall(r'^ *"(.*)"$', said("pdfinfo", "-struct-text", pdf), re.MULTILINE))
        self.assertIn(squeezed("to set the tariff of oil. [changed]"), squeezed(told))

    def test_without_an_earlier_corpus_nothing_is_marked_and_against_itself_it_says_so(self):
        plain = briefs(YEARS / "2027" / "corpus.xml", self.folder / "plain", "--to", "html")
        same = briefs(YEARS / "2027" / "corpus.xml", self.folder / "same", "--to", "html", "--since", YEARS / "2027" / "corpus.xml")
        for file in plain:
            self.assertFalse(any(mark in words(file) for mark in MARKS["en"]))
        for file in same:
            self.assertIn("Nothing told here has changed since 30 June 2027.", words(file))

    def test_what_readers_may_not_see_bears_no_mark(self):
        public = briefs(YEARS / "2027" / "corpus.xml", self.folder / "public", "--to", "html", *self.since[:2])
        for file in public:
            self.assertNotIn("May propose items", words(file))
            self.assertEqual(words(file).count("[new]"), 2 if "dogwood" in file.name else 1 if "alder" in file.name else 0)

    def test_an_older_year_may_be_a_bag_or_a_report_and_resuming_knows_it(self):
        old = self.folder / "old"
        bag = run("snapshot", YEARS / "2026" / "corpus.xml", "--to", "pdf", "--lang", "en", "--out", old).stdout.strip()
        report = next(pathlib.Path(bag).glob("data/output/*.pdf"))
        made = []
        for earlier in (YEARS / "2026" / "corpus.xml", bag, report):
            out = self.folder / f"from-{len(made)}"
            made.append([file.read_bytes() for file in
                         briefs(YEARS / "2027" / "corpus.xml", out, "--since", earlier, "--to", "html")])
        self.assertEqual(made[0], made[1])
        self.assertEqual(made[0], made[2])
        again = ("--since", report, "--to", "html", "--resume")
        self.assertEqual(briefs(YEARS / "2027" / "corpus.xml", self.folder / "from-2", *again), [])
        os.utime(report)
        self.assertEqual(briefs(YEARS / "2027" / "corpus.xml", self.folder / "from-2", *again), [])
        self.assertEqual(len(briefs(YEARS / "2027" / "corpus.xml", self.folder / "from-2", *again[2:])), len(made[2]))

    def test_the_marks_are_the_difference_that_diff_tells(self):
        told = json.loads(run("diff", SAMPLE / "2025" / "corpus.xml", SAMPLE / "2026" / "corpus.xml", "--format", "json").stdout)
        changed = {(change["partner"], in_one_line(change["after"]["said"]["en"]).split(": ", 1)[-1]) for change in told["changes"]
                   if change["change"] in ("added", "corrected") and "en" in (change["after"] or {}).get("said", {})}
        for file in self.of_sample:
            if file.suffix == ".html" and file.stem.endswith("-en"):
                partner = file.stem.split("-brief-")[1].split("-2026")[0]
                text = words(file)
                for whose, says in changed:
                    at = text.find(says) if whose == partner else -1
                    if at >= 0:
                        with self.subTest(partner=partner, says=says):
                            self.assertRegex(text[at + len(says):at + len(says) + 60], r"^[^.]*\[(new|changed)\]")


if __name__ == "__main__":
    unittest.main(verbosity=2)
