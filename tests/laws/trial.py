"""One corpus published in one way, and what the laws say of it."""

import itertools
import pathlib
import random as randoms
import subprocess
from dataclasses import dataclass, field
from xml.etree import ElementTree

import file_laws
import page_laws
import word_laws
from expected import Expected
from sheets import sheets_of
from vocabulary import WORDS, languages_with_words

TIME_LIMIT = 120
MOST_SHOWN = 4  # broken laws' places of one kind


@dataclass(frozen=True)
class Broken:
    law: str
    place: str


@dataclass
class Way:
    """How a corpus is published."""

    language: str
    formats: tuple
    audience: str = "public"
    style: str = "house"
    paper: str = ""
    extras: tuple = ()
    since: pathlib.Path = None  # an earlier corpus, whose changes are told
    of_brief: tuple = ()  # the number of pages that a brief of every partner may have; a report where it is empty
    judges: set = field(default_factory=set)  # beyond those that every trial has: "epubcheck", "twice", "verify"

    def command(self, rapporteur, corpus, out):
        what = ["brief", str(corpus), "--all", "--pages", *self.of_brief] if self.of_brief else ["build", str(corpus)]
        made = [str(rapporteur), *what, "--to", ",".join(self.formats), "--lang", self.language, "--audience",
                self.audience, "--style", self.style, "--out", str(out)]
        made += ["--paper", self.paper] if self.paper else []
        made += ["--since", str(self.since)] if self.since else []
        return made + list(self.extras)


def languages_of(corpus):
    kept = ElementTree.parse(corpus).getroot().get("languages").split()
    return [language for language in kept if language in languages_with_words()]


def draw_way(seed, corpus):
    random = randoms.Random(f"way {seed}")
    others = ("html", "epub", "docx")
    formats = ("pdf",) + ((others[seed % 3],) if seed % 2 else ())
    extras = []
    if random.random() < 0.15:
        extras += ["--standard", "pdf-2.0"]
    if random.random() < 0.15:
        extras += ["--compact"]
    if random.random() < 0.1:
        extras += ["--crop-marks"]
    if "html" in formats and random.random() < 0.3:
        extras += ["--split"]
    judges = {name for name, often in (("epubcheck", 3), ("twice", 5), ("verify", 3)) if seed % often == 1}
    return Way(random.choice(languages_of(corpus)), formats, random.choice(("public", "donor", "internal")),
               random.choice(styles_with("page")), random.choice(("", "", "a4", "letter")), tuple(extras), judges=judges)


def draw_brief(seed, corpus):
    random = randoms.Random(f"brief {seed}")
    formats = ("pdf",) + (("html", "epub", "docx")[seed % 3],) * (seed % 5 == 0)
    return Way(random.choice(languages_of(corpus)), formats, random.choice(("public", "donor", "internal")),
               random.choice(styles_with("brief")), random.choice(("", "a4", "letter")), of_brief=(random.choice("12"),))


def styles_with(part):
    files = sorted(WORDS.parent.glob("*.xml"))
    return [file.stem for file in files if ElementTree.parse(file).getroot().find(page_laws.STYLE + part) is not None]


class Trial:
    def __init__(self, rapporteur, corpus, way, folder):
        self.rapporteur = rapporteur
        self.corpus = pathlib.Path(corpus)
        self.way = way
        self.out = pathlib.Path(folder)

    def command(self):
        return self.way.command(self.rapporteur, self.corpus, self.out)

    def judge(self, only=None):
        """Every broken law, the first few places of each; or whether one of them is broken."""
        try:
            checked = file_laws.run(self.rapporteur, "check", self.corpus)
            if checked.returncode != 0:
                return [Broken("a good corpus is found good", f"check: status {checked.returncode}: {first_error(checked.stderr)}")]
            made = subprocess.run(self.command(), capture_output=True, text=True, errors="replace", timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired as late:
            return [Broken("it ends in time", str(late)[:300])]
        if self.way.of_brief and made.returncode == 1 and "doesn't fit on" in made.stderr:
            return []  # which it says, with how much is too much
        if made.returncode != 0:
            return [Broken("it is published", f"status {made.returncode}: {first_error(made.stderr)}")]
        expected = Expected(self.corpus, self.way.language, self.way.audience, self.way.since)
        broken = []
        for file in map(pathlib.Path, made.stdout.split("\n")):
            for law, places in self.laws_of(file, expected):
                if only in (None, law):
                    broken += [Broken(law, f"{file.name}: {place}") for place in itertools.islice(places, MOST_SHOWN)]
        return broken

    def laws_of(self, file, expected):
        """(law, its broken places, found as they are asked for)"""
        if not file.suffix:
            return
        sheets = sheets_of(file) if file.suffix == ".pdf" else []
        if not self.way.of_brief:  # which has room for some of it only
            missing = itertools.chain(word_laws.missing_words(expected, file, sheets), word_laws.missing_signs(expected, file, sheets))
            yield "all words are there", (f"<{element}> lacks “{word}”" for element, word in missing)
        yield "nothing withheld is there", word_laws.leaked_words(expected, file, sheets)
        if file.suffix == ".pdf":
            yield "all is on the sheet", page_laws.off_the_sheet(sheets)
            yield "nothing is printed over anything", page_laws.overprinted(sheets)
            yield "no figure is cut", itertools.chain(page_laws.cut_figures(sheets), page_laws.cut_marks(sheets))
            yield "words are divided with a hyphen", page_laws.cut_words(sheets, expected)
            yield "the marks of notes end their texts", page_laws.marks_within_texts(sheets)
            if "--crop-marks" not in self.way.extras and not self.way.of_brief:
                yield "the margins are empty", page_laws.ink_in_margins(file, self.way.style, self.way.paper, self.way.language)
            yield "qpdf finds no fault", file_laws.wrong_in_pdf(file)
            if "verify" in self.way.judges and not self.way.since:  # an archive proves those, which holds both corpora
                yield "a report proves itself", file_laws.unproved(self.rapporteur, file)
        if file.suffix == ".epub" and "epubcheck" in self.way.judges:
            yield "the EPUB is valid", file_laws.invalid_epub(file)
        if "twice" in self.way.judges:
            yield "the same bytes twice", self.other_bytes(file)

    def other_bytes(self, file):
        again = self.out / "again"
        command = self.way.command(self.rapporteur, self.corpus, again)
        done = file_laws.run(*command)
        other = again / file.relative_to(self.out)
        if done.returncode != 0 or other.read_bytes() != file.read_bytes():
            yield f"made again it differs (status {done.returncode})"


def first_error(messages):
    lines = messages.splitlines()
    errors = [line for line in lines if " error: " in line or line.startswith(("error", "rapporteur"))] or lines[-3:]
    return " | ".join(errors[:2])[-500:]
