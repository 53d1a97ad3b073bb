"""What each edition says: of every sample a report that can be made again, and the same facts in every format."""

import hashlib
import pathlib
import re
import subprocess
import tempfile
import unittest

from publications import RAPPORTEUR, SOURCE, docx_part, docx_text, epub_text, html_page, html_text, in_one_line, pdf_text, said

SAMPLES = ("sources/dci", "sources/sample/2025", "sources/sample/2026", "tests/corpora/lantern", "tests/corpora/years/2026",
           "tests/corpora/years/2027")
AUDIENCES = ("public", "donor", "internal")
TEXT_OF = {".pdf": pdf_text, ".epub": epub_text, ".docx": docx_text, ".html": html_text}

SMALL = """<corpus xmlns="urn:rapporteur:corpus:1" id="small" year="2026" date="2026-11-24" xml:lang="en" languages="en fr">
  <title>{Boats and lamps|Bateaux et lampes}</title>
  <holder id="holder"><name>{Holder|Titulaire}</name></holder>
  <sources><source id="accounts" language="en"><title><text xml:lang="en">The accounts</text></title></source></sources>
  <introduction><statement source="accounts"><text xml:lang="en">Lamps matter.</text></statement></introduction>
  <partners>
    <partner id="one" kind="ngo"><name>{One|Un}</name>
      <summary>{One is here.|Un est là.}</summary>
      <mandate>{It acts.|Il agit.}</mandate>
      <outcome source="accounts" baseline="10" target="40" actual="35"><indicator><text xml:lang="en">Doors opened</text></indicator>
        <statement><text xml:lang="en">Doors were opened.</text></statement></outcome>
      <funding year="2026" amount="1250.50" currency="RSD" audience="donor" source="accounts">
        <use amount="1000.25"><text xml:lang="en">Oil for lamps</text></use></funding>
      <risk source="accounts"><statement><text xml:lang="en">The lamp may go out.</text></statement></risk>
      <quote source="accounts" speaker="A. Reader" consent="2026-01"><text xml:lang="en">We read at night.</text></quote>
      <quote source="accounts" speaker="B. Reader" consent="2027-01"><text xml:lang="en">We sleep by day.</text></quote>
    </partner>
    <partner id="two" kind="ngo"><name>{Two|Deux}</name></partner>
  </partners>
</corpus>
"""


def in_two_languages(corpus):
    """Texts {in English|in French} as a corpus writes them."""
    def texts(found):
        digest = hashlib.sha256(found[1].encode()).hexdigest()[:12]
        return (f'<text xml:lang="en">{found[1]}</text>'
                f'<text xml:lang="fr" state="approved" from="{digest}">{found[2]}</text>')
    return re.sub(r"\{([^{|}]*)\|([^{|}]*)\}", texts, corpus)


def run(*command):
    return subprocess.run([RAPPORTEUR, *map(str, command)], capture_output=True, text=True)


class Editions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        cls.corpus = cls.folder / "corpus.xml"
        cls.corpus.write_text(in_two_languages(SMALL), encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def made(self, *command):
        done = run(*command)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [pathlib.Path(line) for line in done.stdout.splitlines()]

    def texts(self, *command):
        """The text of each file that is made, in one line."""
        for file in self.made(*command):
            with self.subTest(file.name):
                yield in_one_line(TEXT_OF[file.suffix](file))

    def test_every_report_is_made_again_from_what_travels_in_it(self):
        for sample in SAMPLES:
            for audience in AUDIENCES:
                out = self.folder / sample / audience
                for file in self.made("build", SOURCE / sample / "corpus.xml", "--audience", audience, "--out", out):
                    with self.subTest(sample=sample, file=file.name):
                        verified = run("verify", file)
                        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
                        self.assertIn("the same byte for byte", verified.stdout)
                        again = run("diff", file, file)
                        self.assertEqual(again.returncode, 0, again.stderr)

    def test_a_brief_for_donors_has_what_donors_ask_for_in_every_format(self):
        formats = ("--to", "pdf,epub,docx,html")
        for text in self.texts("brief", self.corpus, "one", "--audience", "donor", "--out", self.folder / "donor", *formats):
            for words in ("Doors were opened.", "baseline 10, target 40, actual 35", "1,250.50", "Oil for lamps",
                          "The lamp may go out.", "We read at night."):
                self.assertIn(words, text.replace("\u00a0", " "))
            self.assertNotIn("We sleep by day", text)
        for text in self.texts("brief", self.corpus, "one", "--out", self.folder / "open", *formats):
            for words in ("Doors", "1,250.50", "The lamp", "We read"):
                self.assertNotIn(words, text)

    def test_nothing_names_a_source_that_a_fact_doesnt_have(self):
        for text in self.texts("build", self.corpus, "--out", self.folder / "notes", "--to", "pdf,epub,docx,html"):
            self.assertIn("No source is named", text)
            self.assertEqual(text.count("Source of this section: The accounts"), 1)  # of the introduction
            self.assertNotIn("sources are silent", text)

    def test_who_gave_nothing_is_not_accused_of_it(self):
        for text in self.texts("build", self.corpus, "--audience", "donor", "--out", self.folder / "gifts", "--to", "pdf,epub,docx,html"):
            for words in ("No contribution", "not stated"):
                self.assertNotIn(words, text)
            self.assertIn("1,250.50", text)

    def test_what_is_not_translated_is_marked_in_the_introduction_too(self):
        for text in self.texts("build", self.corpus, "--lang", "fr", "--out", self.folder / "marked", "--to", "pdf,epub,docx,html"):
            self.assertRegex(text, "Pas encore traduit\\W+texte en anglais.{0,4}Lamps matter")
            self.assertGreaterEqual(text.count("Pas encore traduit"), 2)

    def test_no_publication_has_a_keyword_that_its_corpus_has_not(self):
        pdf, epub, docx, html = self.made("build", self.corpus, "--out", self.folder / "subjects", "--to", "pdf,epub,docx,html")
        self.assertRegex(said("pdfinfo", pdf), r"Keywords: +partnerships\n")
        self.assertEqual(re.findall("<dc:subject.*?>(.*?)</dc:subject>", said("unzip", "-p", epub, "EPUB/content.opf")), ["partnerships"])
        keywords = next(element for element in docx_part(docx, "docProps/core.xml").iter() if element.tag.endswith("}keywords"))
        self.assertEqual(keywords.text, "partnerships")
        head = next(element for element in html_page(html).iter("meta") if element.get("name") == "keywords")
        self.assertEqual(head.get("content"), "partnerships")
        own = self.folder / "own.xml"
        own.write_text(in_two_languages(SMALL).replace("  <holder id", '  <subject><text xml:lang="en">lamps</text></subject>\n  <holder id', 1), encoding="utf-8")
        (pdf,) = self.made("build", own, "--out", self.folder / "own")
        self.assertRegex(said("pdfinfo", pdf), r"Keywords: +partnerships[;,] lamps\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)
