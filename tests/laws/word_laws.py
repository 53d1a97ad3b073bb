"""Laws of words: all that a reader should get is there, and nothing that is withheld."""

import re

from reading_text import everything_in, flat, pdf_pages, readings, tokens


def _pieces(text):
    """An address whole, whatever lines it is set in; other texts word by word."""
    return [text] if re.match(r"(https?:|urn:|[^\s@]+@)\S+$", text) else tokens(text)


def _runs_over_a_page(letters, pages):
    """Whether a word begins at the foot of one page and goes on at the head of the next."""
    for page, following in zip(pages, pages[1:]):
        for at in range(1, len(letters)):
            if letters[:at] in page and letters[at:] in following and len(letters) > 5:
                return True
    return False


def missing_words(expected, file):
    """(element, word) of what this reader should find and doesn't."""
    pages = [flat(page) for page in readings(file)]
    whole = "".join(pages)
    if file.suffix == ".pdf":
        whole += "|" + "".join(flat(page) for page in pdf_pages(file, "-raw"))
    for words in expected.shown:
        for piece in _pieces(words.text):
            letters = flat(piece)
            if letters and letters not in whole and not _runs_over_a_page(letters, pages):
                yield words.element, piece


def leaked_words(expected, file):
    """What is withheld and stands anywhere in the file."""
    if not expected.withheld:
        return
    found = set()
    for text in everything_in(file):
        letters = flat(text)
        found |= {mark for mark in expected.withheld if mark in letters}
    yield from sorted(found)
