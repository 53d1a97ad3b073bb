"""EPUB and HTML say what the Document says: every block's words, alternative text, note and language, in its order.

The Document is the one that tests/golden holds as text, which the tests of composing hold against the program's.
"""

import re
import unittest

from publications import LANGUAGES, SOURCE, XHTML, epub_documents, html_documents, in_one_line, report

FOREIGN = re.compile(r"\{([a-z]{2,3}): ")

# What only a build knows: the colophon's list of tools, and the digest of the files that its readers get.
MADE_WITH = re.compile(r"rapporteur \d|[0-9a-f]{64}")


def plain(marked):
    """Words of the outline without its marks; the calls of notes stay as [^1], foreign words as {fr: mots}."""
    marked = re.sub(r"<([^<>]*) (?:#|https?:)[^ <>]*>", r"\1", marked)
    return in_one_line(re.sub(r"[*^]+(?![0-9]+\])", "", marked.replace("[^", "\0")).replace("\0", "[^"))


def outline(language):
    """The Document's blocks as (kind, words)."""
    text = (SOURCE / "tests" / "golden" / f"dci-{language}.txt").read_text(encoding="utf-8")
    text = text[text.index("\n# ") + 1:]
    text = text[text.index("\n# ") + 1:]  # the contents, which each format makes for itself
    blocks = []
    in_index = False
    for line in text.splitlines():
        heading = re.fullmatch(r"(#+) (.*) #([^ #]+)", line)
        if not line or line.startswith("|---"):
            continue
        if heading:
            in_index = heading[3] == "index"
            blocks.append((f"heading {len(heading[1])}", plain(heading[2])))
        elif note := re.match(r"\[\^(\d+)\]: (.*)", line):
            blocks.append(("note", f"{note[1]} {plain(note[2])}"))
        elif line.startswith("| "):
            line = re.sub(r"\|(?= \|)", "| ", line)  # an empty cell has one space
            for cell in line[2:-2].split(" | "):
                in_language = re.fullmatch(r"(.*) \{([a-z]+)\}", cell)
                blocks.append(("cell", "{%s: %s}" % (in_language[2], plain(in_language[1])) if in_language else plain(cell)))
        elif named := re.match(r"(table|figure) #\S+ ?(.*)", line):
            if named[2]:
                blocks.append(("caption", plain(named[2])))
        elif line.startswith("alternative: "):
            blocks.append(("alternative", in_one_line(line.removeprefix("alternative: "))))
        elif in_index:
            blocks.append(("item", plain(line.rsplit(":", 1)[0])))
        elif line.startswith("- "):
            blocks.append(("item", plain(line[2:])))
        else:
            words = re.sub(r"^(\{[a-z]+\} )?(lead|remark|imprint|citation): ", r"\1", line)
            in_language = re.match(r"\{([a-z]+)\} (.*)", words)
            blocks.append(("paragraph", "{%s: %s}" % (in_language[1], plain(in_language[2])) if in_language else plain(words)))
    return blocks


def words_of(element):
    """An element's words as the outline has them."""
    if element.get("role") == "doc-noteref":
        return f"[^{''.join(element.itertext())}]"
    if element.tag == f"{XHTML}sup" and (element.text or "") == ",":
        return ""
    if element.get("role") == "doc-pagebreak" or element.tag == f"{XHTML}svg":
        return ""
    inside = (element.text or "") + "".join(words_of(child) + (child.tail or "") for child in element)
    return "{%s: %s}" % (element.get("lang"), inside) if element.get("lang") and element.tag == f"{XHTML}span" else inside


def cell_words(cell):
    paragraphs = cell.findall(f"{XHTML}p")
    if not paragraphs:
        return in_one_line(words_of(cell))
    return " / ".join(in_one_line(words_of(paragraph)) for paragraph in paragraphs)


def figure_blocks(figure):
    caption = figure.find(f"{XHTML}figcaption")
    yield "caption", in_one_line(words_of(caption))
    picture = figure.find(f"{XHTML}img")
    described = figure.find(f"{XHTML}svg/{XHTML}desc")
    yield "alternative", in_one_line(picture.get("alt") if picture is not None else described.text)


def index_term(item):
    links = item.findall(f"{XHTML}a")
    for later in list(item)[list(item).index(links[0]):]:
        item.remove(later)
    return in_one_line(words_of(item)).rstrip(",:，،、：")  # whatever the language puts before the places


def blocks_in(document, in_index=False):
    for element in document:
        name = element.tag.removeprefix(XHTML)
        if re.fullmatch("h[1-6]", name):
            yield f"heading {name[1]}", in_one_line(words_of(element))
        elif name == "p":
            yield "paragraph", in_one_line(words_of(element))
        elif name == "caption":
            yield "caption", in_one_line(words_of(element))
        elif name in ("th", "td"):
            yield "cell", cell_words(element)
        elif name == "li":
            yield "item", index_term(element) if in_index else in_one_line(words_of(element))
        elif name == "figure":
            yield from figure_blocks(element)
        elif name == "aside":
            yield "note", in_one_line(words_of(element))
        else:
            yield from blocks_in(element, in_index or element.get("class") == "index")


def read(documents):
    blocks = [block for document in documents for block in blocks_in(document) if not MADE_WITH.search(block[1])]
    # The Document tells its notes at its end, the formats each part's at the part's.
    return ([block for block in blocks if block[0] != "note"] + [block for block in blocks if block[0] == "note"])


class OneTruth(unittest.TestCase):
    def assert_same_blocks(self, read_documents):
        for language in LANGUAGES:
            wanted = [block for block in outline(language) if not MADE_WITH.search(block[1])]
            found = read(read_documents(language))
            with self.subTest(language):
                self.assertGreater(len(wanted), 250)
                for number, (one, other) in enumerate(zip(wanted, found)):
                    self.assertEqual(other, one, f"block {number}")
                self.assertEqual(len(found), len(wanted))

    def test_of_the_document_and_the_epub(self):
        def chapters(language):
            for document in epub_documents(report(language, "epub")):
                body = document.find(f"{XHTML}body")
                if body.find(f"{XHTML}section[@class='titlepage']") is None and body.get("id") != "cover":
                    yield body
        self.assert_same_blocks(chapters)

    def test_of_the_document_and_the_page(self):
        self.assert_same_blocks(lambda language: html_documents(report(language, "html")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
