"""The characters of a PDF's pages with their places, as MuPDF finds them, and the ink of each page as poppler draws it."""

import html
import pathlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass

from reading_text import bytes_of

PAGE = re.compile(r'<page id="[^"]*" width="([\d.]+)" height="([\d.]+)"')
PIECE = re.compile(r'<font name="([^"]*)" size="([\d.]+)"|<char quad="([^"]*)" x="([^"]*)" y="([^"]*)"[^>]* c="([^"]*)"')


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
    letters: list  # in the order of drawing; no spaces, no marks over letters

    def words(self):
        """Letters of one line without a gap."""
        run = []
        for letter in self.letters + [None]:
            if run and (letter is None or abs(letter.base - run[-1].base) > 0.5 * run[-1].size or
                        not -0.5 * run[-1].size < letter.left - run[-1].right < 0.12 * run[-1].size):
                yield Word(min(one.left for one in run), max(one.right for one in run), run[0].base,
                           max(one.size for one in run), "".join(one.character for one in run))
                run = []
            run += [letter] if letter else []


def sheets_of(file):
    drawn = bytes_of("mutool", "draw", "-q", "-F", "stext", "-O", "mediabox-clip=no", "-o", "-", file).decode("utf-8", "replace")
    sheets = []
    for part in drawn.split("<page ")[1:]:
        page = PAGE.match("<page " + part)
        sheet = Sheet(float(page[1]), float(page[2]), [])
        size = 10.0
        for piece in PIECE.finditer(part):
            if piece[2]:
                size = float(piece[2])
                continue
            quad = [float(number) for number in piece[3].split()]
            character = html.unescape(piece[6])
            left, right = min(quad[0::2]), max(quad[0::2])
            is_mark = unicodedata.category(character[0])[0] in "MZC" if character else True
            if not is_mark and right - left > 0.3:
                sheet.letters.append(Letter(left, right, float(piece[5]), size, character))
        sheets.append(sheet)
    return sheets


def ink_of(file, dots_an_inch=36):
    """Of each page its width and height in dots, and its rows of grey values."""
    with tempfile.TemporaryDirectory() as folder:
        bytes_of("pdftoppm", "-gray", "-r", dots_an_inch, file, f"{folder}/p")
        for page in sorted(pathlib.Path(folder).glob("p*.pgm")):
            data = page.read_bytes()
            head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
            width, height = int(head[1]), int(head[2])
            dots = data[head.end():]
            yield width, height, [dots[row * width:(row + 1) * width] for row in range(height)]
