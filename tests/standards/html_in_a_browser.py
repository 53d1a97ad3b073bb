"""The page in a real browser: what it asks for, how it reads, what a keyboard reaches, what is left without scripts."""

import json
import pathlib
import unittest

from publications import LANGUAGES, browser, node_modules, report, reports, said

HERE = pathlib.Path(__file__).parent


class HtmlInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        told = json.loads(said("node", HERE / "pages_in_a_browser.mjs", node_modules(), browser(), "unicef", *reports("html")))
        cls.pages = {language: told[str(report(language, "html"))] for language in LANGUAGES}

    def test_asks_for_nothing_and_gives_the_browser_nothing_to_complain_of(self):
        for language, page in self.pages.items():
            fetched = page["fetched"]
            with self.subTest(language):
                self.assertEqual(fetched, {"asked": [], "complaints": []})

    def test_axe_finds_nothing_light_dark_or_narrow(self):
        for language, page in self.pages.items():
            violations = page["violations"]
            with self.subTest(language):
                self.assertEqual(violations, {"light": [], "dark": [], "narrow": []})

    def test_is_never_wider_than_its_window(self):
        for language, page in self.pages.items():
            excess = page["excess"]
            with self.subTest(language):
                self.assertEqual(set(excess.values()), {0}, excess)

    def test_the_first_stop_of_the_keyboard_skips_to_the_text(self):
        for language, page in self.pages.items():
            keyboard = page["keyboard"]
            with self.subTest(language):
                self.assertEqual(keyboard["first"], {"id": "", "href": "#text", "inView": True})
                self.assertEqual(keyboard["skippedTo"], "text")

    def test_words_are_found_shown_and_left_again_by_keyboard(self):
        for language, page in self.pages.items():
            keyboard = page["keyboard"]
            with self.subTest(language):
                self.assertEqual(keyboard["reached"], "find-words")
                self.assertGreater(len(keyboard["listed"]), 5)
                self.assertEqual({found.lower() for found in keyboard["listed"]}, {"unicef"})
                self.assertTrue(keyboard["said"].endswith(f" {len(keyboard['listed'])}"), keyboard["said"])
                self.assertTrue(keyboard["shown"])
                self.assertTrue(keyboard["followed"])
                self.assertEqual(keyboard["cleared"], {"words": "", "focus": "find-words", "listed": 0})

    def test_says_all_of_it_without_scripts_and_hides_what_needs_them(self):
        for language, page in self.pages.items():
            without = page["withoutScripts"]
            with self.subTest(language):
                self.assertEqual(without, {"same": True, "findBox": False})

    def test_is_printed_on_white_without_what_only_a_screen_can_use(self):
        for language, page in self.pages.items():
            printed = page["inPrint"]
            with self.subTest(language):
                self.assertEqual(printed, {"ground": "rgb(255, 255, 255)", "shown": [".masthead h1", "main"]})

    def test_every_link_leads_somewhere(self):
        for language, page in self.pages.items():
            links = page["links"]
            with self.subTest(language):
                self.assertEqual(links["nowhere"], [])
                others = {report(other, "html").name for other in LANGUAGES if other != language}
                self.assertEqual(set(links["elsewhere"]), others)


if __name__ == "__main__":
    unittest.main(verbosity=2)
