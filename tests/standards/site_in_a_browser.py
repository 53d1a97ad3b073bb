"""The report as a folder of pages: before the Nu Html Checker, in a browser, and beside the single page."""

import json
import pathlib
import subprocess
import tempfile
import unittest
from urllib.parse import unquote, urlsplit

from publications import CORPUS, LANGUAGES, RAPPORTEUR, browser, html_page, node_modules, nu_messages, report, said

HERE = pathlib.Path(__file__).parent


class SiteInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.made = subprocess.run([RAPPORTEUR, "build", CORPUS, "--to", "html", "--split", "--lang", ",".join(LANGUAGES), "--out",
                                   folder.name], check=True, capture_output=True, text=True).stdout.split()
        cls.sites = {language: pathlib.Path(folder.name) / report(language, "html").stem for language in LANGUAGES}
        front = cls.sites["en"] / "index.html"
        others = sorted(page for page in front.parent.glob("*.html") if page != front)
        cls.told = json.loads(said("node", HERE / "site_in_a_browser.mjs", node_modules(), browser(), "unicef", front, *others))

    def test_tells_its_front_pages(self):
        self.assertEqual([pathlib.Path(file) for file in self.made], [self.sites[language] / "index.html" for language in LANGUAGES])

    def test_the_nu_html_checker_says_nothing(self):
        pages = [page for site in self.sites.values() for page in sorted(site.glob("*.html"))]
        self.assertEqual(nu_messages(pages), [])

    def test_axe_finds_nothing_and_no_page_is_wider_than_a_narrow_window(self):
        for name, page in self.told["pages"].items():
            with self.subTest(name):
                self.assertEqual((page["violations"], page["narrow"]), ([], 0))

    def test_a_page_fetches_only_what_stands_beside_it(self):
        for name, page in self.told["pages"].items():
            with self.subTest(name):
                self.assertEqual((page["fetchedElsewhere"], page["complaints"]), ([], []))

    def test_each_part_has_a_page_of_its_own_title_and_first_heading(self):
        titles = [page["title"] for page in self.told["pages"].values()]
        self.assertEqual(len(set(titles)), len(titles))
        for name, page in self.told["pages"].items():
            if name != "index.html":
                with self.subTest(name):
                    self.assertEqual(page["headings"].count("H1"), 1)
                    self.assertEqual(page["headings"][0], "H1")

    def test_every_link_leads_to_a_place_that_is_there(self):
        ids = {name: set(page["ids"]) for name, page in self.told["pages"].items()}
        for name, page in self.told["pages"].items():
            for link in page["links"]:
                file, place = pathlib.Path(unquote(urlsplit(link).path)), unquote(urlsplit(link).fragment)
                with self.subTest(page=name, link=link):
                    self.assertTrue(file.exists())
                    if place and file.parent == self.sites["en"]:
                        self.assertIn(place, ids[file.name])

    def test_a_word_is_found_on_every_page_and_led_to(self):
        finding = self.told["finding"]
        having = {page.name for page in self.sites["en"].glob("*.html") for section in html_page(page).iter("section")
                  if section.get("class") == "part" and "unicef" in "".join(section.itertext()).lower()}
        self.assertEqual(set(finding["pages"]), having)
        self.assertIn("unicef.html", having)
        self.assertEqual((finding["words"], finding["inView"]), ("unicef", True))
        self.assertEqual(finding["to"], finding["pages"][0])
        self.assertGreater(finding["marked"], 0)

    def test_its_parts_say_what_the_single_page_says(self):
        for language, site in self.sites.items():
            single = {section.get("id"): section for section in html_page(report(language, "html")).iter("section")
                      if section.get("class") == "part"}
            with self.subTest(language):
                parts = {section.get("id"): section for page in site.glob("*.html")
                         for section in html_page(page).iter("section") if section.get("class") == "part"}
                self.assertEqual(set(parts), set(single))
                for part, section in parts.items():
                    self.assertEqual("".join(section.itertext()).split(), "".join(single[part].itertext()).split(), part)


if __name__ == "__main__":
    unittest.main(verbosity=2)
