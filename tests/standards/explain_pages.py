"""Which facts `explain --page` says are printed on a page, beside what pdftotext reads on it."""

import pathlib
import re
import subprocess
import tempfile
import unittest

from publications import CORPUS, RAPPORTEUR, SOURCE, report, said

SAMPLE = SOURCE / "sources" / "sample"
YEARS = SOURCE / "tests" / "corpora" / "years"


def run(*arguments):
    return subprocess.run([str(RAPPORTEUR), *map(str, arguments)], capture_output=True, text=True)


def told(output):
    """What is explained: the value, what it is, and where it is written, of each fact."""
    return [(value, what.strip(), place.strip()) for value, what, place in
            re.findall(r"^“(.*)”(?: \([a-zA-Z-]+\))?\n  (.*)\n  (.*)\n", output, re.MULTILINE)]


def on_page(pdf, page):
    done = run("explain", pdf, "--page", page)
    assert done.returncode == 0, done.stderr
    return told(done.stdout)


def letters(text):
    """Without what a line's end changes."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text).casefold()


def pages_of(pdf):
    return [letters(page) for page in said("pdftotext", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]]


def printed(value, what):
    """The pieces of a value that a page shows in one run each."""
    field = what.split(", ")[-1] if what.startswith("the corpus") else what.split(", ", 1)[-1].split(", ")[-1]
    if field.startswith("photo"):
        return []  # its alternative text is spoken, not printed
    if field.startswith("result"):
        value = re.split(r": [^:]*$", value)[0]  # the values after it stand in a drawing
    if field.startswith(("source", "document")):
        value = re.split(r", (?=https?:|urn:|\d{4}-\d{2}|\d{1,2}\s\w+\s\d{4}|\w+\s\d{4})", value)[0]  # notes don't give the address
    return [word for word in (letters(word).strip(".,;:()[]“”«»?!") for word in value.split()) if len(word) > 2]


class ExplainPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.folder = pathlib.Path(kept.name)
        assert run("build", SAMPLE / "2026" / "corpus.xml", "--audience", "donor", "--lang", "en,ar", "--out",
                   cls.folder).returncode == 0
        cls.sample, cls.in_arabic = (cls.folder / f"invented-partnerships-2026-{language}-donor.pdf" for language in ("en", "ar"))

    def check_pages(self, pdf):
        """Every fact of every page is printed there; gives all of them."""
        pages = pages_of(pdf)
        facts = [on_page(pdf, number + 1) for number in range(len(pages))]
        self.assertGreater(sum(map(len, facts)), 2 * len(pages))
        for at, page in enumerate(pages):
            around = range(max(at - 1, 0), min(at + 2, len(pages)))
            for fact in facts[at]:
                missing = [word for word in printed(*fact[:2]) if word not in page]
                if missing and ", funding" in fact[1] and re.search(r"\b[A-Z]{3}\b", fact[0])[0].casefold() in page:
                    continue  # within a sum, in a table that names the currency
                if missing:  # a passage that is divided is on the next page or the one before, too
                    with self.subTest(pdf=pdf.name, page=at + 1, fact=fact):
                        self.assertTrue(any(fact in facts[other] for other in around if other != at), missing)
                        self.assertFalse([word for word in missing if not any(word in pages[other] for other in around)])
                        self.assertLess(len(missing), len(printed(*fact[:2])))
        return {fact[1:] for page in facts for fact in page}

    def test_each_fact_that_is_named_is_printed_on_that_page(self):
        for pdf in (report("en", "pdf"), report("fr", "pdf"), self.sample):
            self.check_pages(pdf)

    def test_all_pages_together_name_whatever_a_passage_is_known_from(self):
        for pdf in (report("en", "pdf"), self.sample):
            count = len(pages_of(pdf))
            named = {fact[1:] for number in range(count) for fact in on_page(pdf, number + 1)}
            words = sorted(set(re.findall(r"[A-Za-z]{6,}", said("pdftotext", pdf, "-"))))
            found = set()
            for word in words[::7]:
                found |= {fact[1:] for fact in told(run("explain", pdf, word).stdout)}
            self.assertGreater(len(found), 40)
            # That a partner is active isn't printed; subjects are in metadata.
            self.assertEqual({fact for fact in found - named if not fact[0].endswith((", status", ", subject"))}, set())

    def test_a_page_is_named_by_what_is_printed_on_it(self):
        self.assertEqual(on_page(self.in_arabic, "٧"), on_page(self.in_arabic, "7"))
        self.assertTrue(on_page(self.in_arabic, "٧"))
        pdf = report("en", "pdf")
        pages = int(re.search(r"Pages: +(\d+)", said("pdfinfo", pdf))[1])
        for wrong in ("0", str(pages + 1), "iv", "seven"):
            done = run("explain", pdf, "--page", wrong)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn(f"error: no page bears the number “{wrong}”", done.stderr)
            self.assertIn(f"hint: its pages are numbered 1 to {pages}\n", done.stderr)

    def test_where_the_corpus_does_not_travel_it_says_how_to_build(self):
        out = self.folder / "alone"
        assert run("build", CORPUS, "--no-attachments", "--out", out).returncode == 0
        done = run("explain", out / "dci-partnerships-2026-en.pdf", "--page", "7")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("carries no corpus", done.stderr)
        self.assertIn("build the report without --no-attachments", done.stderr)
        self.assertEqual(run("explain", CORPUS, "--page", "7").returncode, 1)
        self.assertEqual(run("explain", CORPUS, "words", "--page", "7").returncode, 2)
        self.assertEqual(run("explain", CORPUS).returncode, 2)

    def test_a_report_that_tells_changes_wants_what_it_compares_with(self):
        out = self.folder / "changes"
        before = YEARS / "2026" / "corpus.xml"
        assert run("build", YEARS / "2027" / "corpus.xml", "--since", before, "--out", out).returncode == 0
        pdf = out / "lanterns-2027-en.pdf"
        done = run("explain", pdf, "--page", "4")
        self.assertEqual(done.returncode, 2)
        self.assertIn("name that with --since OLD", done.stderr)
        pages = pages_of(pdf)
        chapter = next(at for at, page in enumerate(pages) if at > 2 and letters("What changed since 30 June 2026") in page)
        facts = told(run("explain", pdf, "--page", chapter + 1, "--since", before).stdout)
        self.assertTrue(facts)
        for fact in facts:
            self.assertFalse([word for word in printed(*fact[:2]) if word not in pages[chapter]], fact)


if __name__ == "__main__":
    unittest.main(verbosity=2)
