"""Addresses, ids and pictures that formats have a say in: hard ones make publications as valid as easy ones."""

import html
import json
import re
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from publications import RAPPORTEUR, XHTML, nu_messages, validator
from tagged_pdf import TaggedPdf

URI = re.compile(r"(?:https?|mailto|urn):(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?")
SIGNS = "[]|{}^`\\%é中#'()*~!$&;,@:+="
ADDRESSES = [f"https://www.example.org/a{sign}b?q={sign}1" for sign in SIGNS] + [
    "https://bücher.example/é/ü?ö=ß", "https://www.example.org/wiki/Rights_[children]?x={y}", "urn:isbn:9780000000002"]
OWN_NAMES = ("index", "sources", "glossary", "colophon", "at-a-glance", "con", "fn1", "find", "contents", "toc", "text", "style",
             "note-1", "page-3", "one-facts", "one-photo-1", "timeline", "introduction", "nav", "imprint")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><rect width="300" height="80" fill="#17496b"/></svg>'


def text(words, language="en"):
    return f'<text xml:lang="{language}">{html.escape(words)}</text>'


def corpus(partners, sources="", languages="en", main="en"):
    return f"""<corpus xmlns="urn:rapporteur:corpus:1" id="hard" year="2026" date="2026-11-24" xml:lang="{main}" languages="{languages}">
<title>{text("Hard names", main)}</title><holder id="house"><name>{text("House", main)}</name></holder>
<sources><source id="a-page" language="en"><title>{text("A page", main)}</title></source>{sources}</sources>
<partners>{partners}</partners></corpus>"""


def partner(name, before="", after="", main="en"):
    return (f'<partner id="{name}" kind="ngo" status="active"><name>{text("Partner " + name, main)}</name>{before}'
            f'<relationship kinds="member" from="1993" source="a-page"/>{after}</partner>')


class Made:
    def __init__(self, content, *options):
        self.held = tempfile.TemporaryDirectory()
        self.folder = Path(self.held.name)
        (self.folder / "p.svg").write_text(PICTURE, encoding="utf-8")
        (self.folder / "corpus.xml").write_text(content, encoding="utf-8")
        self.done = subprocess.run([RAPPORTEUR, "build", self.folder / "corpus.xml", "--out", self.folder / "out", *options],
                                   capture_output=True, text=True)
        assert self.done.returncode == 0, self.done.stderr

    def file(self, ending, language="en"):
        return self.folder / "out" / f"hard-2026-{language}.{ending}"

    def documents(self, language="en"):
        with zipfile.ZipFile(self.file("epub", language)) as package:
            return [ElementTree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xhtml")]


def epubcheck(file):
    return subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-cp", validator("epubcheck"), "com.adobe.epubcheck.tool.Checker",
                           "--failonwarnings", str(file)], capture_output=True, text=True)


class Addresses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        escaped = [html.escape(address) for address in ADDRESSES]
        sources = "".join(f'<source id="s{at}" language="en" uri="{address}"><title>{text(f"Page {at}")}</title></source>'
                          for at, address in enumerate(escaped))
        body = (f"<page>{escaped[-2]}</page>" +
                '<contact audience="public"><name>Ann</name><email>a&amp;b%c?d@bücher.example</email></contact>' +
                "".join(f'<mandate source="s{at}">{text(f"Mandate {at}")}</mandate>' for at in range(len(escaped))))
        after = f'<document uri="{escaped[0]}"><title>{text("A document")}</title></document>'
        cls.made = Made(corpus(partner("one", body, after), sources), "--to", "pdf,epub,docx,html")

    def assert_all_are_uris(self, links, least):
        self.assertGreaterEqual(len(links), least)
        for link in links:
            self.assertTrue(URI.fullmatch(link), link)

    def test_epubcheck_finds_nothing(self):
        verdict = epubcheck(self.made.file("epub"))
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr[-2000:])

    def test_the_nu_html_checker_finds_nothing(self):
        self.assertEqual(nu_messages([self.made.file("html")]), [])

    def test_links_of_every_format_are_uris(self):
        epub = [link.get("href") for document in self.made.documents() for link in document.iter(f"{XHTML}a")]
        self.assert_all_are_uris([link for link in epub if re.match(r"[a-z]+:", link)], len(ADDRESSES))
        page = self.made.file("html").read_text(encoding="utf-8")
        self.assert_all_are_uris([html.unescape(link) for link in re.findall(r'href="((?:https?|mailto|urn):[^"]*)"', page)],
                                 len(ADDRESSES))
        with zipfile.ZipFile(self.made.file("docx")) as package:
            relations = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".rels"))
        self.assert_all_are_uris([html.unescape(link) for link in re.findall(r'Target="((?:https?|mailto|urn):[^"]*)"', relations)],
                                 len(ADDRESSES))
        actions = [link for thing in TaggedPdf(self.made.file("pdf")).objects.values()
                   for link in re.findall(r'"/URI": "u:([^"]*)"', json.dumps(thing))]
        self.assert_all_are_uris(actions, len(ADDRESSES))

    def test_linked_data_has_a_uri(self):
        page = self.made.file("html").read_text(encoding="utf-8")
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])
        self.assert_all_are_uris([thing["url"] for thing in data["@graph"] if "url" in thing], 1)


def headings_of(page):
    return [re.sub(r"<[^>]*>", "", heading) for heading in re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.S)]


class Ids(unittest.TestCase):
    def test_a_partner_may_have_the_name_of_a_part_or_a_file_of_the_report(self):
        partners = "".join(partner(name) for name in ("one", *OWN_NAMES))
        made = Made(corpus(partners), "--to", "epub,html,docx,pdf")
        verdict = epubcheck(made.file("epub"))
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr[-2000:])
        self.assertEqual(nu_messages([made.file("html")]), [])
        page = made.file("html").read_text(encoding="utf-8")
        ids = re.findall(r' id="([^"]*)"', page)
        self.assertEqual(sorted(ids), sorted(set(ids)))
        for target in re.findall(r'href="#([^"]*)"', page):
            self.assertIn(target, ids)

    def test_each_partner_has_a_page_of_its_own_in_a_site(self):
        names = ("one", *OWN_NAMES)
        made = Made(corpus("".join(partner(name) for name in names)), "--to", "html", "--split")
        pages = {page.name: page.read_text(encoding="utf-8") for page in (made.folder / "out" / "hard-2026-en").glob("*.html")}
        for name in names:
            with self.subTest(name):
                titled = [file for file, page in pages.items() if f"Partner {name}" in headings_of(page)]
                self.assertEqual(len(titled), 1, titled)
                self.assertNotRegex(titled[0].lower(), r"^(con|aux|nul|prn)\.")
        for file, page in pages.items():
            for target in re.findall(r'href="([a-z0-9.-]+\.html)[#"]', page):
                self.assertIn(target, pages, file)


class Languages(unittest.TestCase):
    def test_a_picture_says_a_language_where_its_alternative_has_another_and_never_an_empty_one(self):
        words = "ثلاثة قوارب ورقية على ماء هادئ"
        body = f'<photo file="p.svg" consent="2026"><alternative>{text(words, "ar")}</alternative></photo>'
        made = Made(corpus(partner("one", after=body, main="ar"), languages="ar en", main="ar"), "--to", "pdf,epub,html,docx", "--lang", "ar,en")
        for language, wanted in (("ar", (None, None)), ("en", ("ar", "rtl"))):
            with self.subTest(language):
                page = made.file("html", language).read_text(encoding="utf-8")
                self.assertNotIn('lang=""', page)
                image = re.search(r"<img[^>]*>", page)[0]
                found = [re.search(rf' {name}="([^"]*)"', image) for name in ("lang", "dir")]
                self.assertEqual(tuple(value and value[1] for value in found), wanted)
                images = [image for document in made.documents(language) for image in document.iter(f"{XHTML}img")
                          if image.get("alt") == words]
                self.assertEqual([image.get("lang") or image.get("{http://www.w3.org/XML/1998/namespace}lang") for image in images],
                                 [wanted[0]])
                self.assertEqual(epubcheck(made.file("epub", language)).returncode, 0)
                figures = [figure for figure in TaggedPdf(made.file("pdf", language)).root.all("Figure")
                           if words in figure.entries.get("/Alt", "")]
                self.assertEqual([figure.entries.get("/Lang") for figure in figures], ["u:ar" if language == "en" else None])
                with zipfile.ZipFile(made.file("docx", language)) as package:
                    word = package.read("word/document.xml").decode()
                run = re.search(r"<w:r>(?:(?!</w:r>).)*" + words, word, re.S)
                self.assertEqual('w:val="ar"' in run[0], language == "en")


if __name__ == "__main__":
    unittest.main(verbosity=2)
