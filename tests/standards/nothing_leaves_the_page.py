"""Whatever a corpus says, and however much of it: in the PDF no word leaves its page or stands on another, and none is lost."""

import pathlib
import re
import subprocess
import tempfile
import unicodedata
import unittest

from publications import RAPPORTEUR, SOURCE, said

CORPUS = """<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="tried" year="2026" date="2026-11-24" xml:lang="{language}" languages="{language}">
  <title>{title}</title>{subtitle}
  <holder id="holder"><name>{holder}</name></holder>
  <sources>
    <source id="page" language="en"><title>{page}</title></source>
    <source id="long" language="en"><title>{long}</title></source>
  </sources>
  <partners><partner id="a" kind="ngo"><name>{name}</name>{body}</partner></partners>
</corpus>
"""

SENTENCE = "<text xml:lang=\"{}\">{}</text>"
DRAWN = {"large-print": "letter", "house": "a4", "compact": "letter"}
LONG_TITLE = "Report on the partnerships of Defence for Children International and of its national sections"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def words(stem, count):
    return " ".join(f"{stem}{number}" for number in range(count))


class Corpus:
    """A corpus of one partner."""

    def __init__(self, language="en", **said_of):
        self.language = language
        self.said = {"title": "Reports tried", "holder": "Holder of tests", "page": "A page", "long": "A source",
                     "name": "Alpha Network", "subtitle": "", "body": self.statement("summary", "A summary.")} | said_of

    def statement(self, element, text, source="page", more=""):
        return f'<{element} source="{source}"{more}>{SENTENCE.format(self.language, text)}</{element}>'

    def write(self, folder):
        told = {name: text if name == "body" else SENTENCE.format(self.language, text) for name, text in self.said.items()}
        told["subtitle"] = f"<subtitle>{told['subtitle']}</subtitle>" if self.said["subtitle"] else ""
        file = pathlib.Path(folder) / "corpus.xml"
        file.write_text(CORPUS.format(language=self.language, **told), encoding="utf-8")
        return file


def built(corpus, folder, *options):
    with tempfile.TemporaryDirectory() as kept:
        command = [RAPPORTEUR, "build", corpus.write(kept), "--out", folder, *options]
        return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def boxes(file):
    """Of each page its width, its height and its words, each with its box."""
    pages = []
    for line in said("pdftotext", "-q", "-bbox", file, "-").splitlines():
        if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append((float(page[1]), float(page[2]), []))
        elif word := re.search(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line):
            pages[-1][2].append((*map(float, word.groups()[:4]), word[5]))
    return pages


def stands_on(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return (across > 2 and across > 0.35 * min(one[2] - one[0], other[2] - other[0])
            and down > 0.55 * min(one[3] - one[1], other[3] - other[1]))


def faults(file):
    found = []
    for number, (width, height, on_page) in enumerate(boxes(file), 1):
        for at, word in enumerate(on_page):
            if word[0] < -1 or word[1] < -1 or word[2] > width + 1 or word[3] > height + 1:
                found.append((number, "off the page", word[4]))
            found += [(number, word[4], other[4]) for other in on_page[at + 1:] if stands_on(word, other)]
    return found


def text_of(file):
    text = unicodedata.normalize("NFKC", said("pdftotext", "-q", file, "-"))
    return re.sub(r"[-\u2010\u00ad]\s*\n\s*", "", text)


class NothingLeavesThePage(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = pathlib.Path(kept.name)

    def built_whole(self, corpus, *options, stems=()):
        done = built(corpus, self.folder, *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        file = next(self.folder.glob("*.pdf"))
        self.assertEqual(faults(file), [])
        text = text_of(file)
        for stem, count in stems:
            missing = [f"{stem}{number}" for number in range(count) if not re.search(rf"\b{stem}{number}\b", text)]
            self.assertEqual(missing, [])
        return file

    def test_charts_deeper_than_a_page(self):
        corpus = Corpus()
        events = "".join(corpus.statement("event", f"ev{year} {words('of the network and its friends', 3)}", more=f' date="{1960 + year}"')
                         for year in range(20))
        groups = "".join(f'<group count="2">{SENTENCE.format("en", f"gr{number} of a region")}</group>' for number in range(40))
        corpus.said["body"] += f'<composition total="80" source="page">{groups}</composition>{events}'
        for style, paper in DRAWN.items():
            with self.subTest(style=style):
                self.built_whole(corpus, "--style", style, "--paper", paper, stems=(("ev", 20), ("gr", 40)))

    def test_titles_of_any_length(self):
        for title in (LONG_TITLE, " ".join([LONG_TITLE] * 2), LONG_WORD):
            for style, paper in DRAWN.items():
                with self.subTest(title=title, style=style):
                    corpus = Corpus(title=title, subtitle="A subtitle of some length " * 3 + "subtitle",
                                    holder=LONG_TITLE, name=LONG_TITLE)
                    file = self.built_whole(corpus, "--style", style, "--paper", paper)
                    cover = said("pdftotext", "-q", "-l", "1", file, "-")
                    self.assertIn(re.sub(r"\s", "", title), re.sub(r"[\s\u00ad]", "", cover))

    def test_a_title_that_no_cover_holds_is_named(self):
        done = built(Corpus(title=" ".join([LONG_TITLE] * 30)), self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("the cover has no room", done.stderr)
        self.assertIn(LONG_TITLE[:40], done.stderr)
        self.assertEqual(list(self.folder.glob("*.pdf")), [])

    def test_notes_longer_than_their_pages(self):
        corpus = Corpus(long=words("src", 900))
        corpus.said["body"] = (corpus.statement("summary", "A summary.", "long", f' locator="{words("loc", 900)}"')
                               + corpus.statement("mandate", words("first", 20))
                               + corpus.statement("mandate", words("second", 20), "long", f' locator="{words("other", 300)}"')
                               + corpus.statement("mandate", words("third", 200)))
        for style, paper in DRAWN.items():
            with self.subTest(style=style):
                self.built_whole(corpus, "--style", style, "--paper", paper,
                                 stems=(("src", 900), ("loc", 900), ("other", 300), ("third", 200)))

    def test_a_briefs_notes_are_printed_or_the_brief_is_an_error(self):
        corpus = Corpus(long=words("src", 900))
        corpus.said["body"] = corpus.statement("summary", "A summary.", "long")
        with tempfile.TemporaryDirectory() as kept:
            done = subprocess.run([str(part) for part in (RAPPORTEUR, "brief", corpus.write(kept), "a", "--out", self.folder)],
                                  capture_output=True, text=True)
        if done.returncode == 0:
            file = next(self.folder.glob("*.pdf"))
            self.assertEqual(faults(file), [])
            self.assertIn("src899", text_of(file))
        else:
            self.assertEqual(list(self.folder.glob("*.pdf")), [])
            self.assertIn("a", done.stderr)

    def test_a_note_never_reads_as_the_last_digit_of_a_figure(self):
        corpus = Corpus()
        corpus.said["body"] = (corpus.statement("summary", "A summary.")
                               + corpus.statement("mandate", "It has 410", "long") * 2)
        text = text_of(self.built_whole(corpus))
        self.assertRegex(text, r"\b410\b")

    def test_the_sample_in_large_print_on_letter(self):
        for language in ("fr", "es"):
            with self.subTest(language=language):
                subprocess.run([RAPPORTEUR, "build", SOURCE / "sources" / "sample" / "2026" / "corpus.xml", "--lang", language,
                                "--audience", "internal", "--style", "large-print", "--paper", "letter",
                                "--out", self.folder / language], check=True, capture_output=True)
                self.assertEqual(faults(next((self.folder / language).glob("*.pdf"))), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
