"""What readers of an audience should find in a publication, and what they must not: read from the corpus's own files.

Shares no code with the program. An audience stands on an element or on one around it; contacts, talking
points and accepted warnings are for the house alone unless they say otherwise; a photo or a quote that was agreed to after the day of
the corpus is for nobody.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from reading_text import flat, tokens
from schema_walk import LANG, NS, XI
from vocabulary import known_to_the_program

RANK = {"public": 0, "donor": 1, "internal": 2}
NOBODY = 3

# Where the words of an element stand, by its name; an element with words that is missing here fails the test.
IN_REPORTS = {
    "title", "subtitle", "name", "acronym", "formerName", "identifier", "seat", "page", "role", "email", "publisher", "meaning",
    "statement", "summary", "mandate", "group", "basis", "description", "right", "obligation", "engagement", "indicator", "purpose",
    "use", "response", "risk", "nextStep", "quote", "caption", "document", "event", "speaker", "credit", "uri",
}
ELSEWHERE = {
    "locator",  # in notes, where no earlier fact has the same source and place
    "alternative",  # read out, not printed
    "talkingPoint",  # in briefs
    "holder's acronym",  # where the holder is named in few letters, which not every report does
    "link",  # where a document's title leads
    "subject",  # among the keywords of the file
    "accepted",  # why a warning is right as it is: for the house alone, and not printed
}
ATTRIBUTES_WITH_WORDS = {"speaker", "credit", "uri", "locator", "baseline", "target", "actual", "file", "id"}


@dataclass(frozen=True)
class Words:
    """What one element or attribute says, in one language ("" where it is the same in all)."""

    element: str
    text: str
    language: str
    rank: int
    is_read: bool  # by a reader of this language: their own text, or the main language's for want of it


def roots_of(corpus_file):
    root = ElementTree.parse(corpus_file).getroot()
    partners = root.find(f"{NS}partners")
    for at, child in enumerate(list(partners)):
        if child.tag == f"{XI}include":
            partners[at] = ElementTree.parse(corpus_file.parent / child.get("href")).getroot()
    return root


class Named:
    """Sources, and places in them, are as open as the most open fact that names them."""

    def __init__(self, root, day):
        self.ranks = {}
        waiting = [(root, 0)]
        while waiting:
            element, around = waiting.pop()
            rank = max(around, _own_rank(element, day))
            for key in (element.get("source"), (element.get("source"), element.get("locator"))):
                self.ranks[key] = min(rank, self.ranks.get(key, rank))
            waiting.extend((child, rank) for child in element)

    def rank_of(self, element, parent, main):
        name = element.tag.removeprefix(NS)
        if name == "source":
            return self.ranks.get(element.get("id"), 0)
        if name == "locator":
            words = next("".join(text.itertext()) for text in element if text.get(LANG) == main)
            return self.ranks.get((parent.get("id"), " ".join(words.split())), 0)
        return 0


def _own_rank(element, day):
    if element.get("consent", "") > day:
        return NOBODY
    is_of_the_house = element.tag.removeprefix(NS) in ("contact", "talkingPoint", "accepted")
    return RANK[element.get("audience") or ("internal" if is_of_the_house else "public")]


def words_in(corpus_file, language):
    """All words of the corpus, for readers of this language."""
    root = roots_of(corpus_file)
    day, main = root.get("date"), root.get(LANG)
    named = Named(root, day)
    waiting = [(root, root, 0)]
    while waiting:
        element, parent, around = waiting.pop()
        name = element.tag.removeprefix(NS)
        rank = max(around, _own_rank(element, day), named.rank_of(element, parent, main))
        for attribute in ATTRIBUTES_WITH_WORDS & element.attrib.keys():
            is_link_alone = (name, attribute) == ("document", "uri")
            yield Words("link" if is_link_alone else attribute, element.get(attribute), "", rank, True)
        texts = element.findall(f"{NS}text")
        own = {text.get(LANG) for text in texts}
        read = language if language in own else main
        said_of = "holder's acronym" if (parent.tag, name) == (f"{NS}holder", "acronym") else name
        for text in texts:
            yield Words(said_of, "".join(text.itertext()), text.get(LANG), rank, text.get(LANG) == read)
        if not texts and len(element) == 0 and (element.text or "").strip():
            yield Words(name, element.text, "", rank, True)
        waiting.extend((child, element, rank) for child in element if child.tag != f"{NS}text")


class Expected:
    """`earlier` is the corpus whose changes are told: what was withheld then isn't, unless it is open now."""

    def __init__(self, corpus_file, language, audience, earlier=None):
        self.language = language
        self.audience = audience
        every = list(words_in(corpus_file, language))
        unknown = {words.element for words in every} - IN_REPORTS - ELSEWHERE - ATTRIBUTES_WITH_WORDS
        if unknown:
            raise AssertionError(f"expected.py doesn't know where the words of {sorted(unknown)} stand")
        rank = RANK[audience]
        self.main = ElementTree.parse(corpus_file).getroot().get(LANG)
        self.known = {flat(token) for words in every for token in tokens(words.text)}
        self.known |= {flat(token) for token in tokens(known_to_the_program())}
        self.shown = [words for words in every if words.rank <= rank and words.is_read and words.element in IN_REPORTS]
        open_text = flat(known_to_the_program()) + "|" + "|".join(flat(words.text) for words in every if words.rank <= rank)
        before = list(words_in(earlier, language)) if earlier else []
        open_text += "|".join(flat(words.text) for words in before if words.rank <= rank)
        common = {flat(token) for words in every + before if words.rank <= rank for token in tokens(words.text)}
        self.withheld = sorted({mark for words in every + before if words.rank > rank for mark in self.marks_of(words.text, common)
                                if mark not in open_text})

    @staticmethod
    def marks_of(text, common):
        """What shows that a text got out: its long words, and its pairs of words that aren't both common, by their letters."""
        words = [flat(token) for token in tokens(text)]
        pairs = [first + second for first, second in zip(words, words[1:]) if not {first, second} <= common]
        for letters in words + pairs:
            is_unspaced = re.search("[\u0e00-\u0e7f\u3040-\u9fff]", letters)
            if len(letters) >= (7 if is_unspaced else 10) and not letters.isdigit():
                yield letters
