"""Text that its author marked for breaking lines, addresses, and Chinese over several lines of XML, as readers of each format find them."""

import json
import pathlib
import re
import tempfile
import unittest
import zipfile

from publications import RAPPORTEUR, docx_text, epub_text, in_one_line, pdf_text, said

SHY = "\u00ad"
MARKS = re.compile("[\u00ad\u200b\u2060\ufeff]")
NAME = "marked-2026-en"

CORPUS = f"""<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="marked" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">Part{SHY}ner{SHY}ships</text></title>
  <holder id="holder"><name><text xml:lang="en">Hol{SHY}der of tests</text></name></holder>
  <sources><source id="page" language="en"><title><text xml:lang="en">A pa{SHY}ge</text></title></source></sources>
  <partners>
    <partner id="shy" kind="ngo">
      <name><text xml:lang="en">Inter{SHY}national Fe{SHY}de{SHY}ra{SHY}tion of
        Chil\u200bdren</text></name>
      <acronym><text xml:lang="en">IF{SHY}C</text></acronym>
      <summary source="page"><text xml:lang="en">A sum{SHY}ma{SHY}ry with an in\u2060di\u2060visible word and an e-mail
        to partnerships.secretariat@international-example.org about § 5, C++ and A/B.</text></summary>
      <mandate source="page"><text xml:lang="en"><foreign xml:lang="zh">虚构
        灯笼基金</foreign> and its sum{SHY}ma{SHY}ry.</text></mandate>
    </partner>
  </partners>
</corpus>
"""


class MarkedText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        (cls.folder / "corpus.xml").write_text(CORPUS, encoding="utf-8")
        said(RAPPORTEUR, "build", cls.folder / "corpus.xml", "--to", "pdf,epub,docx,html", "--out", cls.folder)
        said(RAPPORTEUR, "build", cls.folder / "corpus.xml", "--to", "html", "--split", "--out", cls.folder / "site")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def assert_plain(self, text, *passages):
        self.assertIsNone(MARKS.search(text), ascii(text)[:500])
        for passage in passages:
            self.assertIn(passage, text)

    def inside(self, form, name):
        with zipfile.ZipFile(self.folder / f"{NAME}.{form}") as package:
            return package.read(next(path for path in package.namelist() if path.endswith(name))).decode()

    def test_the_pdf_has_them_in_no_title_and_in_no_word(self):
        file = self.folder / f"{NAME}.pdf"
        self.assert_plain(said("pdfinfo", file), "Partnerships")
        packet = said("pdfinfo", "-meta", file)
        self.assert_plain(packet[packet.index("<x:xmpmeta"):], "Partnerships", "Holder of tests")
        outlines = json.loads(said("qpdf", "--json=1", "--json-key=outlines", file))["outlines"]
        titles = json.dumps(outlines, ensure_ascii=False)
        self.assert_plain(titles, "International Federation of Children")
        text = pdf_text(file)
        self.assertIsNone(MARKS.search(re.sub("\u00ad\\s*\n", "", text)))
        self.assertIn("A summary with an indivisible word", in_one_line(text))

    def test_the_pdf_divides_no_address(self):
        text = re.sub(r"\s+", "", pdf_text(self.folder / f"{NAME}.pdf"))
        self.assertIn("partnerships.secretariat@international-example.org", text)

    def test_the_epub_has_them_in_the_text_alone(self):
        self.assert_plain(self.inside("epub", ".opf"), "Partnerships", "Holder of tests")
        self.assert_plain(self.inside("epub", "nav.xhtml"), "International Federation of Children")

    def test_the_docx_has_them_in_the_text_alone(self):
        self.assert_plain(self.inside("docx", "core.xml"), "Partnerships", "Holder of tests")
        body = self.inside("docx", "word/document.xml")
        self.assertIn("<w:softHyphen", body)
        self.assertNotIn(SHY, body)

    def test_the_html_has_them_in_the_text_alone(self):
        page = (self.folder / f"{NAME}.html").read_text(encoding="utf-8")
        self.assert_plain(page[:page.index("</title>")], "Partnerships")
        for script in re.findall(r'<script type="application/ld\+json">.*?</script>', page, re.DOTALL):
            self.assert_plain(script, "International Federation of Children")
        for heading in re.findall(r"<h[1-4].*?</h[1-4]>|<nav.*?</nav>", page, re.DOTALL):
            self.assert_plain(heading)
        self.assertIn(f"A sum{SHY}ma{SHY}ry", page)
        self.assert_plain((next((self.folder / "site").rglob("places.js"))).read_text(encoding="utf-8"), "A summary with")

    def test_the_find_box_reads_over_them(self):
        page = (self.folder / f"{NAME}.html").read_text(encoding="utf-8")
        fold = re.search(r"const fold = .*?\n  };", page, re.DOTALL).group()
        found = said("node", "-e", fold + f"""
            const text = 'A sum{SHY}ma{SHY}ry \U0001F600 Été';
            const {{ folded, places }} = fold(text);
            for (const words of ['summary', 'ete']) {{
              const at = folded.indexOf(words);
              console.log(text.slice(places[at], places[at + words.length - 1] + 1));
            }}""")
        self.assertEqual(found.split(), [f"sum{SHY}ma{SHY}ry", "Été"])

    def test_browsers_are_told_what_not_to_divide(self):
        for page in ((self.folder / f"{NAME}.html").read_text(encoding="utf-8"), self.epub_page()):
            self.assertIn('<span class="address">partnerships.secretariat@international-example.org</span>', page)
            for word in ("e-mail", "§ 5", "C++", "A/B"):
                self.assertRegex(page, f'<span class="unbroken">{re.escape(word)},?\\.?</span>')

    def epub_page(self):
        with zipfile.ZipFile(self.folder / f"{NAME}.epub") as package:
            pages = [package.read(path).decode() for path in package.namelist() if path.endswith(".xhtml")]
        return next(page for page in pages if "indi" in MARKS.sub("", page) and "secretariat" in page)

    def test_a_line_break_in_chinese_is_no_space_in_any_format(self):
        page = (self.folder / f"{NAME}.html").read_text(encoding="utf-8")
        for text in (pdf_text(self.folder / f"{NAME}.pdf"), epub_text(self.folder / f"{NAME}.epub"),
                     docx_text(self.folder / f"{NAME}.docx"), page):
            self.assertIn("虚构灯笼基金", text)

    def test_what_is_told_of_the_corpus_is_plain(self):
        self.assert_plain(said(RAPPORTEUR, "explain", self.folder / f"{NAME}.pdf", "summary with an"), "summary")


if __name__ == "__main__":
    unittest.main(verbosity=2)
