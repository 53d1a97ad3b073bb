"""Laws of pages: everything inside its sheet and its margins, nothing printed over anything, no figure or word cut in two."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from reading_text import flat
from sheets import ink_of
from vocabulary import RIGHT_TO_LEFT, WORDS

STYLE = "{urn:rapporteur:style:1}"
PAPERS = {  # by name, and whether the style is a booklet's
    ("a4", False): (595.276, 841.89), ("letter", False): (612, 792), ("a4", True): (419.528, 595.276), ("letter", True): (396, 612)}
SLACK = 10  # points by which hanging punctuation and rounded ink may reach into a margin


def off_the_sheet(sheets):
    for number, sheet in enumerate(sheets, 1):
        for word in sheet.words:
            if word.left < -1 or word.right > sheet.width + 1 or word.base < 0 or word.base > sheet.height:
                yield (f"page {number}: “{word.text}” at {word.left:.0f},{word.base:.0f} "
                       f"of a sheet of {sheet.width:.0f} by {sheet.height:.0f}")


def overprinted(sheets):
    """Letters on nearly one line that share more than a third of the narrower one's width."""
    cell = 8
    for number, sheet in enumerate(sheets, 1):
        grid = defaultdict(list)
        clashes = []
        before = None  # which may be kerned into
        for letter in sheet.letters:
            places = [(column, row) for column in range(int(letter.left // cell), int(letter.right // cell) + 1)
                      for row in range(int((letter.base - 4) // cell), int((letter.base + 4) // cell) + 1)]
            for other in {id(one): one for place in places for one in grid[place]}.values():
                shared = min(letter.right, other.right) - max(letter.left, other.left)
                narrower = min(letter.right - letter.left, other.right - other.left)
                near = abs(letter.base - other.base) < 0.45 * min(letter.size, other.size)
                if near and shared > 0.4 * narrower and shared > 0.8 and other is not before:
                    clashes.append((letter, other))
            for place in places:
                grid[place].append(letter)
            before = letter
        if len(clashes) > 1:
            first, second = clashes[0]
            yield (f"page {number}: {len(clashes)} letters, the first “{first.character}” over “{second.character}” at "
                   f"{first.left:.0f},{first.base:.0f}: {_around(sheet, second)} | {_around(sheet, first)}")


def _around(sheet, letter):
    at = sheet.letters.index(letter)
    return "".join(one.character for one in sheet.letters[max(0, at - 12):at + 13])


def _pairs_below(sheet, may_begin):
    """Words that `may_begin` something, and those just below."""
    words = sorted(sheet.words, key=lambda word: word.base)
    for at, word in enumerate(words):
        if not may_begin(word.text):
            continue
        for below in words[at + 1:]:
            if below.base - word.base > 1.8 * word.size:
                break
            if below.base - word.base > 0.6 * word.size:
                yield word, below


WELL_FORMED = re.compile(r"\d{1,3}(?:([,.٬’\u00a0\u202f])\d{3})+(?:[,.٫]\d+)?|\d+[,.٫]\d+")


def cut_figures(sheets):
    """Two lines flush with each other that are one number together, while the first alone is none."""
    for number, sheet in enumerate(sheets, 1):
        for word, below in _pairs_below(sheet, lambda text: re.search(r"\d[,.٫٬’]?$", text)):
            is_flush = abs(below.left - word.left) < 1.5 or abs(below.right - word.right) < 1.5
            begun = re.sub(r"^\D*", "", word.text)
            is_whole = WELL_FORMED.fullmatch(begun) or re.fullmatch(r"\d{1,4}[,.]?", begun)  # as in an index: 24, 69
            if is_flush and not is_whole and below.text[0].isdigit() and WELL_FORMED.fullmatch(begun + below.text):
                yield f"page {number}: {word.text}|{below.text}"


def cut_marks(sheets):
    """A note's mark of two figures that stand on two lines."""
    for number, sheet in enumerate(sheets, 1):
        for at in range(1, len(sheet.letters) - 1):
            before, first, second = sheet.letters[at - 1:at + 2]
            is_raised = first.size < 0.8 * before.size and 0 < before.base - first.base < before.size
            if (is_raised and first.character.isdigit() and second.character.isdigit() and first.size == second.size
                    and second.base - first.base > first.size):
                yield f"page {number}: {before.character}{first.character}|{second.character} at {first.left:.0f},{first.base:.0f}"


def cut_words(sheets, expected):
    """Of scripts that divide with a hyphen: the beginning of a word at a line's end without one, the rest on the next."""
    beginnings = {word[:length] for word in expected.known if len(word) > 5 for length in range(2, len(word))} - expected.known

    def may_begin(text):
        return re.fullmatch("[a-zа-яß-ÿ]{2,}", text, re.IGNORECASE) and flat(text) in beginnings

    for number, sheet in enumerate(sheets, 1):
        for word, below in _pairs_below(sheet, may_begin):
            rest = re.match("[a-zа-яß-ÿ]+(?![^\\W\\d_]|[’'])", below.text, re.IGNORECASE)
            if rest and flat(word.text) + flat(rest[0]) in expected.known:
                yield f"page {number}: {word.text}|{below.text}"


def marks_within_texts(sheets):
    """Calls of notes with letters on both sides: each ends a text, at the line's left end where that runs from right to left."""
    for number, sheet in enumerate(sheets, 1):
        lines = defaultdict(list)
        for letter in sheet.letters:
            lines[round(letter.base)].append(letter)
        for marks in _raised_figures(sheet):
            first, last = min(mark.left for mark in marks), max(mark.right for mark in marks)
            base, size = marks[0].base, marks[0].size
            beside = [letter for row in range(round(base), round(base + size) + 1) for letter in lines.get(row, ())
                      if letter.size > 1.2 * size]
            before = any(-1 < first - letter.right < 0.45 * size for letter in beside)
            after = [letter for letter in beside if -1 < letter.left - last < 0.45 * size]
            if before and after:
                mark = "".join(mark.character for mark in marks)
                yield f"page {number}: {mark} before “{after[0].character}” at {first:.0f},{base:.0f}"


def _raised_figures(sheet):
    run = []
    for letter in sheet.letters + [None]:
        is_figure = letter is not None and letter.character.isdigit()
        if run and not (is_figure and abs(letter.base - run[-1].base) < 0.5 and letter.size == run[-1].size):
            yield run
            run = []
        run += [letter] if is_figure else []


def margins_of(style, paper, language):
    """Points from the sheet's edges: of a right-hand page (left, right), and (top, bottom)."""
    page = ElementTree.parse(WORDS.parent / f"{style}.xml").getroot().find(f"{STYLE}page")
    width, height, inner, outer, top, bottom = (float(page.get(name)) for name in ("width", "height", "inner", "outer", "top", "bottom"))
    if paper:
        sheet = PAPERS[(paper, width < 500)]
        inner, outer = inner + (sheet[0] - width) / 2, outer + (sheet[0] - width) / 2
    return (outer, inner) if language in RIGHT_TO_LEFT else (inner, outer), (top, bottom)


def ink_in_margins(file, style, paper, language, first=3):
    """Ink at the sides of the body, and in the third of the head's and the foot's margin that is nearest to the edge."""
    (left, right), (top, bottom) = margins_of(style, paper, language)
    for number, (width, height, rows) in enumerate(ink_of(file), 1):
        if number < first:
            continue
        at_left, at_right = (left, right) if number % 2 == 1 else (right, left)
        if width > height:  # a landscape page's margins are alike
            at_left = at_right = (left + right) / 2
        columns = [row[:int((at_left - SLACK) / 2)] + row[width - int((at_right - SLACK) / 2):] for row in rows]
        inked = [row for row, dots in enumerate(columns) if min(dots) < 200]
        if inked:
            yield f"page {number}: ink beside the text, {inked[0] * 2} to {inked[-1] * 2} points from the top"
        if any(min(row) < 200 for row in rows[:int(top / 2 / 3)]):
            yield f"page {number}: ink above the running head"
        if any(min(row) < 200 for row in rows[height - int(bottom / 2 / 3):]):
            yield f"page {number}: ink below the page number"
