"""The generator knows the whole schema, and each judge finds the fault that it is there for."""

import pathlib
import tempfile
import unittest
from unittest import mock
from xml.etree import ElementTree

import page_laws
import word_laws
from expected import Expected
from hidden import never_there
from maker import Maker
from reading_text import flat, tokens
from schema_walk import LANG, NS, SCHEMA, XS, Schema, use_of_schema
from sheets import Letter, Sheet
from shrinking import Shrinker
from trial import Way
from twins import Twins
from written import random_corpus, write_corpus

SEEDS = range(1, 61)


def line(text, left=100.0, base=100.0, size=10.0):
    """Letters half as wide as the type's size; spaces are gaps."""
    return [Letter(left + at * size / 2, left + (at + 1) * size / 2, base, size, character)
            for at, character in enumerate(text) if character != " "]


def sheet(*lines):
    letters = [letter for one in lines for letter in one]
    return [Sheet(600, 800, letters, "".join(letter.character for letter in letters))]


def corpus_of(extra="", languages="en"):
    return (f'<corpus xmlns="{NS[1:-1]}" id="c" year="2026" date="2026-11-24" xml:lang="en" languages="{languages}"><title>'
            f'<text xml:lang="en">Partnerships</text></title><holder id="h"><name><text xml:lang="en">Holders</text></name></holder>'
            f'<partners><partner id="p"><name><text xml:lang="en">Marmaladers</text></name>{extra}</partner></partners></corpus>')


class Generator(unittest.TestCase):
    def test_the_seeds_use_every_element_attribute_and_value_of_the_schema(self):
        schema = Schema()
        self.assertEqual(use_of_schema(schema, [random_corpus(seed, schema)[0] for seed in SEEDS]), [])

    def changed_schema(self, element):
        root = ElementTree.parse(SCHEMA).getroot()
        partner = next(node for node in root if node.get("name") == "partner" and node.tag == f"{XS}complexType")
        ElementTree.SubElement(partner.find(f"{XS}sequence"), f"{XS}element", element)
        file = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "corpus.xsd"
        ElementTree.ElementTree(root).write(file)
        return Schema(file)

    def test_an_element_of_a_known_type_is_made_without_a_change(self):
        schema = self.changed_schema({"name": "motto", "type": "statement"})
        self.assertTrue(any(random_corpus(seed, schema)[0].find(f".//{NS}motto/{NS}text") is not None for seed in range(4)))

    def test_an_element_of_an_unknown_type_fails(self):
        with self.assertRaisesRegex(KeyError, "values.py has no maker"):
            Maker(0, self.changed_schema({"name": "motto", "type": "mottoes"})).make()

    def test_a_seed_gives_the_same_corpus_each_time(self):
        self.assertEqual(*(ElementTree.tostring(random_corpus(5)[0]) for _ in range(2)))


class WordsJudged(unittest.TestCase):
    def expected(self, extra, audience="public"):
        file = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "corpus.xml"
        file.write_text(corpus_of(extra), "utf-8")
        return Expected(file, "en", audience)

    def page(self, text):
        file = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "page.html"
        file.write_text(f"<html><head><title>x</title></head><body><p>{text}</p></body></html>", "utf-8")
        return file

    SECRET = '<contact><name>Quincunxial Zephyrine</name></contact>'

    def test_a_word_that_is_not_there(self):
        expected = self.expected('<seat><text xml:lang="en">Strandville</text></seat>')
        whole = "Partnerships Holders Marmaladers Strand<br>ville"
        self.assertEqual(list(word_laws.missing_words(expected, self.page(whole))), [])
        self.assertEqual(list(word_laws.missing_words(expected, self.page(whole.replace("ville", "")))), [("seat", "Strandville")])

    def test_a_sign_that_a_format_takes_for_markup(self):
        expected = self.expected('<seat><text xml:lang="en">C++ &lt;b&gt;</text></seat>')
        self.assertEqual(list(word_laws.missing_signs(expected, self.page("C++ &lt;b&gt;"))), [])
        self.assertEqual(list(word_laws.missing_signs(expected, self.page("C+ <b></b>"))), [("seat", "C++"), ("seat", "<b>")])

    def test_a_contact_is_for_the_house_unless_it_says_otherwise(self):
        told = self.page("Partnerships Holders Marmaladers, Quincunxial Zephyrine")
        self.assertIn("quincunxial", word_laws.leaked_words(self.expected(self.SECRET), told))
        self.assertEqual(word_laws.leaked_words(self.expected(self.SECRET, "internal"), told), [])
        self.assertIn(("name", "Zephyrine"), word_laws.missing_words(self.expected(self.SECRET, "internal"), self.page("Partnerships")))

    def test_letters_alone_count(self):
        self.assertEqual(flat("Éco\u00adle, ﬁn ﻻ"), flat("e\u0301cole FIN لا"))
        self.assertEqual(list(tokens("儿童权利公约 a-b")), ["儿童权利", "公约", "a", "b"])


class PagesJudged(unittest.TestCase):
    def test_a_word_off_the_sheet(self):
        self.assertEqual(list(page_laws.off_the_sheet(sheet(line("inside")))), [])
        self.assertEqual(len(list(page_laws.off_the_sheet(sheet(line("outside", left=590))))), 1)
        self.assertEqual(len(list(page_laws.off_the_sheet(sheet(line("below", base=801))))), 1)

    def test_a_line_over_another(self):
        self.assertEqual(list(page_laws.overprinted(sheet(line("one"), line("another", base=110)))), [])
        self.assertEqual(len(list(page_laws.overprinted(sheet(line("one"), line("another", base=103))))), 1)

    def test_a_figure_on_two_lines(self):
        for first, second, is_cut in (("2,934,938.", "80", True), ("11\u202f247\u202f28", "7,50", True), ("2,934,938.80", "12", False),
                                      ("in 2009.", "19", False), ("2024", "2025", False)):
            with self.subTest(first):
                self.assertEqual(bool(list(page_laws.cut_figures(sheet(line(first), line(second, base=112))))), is_cut)

    def test_a_mark_on_two_lines(self):
        mark = line("2", left=115, base=96, size=6)
        self.assertTrue(list(page_laws.cut_marks(sheet(line("EUR"), mark, line("3 x", base=110, size=6)))))
        self.assertFalse(list(page_laws.cut_marks(sheet(line("EUR"), mark, line("x", base=112)))))

    def test_a_word_without_its_hyphen(self):
        class Known:
            known = {"marmaladers"}
        self.assertTrue(list(page_laws.cut_words(sheet(line("Marma"), line("laders", base=112)), Known)))
        self.assertFalse(list(page_laws.cut_words(sheet(line("Marma-"), line("laders", base=112)), Known)))

    def test_a_mark_of_a_note_within_a_text(self):
        mark = line("7", left=115, base=96, size=6)
        self.assertFalse(list(page_laws.marks_within_texts(sheet(line("EUR"), mark, line("far", left=140)))))
        self.assertTrue(list(page_laws.marks_within_texts(sheet(line("EUR"), mark, line("on", left=119)))))


    def test_ink_in_a_margin(self):
        """House style: 96 points inside, 120 outside, 84 above; two points to a dot."""
        clean = [b"\xff" * 298] * 421
        beside = clean[:200] + [b"\xff" * 250 + b"\x00" * 48] + clean[201:]
        below = clean[:-5] + [b"\x00" * 298] * 2 + clean[-3:]
        for rows, count in ((clean, 0), (beside, 1), (below, 2)):
            with mock.patch.object(page_laws, "ink_of", lambda file, rows=rows: [(298, 421, rows)] * 3):
                self.assertEqual(len(list(page_laws.ink_in_margins("file", "house", "", "en"))), count)


class Shrinking(unittest.TestCase):
    def test_what_does_not_matter_goes(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        corpus, _ = write_corpus(11, folder / "corpus")

        class Failing:  # as long as any partner has a summary
            rapporteur, out, way = "none", folder / "out", type("Way", (), {"judges": set()})

            def __init__(self, *_):
                self.corpus = corpus
        shrinker = Shrinker(Failing(), "a law", folder / "smallest", seconds=30)
        shrinker.is_broken = lambda root: root.find(f".//{NS}summary") is not None
        before = len(shrinker.best)
        shrinker.run()
        left = ElementTree.fromstring(shrinker.best)
        self.assertLess(len(shrinker.best), before / 4)
        self.assertEqual(len(list(left.iter(f"{NS}summary"))), 1)
        self.assertEqual({text.get(LANG) for text in left.iter(f"{NS}text")}, {left.get(LANG)})


class TwinsJudged(unittest.TestCase):
    SECRETS = ('<contact><name>Quince</name></contact>'
               '<summary><text xml:lang="en">Open words</text></summary>'
               '<funding year="2026" amount="10" currency="EUR" audience="internal" source="s"/>'
               '<quote speaker="A" consent="2031-01-01"><text xml:lang="en">Not yet</text></quote>')
    FRAME = ('<sources><source id="s" language="en"><title><text xml:lang="en">Ledger</text></title></source></sources>'
             '<fundingTotal year="2026" amount="10" currency="EUR"/>')

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.corpus = self.folder / "secret" / "corpus.xml"
        self.corpus.parent.mkdir()
        self.corpus.write_text(corpus_of(self.SECRETS).replace("<partners>", self.FRAME + "<partners>"), "utf-8")

    def enterContext(self, context):  # unittest's own from Python 3.11 on
        value = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return value

    def test_what_is_withheld_is_taken_out_with_what_only_it_names(self):
        words = "".join(ElementTree.parse(never_there(self.corpus, "public", self.folder / "open")).getroot().itertext())
        self.assertIn("Open words", words)
        for secret in ("Quince", "Ledger", "Not yet"):
            self.assertNotIn(secret, words)
        self.assertNotIn('"10"', (self.folder / "open" / "corpus.xml").read_text())

    def broken(self, what_is_made):
        """What the law says of a program that makes this of its corpus."""
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\nfor out; do :; done; mkdir -p $out; {what_is_made} > $out/report.pdf\n")
        program.chmod(0o755)
        return Twins(program, self.corpus, Way("en", ("pdf",)), self.folder / "out").judge()

    def test_a_digest_of_all_is_found(self):
        self.assertEqual(self.broken("echo the same"), [])
        self.assertEqual(len(self.broken("sha256sum < $2")), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
