"""Laws of words: all that a reader should get is there, and nothing that is withheld."""

import re
import unicodedata

from reading_text import UNSPACED, everything_in, flat, readings, tokens


ADDRESS = re.compile(r"(https?:|urn:|[^\s@]+@)\S+$")


def _pieces(text):
    """An address whole, whatever lines it is set in; other texts word by word."""
    return [text] if ADDRESS.match(text) else tokens(text)


def _runs_over_a_page(letters, pages):
    """Whether a word begins at the foot of one page and goes on at the head of the next."""
    if len(letters) < 6 and not re.match(UNSPACED, letters):
        return False
    for page, following in zip(pages, pages[1:]):
        for at in range(1, len(letters)):
            if letters[:at] in page and letters[at:] in following:
                return True
    return False


def missing_words(expected, file, sheets=()):
    """(element, word) of what this reader should find and doesn't.

    A PDF is read by MuPDF first, which knows neither ActualText nor a hyphen at a line's end, and where that isn't enough by
    poppler too, which takes long and swaps the letters of Arabic ligatures, and cell by cell.
    """
    pages = [flat(sheet.text) for sheet in sheets] or [flat(page) for page in readings(file)]
    missing = list(_missing(expected, pages))
    if missing and sheets:
        cells = ["|".join(flat(column) for column in sheet.down_columns()) for sheet in sheets]
        pages = ["|".join(texts) for texts in zip(pages, map(flat, readings(file)), cells)]
        missing = list(_missing(expected, pages))
    return missing


def missing_signs(expected, file, sheets=()):
    """The same of words with signs that a format may read as its own markup: C++, AT&T, <b>, *so*."""
    whole = _letter_by_letter("".join(sheet.text for sheet in sheets) if sheets else "".join(readings(file)))
    for words in expected.shown:
        for piece in words.text.split():
            if re.search(r"[<>&*_`#$\\~^{}|+]|--|\[", piece) and not ADDRESS.match(words.text):
                if _letter_by_letter(piece) not in whole:
                    yield words.element, piece


def _letter_by_letter(text):
    """Without spaces; both brackets of a pair are one sign, for text that runs to the left mirrors them."""
    return re.sub(r"[\s\u00ad]", "", unicodedata.normalize("NFKC", text)).translate(str.maketrans("<[({", ">])}"))


def _missing(expected, pages):
    whole = "".join(pages)
    for words in expected.shown:
        for piece in _pieces(words.text):
            letters = flat(piece)
            if letters and letters not in whole and not _runs_over_a_page(letters, pages):
                yield words.element, piece


def leaked_words(expected, file, sheets=()):
    """What is withheld and stands anywhere in the file."""
    if not expected.withheld:
        return []
    found = set()
    for text in [*everything_in(file), "".join(sheet.text for sheet in sheets)]:
        letters = flat(text)
        found |= {mark for mark in expected.withheld if mark in letters}
    return sorted(found)
