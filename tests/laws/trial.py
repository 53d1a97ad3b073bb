"""One corpus published in one way, and what the laws say of it."""

import pathlib
import random as randoms
import subprocess
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree

import file_laws
import page_laws
import word_laws
from expected import Expected
from schema_walk import LANG, NS
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
    judges: set = field(default_factory=set)  # beyond those that every trial has: "epubcheck", "twice", "verify"

    def command(self, rapporteur, corpus, out):
        made = [str(rapporteur), "build", str(corpus), "--to", ",".join(self.formats), "--lang", self.language, "--audience",
                self.audience, "--style", self.style, "--out", str(out)]
        return made + (["--paper", self.paper] if self.paper else []) + list(self.extras)


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
    judges = {name for name, often in (("epubcheck", 3), ("twice", 5), ("verify", 2)) if seed % often == 1}
    styles = sorted(file.stem for file in WORDS.parent.glob("*.xml"))
    return Way(random.choice(languages_of(corpus)), formats, random.choice(("public", "donor", "internal")),
               random.choice(styles), random.choice(("", "", "a4", "letter")), tuple(extras), judges)


class Trial:
    def __init__(self, rapporteur, corpus, way, folder):
        self.rapporteur = rapporteur
        self.corpus = pathlib.Path(corpus)
        self.way = way
        self.out = pathlib.Path(folder)

    def command(self):
        return self.way.command(self.rapporteur, self.corpus, self.out)

    def judge(self):
        """Every broken law, the first few places of each."""
        try:
            checked = file_laws.run(self.rapporteur, "check", self.corpus)
            if checked.returncode != 0:
                return [Broken("a good corpus is found good", f"check: status {checked.returncode}: {first_error(checked.stderr)}")]
            made = subprocess.run(self.command(), capture_output=True, text=True, errors="replace", timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired as late:
            return [Broken("it ends in time", str(late)[:300])]
        if made.returncode != 0:
            return [Broken("it is published", f"status {made.returncode}: {first_error(made.stderr)}")]
        broken = []
        expected = Expected(self.corpus, self.way.language, self.way.audience)
        for file in map(pathlib.Path, made.stdout.split("\n")):
            if file.suffix:
                broken += self.of_file(file, expected)
        return broken

    def of_file(self, file, expected):
        def law(name, places):
            found = []
            for place in places:
                found.append(Broken(name, f"{file.name}: {place}"))
                if len(found) == MOST_SHOWN:
                    break
            return found

        broken = law("all words are there", (f"<{element}> lacks “{word}”" for element, word in word_laws.missing_words(expected, file)))
        broken += law("nothing withheld is there", word_laws.leaked_words(expected, file))
        if file.suffix == ".pdf":
            sheets = sheets_of(file)
            broken += law("all is on the sheet", page_laws.off_the_sheet(sheets))
            broken += law("nothing is printed over anything", page_laws.overprinted(sheets))
            broken += law("no figure is cut", page_laws.cut_figures(sheets))
            broken += law("words are divided with a hyphen", page_laws.cut_words(sheets, expected))
            if "--crop-marks" not in self.way.extras:
                broken += law("the margins are empty", page_laws.ink_in_margins(file, self.way.style, self.way.paper, self.way.language))
            broken += law("qpdf finds no fault", file_laws.wrong_in_pdf(file))
            if "verify" in self.way.judges:
                broken += law("a report proves itself", file_laws.unproved(self.rapporteur, file))
        if file.suffix == ".epub" and "epubcheck" in self.way.judges:
            broken += law("the EPUB is valid", file_laws.invalid_epub(file))
        if "twice" in self.way.judges:
            broken += law("the same bytes twice", self.other_bytes(file))
        return broken

    def other_bytes(self, file):
        again = self.out / "again"
        command = self.way.command(self.rapporteur, self.corpus, again)
        done = file_laws.run(*command)
        if done.returncode != 0 or zlib.crc32((again / file.name).read_bytes()) != zlib.crc32(file.read_bytes()):
            yield f"made again it differs (status {done.returncode})"


def first_error(messages):
    lines = messages.splitlines()
    errors = [line for line in lines if " error: " in line or line.startswith(("error", "rapporteur"))] or lines[-3:]
    return " | ".join(errors[:2])[-500:]
