"""The EPUB before epubcheck, and what epubcheck doesn't ask for."""

import subprocess
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

from publications import DC, EPUB, LANGUAGES, OPF, XHTML, epub_documents, report, reports, validator


def epubcheck(file):
    return subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-cp", validator("epubcheck"),
                           "com.adobe.epubcheck.tool.Checker", "--failonwarnings", str(file)], capture_output=True, text=True)


def part(file, ending):
    with zipfile.ZipFile(file) as package:
        return ElementTree.fromstring(package.read(next(name for name in package.namelist() if name.endswith(ending))))


class EpubValidity(unittest.TestCase):
    def test_epubcheck_finds_no_error_and_no_warning(self):
        with ThreadPoolExecutor(max_workers=2) as two_at_a_time:
            for file, verdict in zip(reports("epub"), two_at_a_time.map(epubcheck, reports("epub"))):
                with self.subTest(file.name):
                    self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr[-2000:])
                    self.assertIn("0 fatals / 0 errors / 0 warnings", verdict.stdout)

    def test_begins_with_its_type_stored_as_it_is(self):
        for file in reports("epub"):
            with self.subTest(file.name), zipfile.ZipFile(file) as package:
                first = package.infolist()[0]
                self.assertEqual((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED))
                self.assertEqual(package.read(first), b"application/epub+zip")

    def test_says_its_language_in_the_package_and_in_every_document(self):
        for language in LANGUAGES:
            with self.subTest(language):
                self.assertEqual(part(report(language, "epub"), ".opf").findtext(f".//{DC}language"), language)
                for document in epub_documents(report(language, "epub")):
                    self.assertEqual(document.get("{http://www.w3.org/XML/1998/namespace}lang"), language)

    def test_says_how_accessible_it_is(self):
        wanted = {"schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature",
                  "schema:accessibilityHazard", "schema:accessibilitySummary"}
        for file in reports("epub"):
            with self.subTest(file.name):
                given = {meta.get("property") for meta in part(file, ".opf").iter(f"{OPF}meta") if (meta.text or "").strip()}
                self.assertLessEqual(wanted, given)

    def test_the_navigation_leads_to_every_section(self):
        for file in reports("epub"):
            navigation = part(file, "nav.xhtml")
            contents = next(nav for nav in navigation.iter(f"{XHTML}nav") if nav.get(f"{EPUB}type") == "toc")
            entries = {"".join(link.itertext()).strip() for link in contents.iter(f"{XHTML}a")}
            titles = {"".join(heading.itertext()).strip() for document in epub_documents(file)
                      for heading in document.iter(f"{XHTML}h1") if heading.get("class") != "title"}
            with self.subTest(file.name):
                self.assertGreater(len(titles), 10)
                self.assertLessEqual(titles, entries)

    def test_every_picture_has_words_for_those_who_dont_see_it(self):
        for file in reports("epub"):
            pictures = [image for document in list(epub_documents(file))[1:] for image in document.iter(f"{XHTML}img")]
            with self.subTest(file.name):
                self.assertGreater(len(pictures), 0)
                for image in pictures:
                    self.assertTrue((image.get("alt") or "").strip(), image.get("src"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
