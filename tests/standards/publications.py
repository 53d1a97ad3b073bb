"""The reports under test, and what other programs read in them."""

import json
import os
import pathlib
import re
import subprocess
import unicodedata
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CORPUS = SOURCE / "sources" / "dci" / "corpus.xml"
RAPPORTEUR = pathlib.Path(os.environ["RAPPORTEUR"])
REPORTS = pathlib.Path(os.environ["RAPPORTEUR_REPORTS"])
REPORTS_2_0 = REPORTS / "pdf-2.0"
LANTERN = REPORTS / "lantern" / "lantern-2026-en.pdf"  # of the corpus that doesn't exist: tests/corpora/README.md
LANGUAGES = ("en", "fr", "es")
FORMATS = ("pdf", "epub", "docx", "html")

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report(language, form):
    return REPORTS / f"dci-partnerships-2026-{language}.{form}"


def reports(form):
    return [report(language, form) for language in LANGUAGES]


def every_pdf():
    """Of DCI, in every language, to every standard."""
    return reports("pdf") + [REPORTS_2_0 / file.name for file in reports("pdf")]


def said(*command):
    """What a program writes to its standard output; it must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def in_one_line(text):
    """Composed, without the hyphens of line ends, any white space one space."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[-\u2010\u00ad]\r?\n\\s*", "", text).replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip()


def validators():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    return pathlib.Path(os.environ.get("RAPPORTEUR_VALIDATORS") or cache / "rapporteur" / "validators")


def python_tool(name):
    """A program from PyPI; a missing one fails the test that asked."""
    tool = validators() / "python" / "bin" / name
    if not tool.exists():
        raise AssertionError(f"{tool} isn't there: run scripts/fetch-validators")
    return tool


def fetched(name, mark):
    """The folder of a validator, which holds `mark` once it has all come; a missing one fails the test that asked."""
    folder = validators() / name
    if not (folder / mark).exists():
        raise AssertionError(f"{name} isn't in {folder}: run scripts/fetch-validators")
    return folder


def validator(name):
    """The class path of a validator that Maven brought."""
    return f"{fetched(name, 'pom.xml')}/*"


def node_modules():
    """Where npm's packages are; missing ones fail the test that asked."""
    folder = validators() / "web"
    if not (folder / "fetched.json").exists():
        raise AssertionError(f"{folder} isn't there: run scripts/fetch-validators")
    return folder / "node_modules"


def nu_messages(pages):
    """What the Nu Html Checker says of these pages."""
    checked = subprocess.run(["java", "-jar", str(node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"),
                              "--format", "json", *map(str, pages)], capture_output=True, text=True)
    messages = json.loads(checked.stderr)["messages"]
    if checked.returncode != 0 and not messages:
        raise AssertionError(f"the checker failed: {checked.stderr}")
    return messages


def browser():
    return SOURCE / "tests" / "standards" / "chromium"


# PDF

def verapdf_verdicts(files):
    """veraPDF's lines "PASS FILE FLAVOUR", one for each claim of each file, from one Java machine for all of them."""
    return said("java", "-Xshare:auto", "-cp", validator("verapdf"), "org.verapdf.apps.GreenfieldCliWrapper",
                "--flavour", "0", "--format", "text", *files).splitlines()


def pdf_text(file):
    return said("pdftotext", "-enc", "UTF-8", file, "-")


def pdf_pages(file):
    return pdf_text(file).split("\f")[:-1]


class Element:
    """A structure element of a tagged PDF."""

    def __init__(self, role):
        self.role = role
        self.children = []

    def all(self, *roles):
        """In document order; the way down is a stack, for the tree is as deep as its file says."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.role in roles:
                yield element
            waiting.extend(reversed(element.children))


def pdf_structure(file):
    """The structure tree, by pdfinfo's indented listing. (Its listing with the words takes poppler half a minute.)"""
    root = Element("")
    path = [(-1, root)]
    for line in said("pdfinfo", "-struct", file).splitlines():
        content = line.strip()
        if not content or content.startswith("/"):  # an attribute of the element above
            continue
        depth = len(line) - len(line.lstrip(" "))
        while path[-1][0] >= depth:
            path.pop()
        element = Element(content.split(" ")[0].rstrip(":"))
        path[-1][1].children.append(element)
        path.append((depth, element))
    return root


def pdf_outline(file):
    """The outline's entries as (level, title, page), and the ranges of page labels."""
    facts = json.loads(said("qpdf", "--json=2", "--json-key=pagelabels", "--json-key=outlines", file))
    entries = []
    waiting = [(1, entry) for entry in reversed(facts["outlines"])]
    while waiting:
        level, entry = waiting.pop()
        entries.append((level, in_one_line(entry["title"]), entry["destpageposfrom1"]))
        waiting.extend((level + 1, kid) for kid in reversed(entry["kids"]))
    return entries, facts["pagelabels"]


# EPUB

def epub_documents(file):
    """The content documents in reading order, without the cover and the navigation."""
    with zipfile.ZipFile(file) as package:
        container = ElementTree.fromstring(package.read("META-INF/container.xml"))
        opf_name = next(element.get("full-path") for element in container.iter() if element.tag.endswith("rootfile"))
        opf = ElementTree.fromstring(package.read(opf_name))
        items = {item.get("id"): item for item in opf.iter(f"{OPF}item")}
        base = pathlib.PurePosixPath(opf_name).parent
        for reference in opf.iter(f"{OPF}itemref"):
            item = items[reference.get("idref")]
            if "nav" not in (item.get("properties") or "").split():
                yield ElementTree.fromstring(package.read(str(base / item.get("href"))))


def epub_text(file):
    return "\n".join("".join(document.itertext()) for document in epub_documents(file))


# HTML

class HtmlTree(HTMLParser):
    """A page as a tree, its names as they stand."""

    without_end = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.builder = ElementTree.TreeBuilder()
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in self.without_end:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            raise AssertionError(f"</{tag}> where {self.open[-1:]} is open")
        self.builder.end(self.open.pop())

    def handle_data(self, data):
        if self.open:
            self.builder.data(data)


def html_page(file):
    tree = HtmlTree()
    tree.feed(file.read_text(encoding="utf-8"))
    tree.close()
    return tree.builder.close()


def html_documents(file):
    """The page's sections as if they were an EPUB's chapters: in XHTML's namespace, headings a level higher."""
    documents = [section for section in html_page(file).iter("section") if section.get("class") == "part"]
    for document in documents:
        for element in document.iter():
            heading = re.fullmatch("h([2-6])", element.tag)
            element.tag = XHTML + (f"h{int(heading[1]) - 1}" if heading else element.tag)
    return documents


def html_text(file):
    body = html_page(file).find("body")
    for script in body.findall("script"):
        body.remove(script)
    return "\n".join(body.itertext())


# DOCX

def docx_part(file, name):
    with zipfile.ZipFile(file) as package:
        return ElementTree.fromstring(package.read(name))


def docx_paragraph_text(paragraph):
    """A paragraph's words; a tab or a break is a space."""
    parts = []
    for element in paragraph.iter():
        if element.tag == f"{WORD}t":
            parts.append(element.text or "")
        elif element.tag in (f"{WORD}tab", f"{WORD}br"):
            parts.append(" ")
    return in_one_line("".join(parts))


def docx_paragraph_style(paragraph):
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if style is None else style.get(f"{WORD}val")


def docx_text(file):
    parts = [docx_part(file, "word/document.xml"), docx_part(file, "word/footnotes.xml")]
    return "\n".join(docx_paragraph_text(paragraph) for part in parts for paragraph in part.iter(f"{WORD}p"))
