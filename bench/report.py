"""The report that every program is given: the same words, from a seed.

A partner depends on the seed and its own number alone, so the first eleven of 10,000 partners are the eleven of a small run.
"""

import math
import random
import re
from dataclasses import dataclass

import prose

HOLDER = "Rapporteur Foundation"
HOLDER_ACRONYM = "RF"
TITLE = "Partnerships"
SUBTITLE = "Annual partnership report"
YEAR = 2026
DATE = "2026-11-24"
DATE_WORDS = "24 November 2026"
SOURCE = "Register of partners"

# The words of the house for what the schema names (styles/words/en.xml).
KINDS = {
    "un-agency": "agency of the United Nations system",
    "intergovernmental": "intergovernmental organisation",
    "ngo-network": "network of NGOs",
    "ngo": "non-governmental organisation",
    "other": "other body",
}
RELATIONSHIPS = {
    "member": "member",
    "observer": "observer",
    "partnership": "partnership",
    "memorandum": "memorandum",
    "programme": "joint programmes",
    "steering-committee": "steering committee",
}
MANDATE, RELATIONSHIP, RIGHTS, WORK = "What it is", "The relationship", f"What {HOLDER_ACRONYM} may do", "Work together"


@dataclass
class Partner:
    id: str
    name: str
    acronym: str
    kind: str
    relationship: str
    since: int
    role: str
    lead: str
    mandate: str
    relation: str
    work: str
    rights: list
    locator: str

    def facts(self):
        """The rows of the table of facts, each a name and a value."""
        return [
            ("Full name", self.name),
            ("Acronym", self.acronym),
            ("Kind of body", KINDS[self.kind]),
            ("Relationship", RELATIONSHIPS[self.relationship]),
            ("Since", str(self.since)),
            (f"Role of {HOLDER_ACRONYM}", self.role),
        ]

    def note(self):
        """The note at the foot of the page; the source's title in italics."""
        return f"Source of this section: _{SOURCE}_, {self.locator}; checked on {DATE_WORDS}."

    def heading(self):
        return f"{self.name} ({self.acronym})"


@dataclass
class Report:
    introduction: list
    partners: list


def runs(text):
    """The text's runs and whether each is in italics."""
    return [(run, at % 2 == 1) for at, run in enumerate(text.split("_")) if run]


def generate(seed, count):
    return Report(list(prose.INTRODUCTION), [_partner(seed, number) for number in range(count)])


class _Writer:
    """Fills sentences; no word of a slot comes twice before all have been used."""

    def __init__(self, draw, name):
        self.draw = draw
        self.name = name
        self.decks = {}

    def take(self, slot):
        if slot == "name":
            return self.name
        if slot == "year":
            return str(self.draw.randrange(1988, 2025))
        if not self.decks.get(slot):
            self.decks[slot] = self.draw.sample(prose.WORDS[slot], len(prose.WORDS[slot]))
        return self.decks[slot].pop()

    def fill(self, sentence):
        while "{" in sentence:
            sentence = re.sub(r"\{(\w+)\}", lambda slot: self.take(slot[1]), sentence)
        return sentence[0].upper() + sentence[1:]

    def paragraph(self, openings, others, count):
        sentences = [self.draw.choice(openings)] + self.draw.sample(others, count)
        return " ".join(self.fill(sentence) for sentence in sentences)


def _name(seed, number):
    """A name for each number, and no name twice: a stride through all combinations that meets each once."""
    firsts, bodies, causes = prose.NAME_FIRST, prose.NAME_BODY, prose.NAME_CAUSE
    total = len(firsts) * len(bodies) * len(causes)
    if number >= total:
        raise ValueError(f"there are only {total} names")
    stride = next(step for step in range(total * 5 // 8, total) if math.gcd(step, total) == 1)
    at = (number * stride + random.Random(seed).randrange(total)) % total
    at, cause = divmod(at, len(causes))
    first, body = divmod(at, len(bodies))
    return f"{firsts[first]} {bodies[body]} {causes[cause]}"


def _partner(seed, number):
    draw = random.Random(f"{seed} {number}")
    name = _name(seed, number)
    writer = _Writer(draw, f"the {name}")
    acronym = "".join(word[0] for word in re.split(r"[ -]", name) if word[0].isupper())
    id = f"{acronym.lower()}-{number + 1}"
    return Partner(
        id=id,
        name=name,
        acronym=acronym,
        kind=draw.choice(list(KINDS)),
        relationship=draw.choice(list(RELATIONSHIPS)),
        since=draw.randrange(1985, 2025),
        role=writer.fill(draw.choice(prose.ROLES)),
        lead=writer.fill(draw.choice(prose.LEADS)),
        mandate=writer.paragraph(prose.MANDATE, prose.MANDATE_MORE, 2),
        relation=writer.paragraph(prose.RELATION, prose.RELATION_MORE, 2),
        work=writer.paragraph(prose.WORK, prose.WORK_MORE, 2),
        rights=[writer.fill(right) for right in draw.sample(prose.RIGHTS, 3)],
        locator=f"p. {draw.randrange(3, 400)}",
    )
