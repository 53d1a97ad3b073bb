"""The characters of a PDF's pages with their places, as MuPDF finds and draws them (poppler takes fifty times as long)."""

import functools
import html
import pathlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass

from reading_text import bytes_of

PAGE = re.compile(r'<page number="\d+" mediabox="([^"]*)"')
PIECE = re.compile(r'transform="([^"]*)"|<span [^>]*trm="([^"]*)"|<g unicode="([^"]*)"[^>]* x="([^"]*)" y="([^"]*)" adv="([^"]*)"')


@dataclass(frozen=True)
class Letter:
    left: float
    right: float
    base: float  # from the top of the sheet down, in points
    size: float
    character: str


@dataclass(frozen=True)
class Word:
    left: float
    right: float
    base: float
    size: float
    text: str


@dataclass
class Sheet:
    width: float
    height: float
    letters: list  # in the order of drawing, which is that of reading; no spaces, no marks over letters
    text: str = ""  # all characters, those of ligatures too

    @functools.cached_property
    def words(self):
        """Letters of one line without a gap."""
        return list(self.runs(0.12))

    def runs(self, widest_gap):
        """Letters of one line without a gap as wide as this share of the type's size."""
        run = []
        for letter in self.letters + [None]:
            if run and (letter is None or not _goes_on(run[-1], letter, widest_gap)):
                yield Word(min(one.left for one in run), max(one.right for one in run), run[0].base,
                           max(one.size for one in run), "".join(one.character for one in run))
                run = []
            run += [letter] if letter else []

    def down_columns(self):
        """The text of cells: each line with those below that are flush with it."""
        runs = sorted(self.runs(0.6), key=lambda run: run.base)
        below = {}
        for at, run in enumerate(runs):
            for other in range(at + 1, len(runs)):
                depth = runs[other].base - run.base
                if depth > 1.8 * run.size:
                    break
                is_flush = abs(runs[other].left - run.left) < 1.5 or abs(runs[other].right - run.right) < 1.5
                if depth > 0.6 * run.size and is_flush and other not in below.values():
                    below[at] = other
                    break
        for at in set(range(len(runs))) - set(below.values()):
            column = [runs[at].text]
            while at in below:
                at = below[at]
                column.append(runs[at].text)
            yield "".join(column)


def _goes_on(letter, following, widest_gap):
    gap = max(following.left - letter.right, letter.left - following.right)  # at either side: some text runs to the left
    return abs(following.base - letter.base) < 0.5 * letter.size and gap < widest_gap * letter.size


def sheets_of(file):
    drawn = bytes_of("mutool", "trace", file).decode("utf-8", "replace")
    sheets = []
    for part in drawn.split("<page ")[1:]:
        box = [float(number) for number in PAGE.match("<page " + part)[1].split()]
        sheet = Sheet(box[2] - box[0], box[3] - box[1], [])
        read = []
        across, up, shift, height, size = 1.0, -1.0, 0.0, 0.0, 10.0
        for transform, type_matrix, character, x, y, advance in PIECE.findall(part):
            if transform:
                across, _, _, up, shift, height = map(float, transform.split())
            elif type_matrix:
                size = float(type_matrix.split()[0])
            else:
                character = html.unescape(character)
                read.append(character)
                left = across * float(x) + shift
                right = left + across * float(advance) * size
                groups_a_number = character in "\u00a0\u202f" and len(read) > 1 and read[-2].isdigit()
                if (groups_a_number or unicodedata.category(character[0])[0] not in "MZ") and right - left > 0.3:
                    sheet.letters.append(Letter(left, right, up * float(y) + height, abs(size * up), character))
        sheet.text = "".join(read)
        sheets.append(sheet)
    return sheets


def ink_of(file, dots_an_inch=36):
    """Of each page its width and height in dots, and its rows of grey values."""
    with tempfile.TemporaryDirectory() as folder:
        bytes_of("mutool", "draw", "-q", "-r", dots_an_inch, "-c", "gray", "-o", f"{folder}/%06d.pgm", file)
        for page in sorted(pathlib.Path(folder).glob("*.pgm")):
            data = page.read_bytes()
            head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
            width, height = int(head[1]), int(head[2])
            dots = data[head.end():]
            yield width, height, [dots[row * width:(row + 1) * width] for row in range(height)]
