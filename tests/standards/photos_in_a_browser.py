"""Photos of every kind on the page and on the pages of a site: as a browser shows them, and before the Nu Html Checker."""

import json
import pathlib
import tempfile
import unittest

from photos import PICTURES, PRINTED, build, expected_of, looks, write_corpus
from publications import browser, node_modules, nu_messages, said

HERE = pathlib.Path(__file__).parent
# The checker takes the page's policy, which allows pictures from data: (Content Security Policy 3, 6.7.2.8), to forbid them.
# That it is mistaken shows in the browser, which keeps to the policy and shows each of them.
MISTAKEN = "Resource violates Content Security Policy (meta tag): image “data:image/"


class PhotosInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        (folder / "in").mkdir()
        corpus = write_corpus(folder / "in", {name: (PICTURES / name).read_bytes() for name in PRINTED})
        for out, options in (("page", ()), ("site", ("--split",))):
            made = build(corpus, folder / out, "--to", "html", *options)
            assert made.returncode == 0, made.stderr
        cls.page, cls.part = folder / "page" / "album-2026-en.html", folder / "site" / "album-2026-en" / "one.html"
        cls.told = json.loads(said("node", HERE / "photos_in_a_browser.mjs", node_modules(), browser(), "", cls.page, cls.part))

    def test_each_photo_looks_as_it_should_and_stands_upright(self):
        for name, page in self.told.items():
            self.assertEqual([photo["alternative"].rpartition(" ")[2] for photo in page["photos"]], list(PRINTED), name)
            for photo, file in zip(page["photos"], PRINTED):
                with self.subTest(page=name, photo=file):
                    self.assertEqual([looks(tuple(corner)) for corner in photo["corners"]], expected_of(file))
                    self.assertAlmostEqual(photo["shape"], 40 / 60 if file == "on-its-side.jpg" else 60 / 40, places=2)

    def test_the_browser_has_nothing_to_complain_of_and_axe_finds_nothing(self):
        for name, page in self.told.items():
            with self.subTest(name):
                self.assertEqual((page["complaints"], page["violations"], page["narrow"]), ([], [], 0))

    def test_the_nu_html_checker_says_nothing_that_the_browser_does_not_deny(self):
        messages = [message["message"] for message in nu_messages([self.page, self.part])]
        self.assertEqual([message for message in messages if not message.startswith(MISTAKEN)], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
