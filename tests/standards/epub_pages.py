"""The EPUB's page list is the PDF's own: every page, and what is marked as its beginning stands there in print."""

import unittest
import zipfile
from xml.etree import ElementTree

from publications import EPUB, LANGUAGES, XHTML, in_one_line, pdf_pages, report


COVER = "text/cover.xhtml"  # a picture, with an inside where the printed one has the imprint
BLOCKS = {XHTML + name for name in ("h1", "h2", "h3", "p", "li", "th", "td", "caption", "figcaption")}


def listed_pages(package):
    navigation = ElementTree.fromstring(package.read("EPUB/nav.xhtml"))
    pages = next(nav for nav in navigation.iter(f"{XHTML}nav") if nav.get(f"{EPUB}type") == "page-list")
    return [(link.text, link.get("href")) for link in pages.iter(f"{XHTML}a")]


def words_of(element):
    """Without the marks of notes."""
    if element.tag == f"{XHTML}sup":
        return ""
    return (element.text or "") + "".join(words_of(child) + (child.tail or "") for child in element)


def words_at(document, identifier, letters):
    """The first words of the block that an element stands in or before."""
    holds = {child: element for element in document.iter() for child in element}
    passed = False
    for element in document.iter():
        if element.get("id") == identifier:
            passed = True
            element = holds[element]
        if passed and element.tag in BLOCKS and in_one_line(words_of(element)):
            return in_one_line(words_of(element))[:letters].rsplit(" ", 1)[0]
    return ""


class EpubPages(unittest.TestCase):
    def test_every_page_is_listed_under_its_number(self):
        for language in LANGUAGES:
            with self.subTest(language), zipfile.ZipFile(report(language, "epub")) as package:
                numbers = [str(number + 1) for number in range(len(pdf_pages(report(language, "pdf"))))]
                self.assertEqual([label for label, _ in listed_pages(package)], numbers)

    def test_what_is_marked_as_a_page_s_beginning_stands_on_that_page(self):
        for language in LANGUAGES:
            printed = [in_one_line(page) for page in pdf_pages(report(language, "pdf"))]
            with self.subTest(language), zipfile.ZipFile(report(language, "epub")) as package:
                for label, target in listed_pages(package):
                    name, identifier = target.split("#")
                    if name == COVER:
                        continue
                    document = ElementTree.fromstring(package.read(f"EPUB/{name}"))
                    begins = words_at(document, identifier, 24)
                    self.assertGreater(len(begins), 3, target)
                    self.assertIn(begins, printed[int(label) - 1])


if __name__ == "__main__":
    unittest.main(verbosity=2)
