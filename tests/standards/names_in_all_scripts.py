"""Names in scripts from all over the world: printed, read back, valid; and never a hollow box in anything printed."""

import pathlib
import re
import subprocess
import tempfile
import unicodedata
import unittest

from publications import RAPPORTEUR, docx_text, epub_text, pdf_text, reports, said, validator

NAMES = {
    "ar": "المجلس العربي للطفولة والتنمية",
    "ru": "Уполномоченный по правам ребёнка",
    "el": "Το Χαμόγελο του Παιδιού",
    "zh-Hans": "中国关心下一代工作委员会",
    "ja": "子どもの権利条約総合研究所",
    "ko": "국제아동인권센터",
    "he": "המועצה לשלום הילד",
    "vi": "Hội Bảo vệ quyền trẻ em Việt Nam",
    "am": "የኢትዮጵያ ሕፃናት መብት",
    "hy": "Երեխաների իրավունքներ",
    "ka": "ბავშვთა უფლებები",
    "yo": "Ẹ̀tọ́ àwọn ọmọdé s̩",  # marks for which there is no letter made in one
    "lkt": "Wakȟáŋyeža q̓ x̱",
}
NAME = "names-2026-en"

CORPUS = """<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="names" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">Partners of many scripts</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources>
    <source id="page" language="ru"><title><text xml:lang="en">A page</text></title><publisher>Издательство</publisher></source>
  </sources>
  <partners>
{partners}  </partners>
</corpus>
"""

PARTNER = """    <partner id="partner-{language}" kind="ngo" status="active">
      <name><text xml:lang="en"><foreign xml:lang="{tag}">{name}</foreign></text></name>
      <seat><text xml:lang="en"><foreign xml:lang="{tag}">{name}</foreign>, City</text></seat>
      <summary source="page">
        <text xml:lang="en">What <em>they</em> call <foreign xml:lang="{tag}">{name}</foreign> works with us.</text>
      </summary>
      <relationship id="relationship-{language}" kinds="member" from="1993" source="page"/>
    </partner>
"""


def corpus_of(names):
    return CORPUS.format(partners="".join(PARTNER.format(language=tag.lower(), tag=tag, name=name)
                                          for tag, name in names.items()))


def plain(text):
    """Composed, without white space and marks of direction: what was said, wherever lines end."""
    text = unicodedata.normalize("NFC", text)
    return "".join(character for character in text if not character.isspace() and unicodedata.category(character) != "Cf")


def glyphs_shown(file):
    """The glyph ids of all text that any stream of the PDF shows."""
    with tempfile.TemporaryDirectory() as folder:
        plain_pdf = pathlib.Path(folder) / "plain.pdf"
        said("qpdf", "--qdf", "--object-streams=disable", file, plain_pdf)
        data = plain_pdf.read_bytes()
    shown = b"".join(re.findall(rb"^\[(.*)\]TJ$", data, re.MULTILINE))
    digits = b"".join(re.findall(rb"<([0-9A-Fa-f]*)>", shown)).decode()
    return [int(digits[at:at + 4], 16) for at in range(0, len(digits), 4)]


class NamesInAllScripts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        (cls.folder / "corpus.xml").write_text(corpus_of(NAMES), encoding="utf-8")
        said(RAPPORTEUR, "build", cls.folder / "corpus.xml", "--to", "pdf,epub,docx", "--out", cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def assert_names_read(self, text):
        text = plain(text)
        for tag, name in NAMES.items():
            with self.subTest(tag):
                self.assertGreaterEqual(text.count(plain(name)), 4)

    def test_the_pdf_reads_them(self):
        self.assert_names_read(pdf_text(self.folder / f"{NAME}.pdf"))

    def test_the_epub_reads_them(self):
        self.assert_names_read(epub_text(self.folder / f"{NAME}.epub"))

    def test_the_docx_reads_them(self):
        self.assert_names_read(docx_text(self.folder / f"{NAME}.docx"))

    def test_the_pdf_passes_pdf_ua_1_and_pdf_a_3a(self):
        file = self.folder / f"{NAME}.pdf"
        verdicts = said("java", "-Xshare:auto", "-cp", validator("verapdf"), "org.verapdf.apps.GreenfieldCliWrapper",
                        "--flavour", "0", "--format", "text", file).splitlines()
        self.assertEqual(sorted(verdicts), [f"PASS {file} {flavour}" for flavour in ("3a", "ua1")])

    def test_epubcheck_finds_nothing(self):
        done = subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-cp", validator("epubcheck"),
                               "com.adobe.epubcheck.tool.Checker", "--failonwarnings", self.folder / f"{NAME}.epub"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr[-2000:])

    def test_no_pdf_shows_a_hollow_box(self):
        for file in [self.folder / f"{NAME}.pdf", *reports("pdf")]:
            with self.subTest(file.name):
                glyphs = glyphs_shown(file)
                self.assertGreater(len(glyphs), 500)
                self.assertEqual(glyphs.count(0), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
