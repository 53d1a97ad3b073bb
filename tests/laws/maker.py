"""Makes a random corpus by walking the schema: for each child and attribute it draws whether and how often it is there.

Only three things are written by hand: how many of what, how long which text is, and the text's own making. A new element of a
known type is made without a change here.
"""

import contextlib
import random as randoms
from xml.etree import ElementTree

from profiles import draw_profile
from schema_walk import LANG, NS, Schema
from values import Values
from vocabulary import EMOJI, MARKUP, ODDITIES, SAMPLES, Vocabulary

LENGTHS = {  # words: as a rule, and at most where texts are long
    "name": ((2, 6), (18, 26)), "title": ((2, 6), (14, 22)), "subtitle": ((3, 8), (12, 20)), "role": ((2, 6), (8, 20)),
    "seat": ((2, 3), (4, 8)), "locator": ((1, 4), (6, 30)), "caption": ((3, 10), (20, 60)), "alternative": ((4, 12), (20, 60)),
    "group": ((1, 4), (6, 14)), "event": ((2, 6), (10, 24)), "meaning": ((3, 8), (12, 30)), "indicator": ((3, 8), (12, 30)),
    "formerName": ((2, 6), (12, 20)), "basis": ((2, 6), (10, 30)), "summary": ((8, 30), (30, 38)), "use": ((1, 5), (10, 24)),
}
USUAL = ((6, 25), (150, 400))
CELLS = {"use", "indicator", "response", "purpose", "statement", "nextStep", "role", "meaning"}
TRAIT_OF = {"name": "long-names", "formerName": "long-names", "title": "long-title", "subtitle": "long-title", "locator": "long-notes"}


class Maker:
    def __init__(self, seed, schema=None):
        self._place = [f"corpus {seed}"]
        self.random = randoms.Random(self._place[0])
        self.profile = draw_profile(seed, self.random)
        self.schema = schema or Schema()
        self.vocabulary = Vocabulary(self.random)
        self.values = Values(self.random, self.profile, self.vocabulary)
        self.values.partners = [self.values.new_id() for _ in range(self.profile.partners)]
        self.values.sources = [self.values.new_id() for _ in range(self.random.randint(1, 4))]
        self._waiting = {"partner": list(self.values.partners), "source": list(self.values.sources)}

    def make(self):
        return self.element("corpus", self.schema.roots["corpus"], "")

    @contextlib.contextmanager
    def _drawing(self, what):
        """Draws depend on their place in the corpus alone: when the schema grows, a seed's other facts stay as they were."""
        before = self.random
        self._place.append(what)
        self._draw_from(randoms.Random("/".join(self._place)))
        yield
        self._place.pop()
        self._draw_from(before)

    def _draw_from(self, random):
        self.random = self.values.random = self.vocabulary.random = random

    def element(self, name, type_name, parent):
        node = ElementTree.Element(NS + name)
        shape = self.schema.shapes.get(type_name)
        if shape is None:
            node.text = self.values.of(self.schema, parent, name, type_name)
            return node
        if shape.content not in ("", "mixed"):
            node.text = self.values.of(self.schema, parent, name, shape.content)
        for attribute in shape.attributes:
            key = attribute.name.removeprefix(LANG) or "lang"
            with self._drawing(f"@{key}"):
                if attribute.required or self.is_there(name, attribute.name):
                    node.set(attribute.name, self._named(name, key) or
                             self.values.of(self.schema, name, key, attribute.type))
        for child in shape.children:
            if child.name == "text":
                node.extend(self.texts(name))
            elif child.name != "xi:include":  # written.py puts partners into files
                with self._drawing(child.name):
                    count = self.how_many(child, name)
                for at in range(count):
                    with self._drawing(f"{child.name}[{at}]"):
                        node.append(self.element(child.name, child.type, name))
        return node

    def _named(self, name, attribute):
        """Partners and sources have the ids that others refer to already."""
        return self._waiting[name].pop(0) if attribute == "id" and name in self._waiting else None

    def is_there(self, element, attribute):
        traits = self.profile.traits
        if attribute == "audience":
            return "withheld" in traits and self.random.random() < 0.5
        if "no-dates" in traits and attribute in ("from", "to", "due", "every", "date", "checked"):
            return False
        if attribute in ("source", "status", "kind"):
            return self.random.random() < 0.8
        return self.random.random() < self.profile.density

    def how_many(self, child, parent):
        traits, random = self.profile.traits, self.random
        fixed = {"partner": len(self.values.partners), "source": len(self.values.sources)}
        if child.name in fixed:
            return fixed[child.name]
        if child.name == "funding" and "many-years" in traits and random.random() < 0.5:
            return 24
        if child.name == "event":
            return 0 if "no-dates" in traits else random.randint(4, 9) if "many-events" in traits else random.randint(0, 2)
        if child.name == "group":
            return random.randint(20, 30) if "many-groups" in traits else random.randint(1, 6)
        if child.name == "photo" and "pictures" not in traits:
            return 0
        if child.name == "use" and "tall-cells" in traits:
            return random.randint(0, 12)
        if child.least or child.name == "sources":
            return random.randint(1, 3) if child.many else 1
        if not random.random() < self.profile.density:
            return 0
        few = 1 if self.profile.partners > 7 else 3
        return random.randint(1, few) if child.many else 1

    def texts(self, parent):
        """One in the main language, always, then the translations that are there; agreement.py gives them their digests."""
        for language in self.profile.languages:
            if language == self.profile.main or self.random.random() < self.profile.translated:
                yield self.text(language, parent)

    def length_of(self, parent):
        random, traits = self.random, self.profile.traits
        usual, long = LENGTHS.get(parent, USUAL)
        is_long = TRAIT_OF.get(parent, "long-texts") in traits or (parent in CELLS and "tall-cells" in traits)
        return random.randint(*long) if is_long and random.random() < 0.4 else random.randint(*usual)

    def text(self, language, parent):
        node = ElementTree.Element(NS + "text", {LANG: language})
        if parent == "acronym":
            node.text = self.vocabulary.acronym(language)
            return node
        words = self.vocabulary.words(language, self.length_of(parent))
        for at in range(1, len(words) - 1):
            chance = self.random.random()
            if "oddities" in self.profile.traits and chance < 0.05:
                words[at] = self.random.choice(ODDITIES + MARKUP + EMOJI)
            elif "scripts" in self.profile.traits and chance < 0.1:
                words[at] = self.random.choice(sorted(SAMPLES.values()))
        self._fill(node, language, words)
        return node

    def _fill(self, node, language, words):
        """The words as text, with an inline element in the middle now and then."""
        is_long = len(words) > 8
        if is_long and self.random.random() < 0.4:
            middle = len(words) // 2
            kind = self.random.choice([child.name for child in self.schema.shapes["text"].children])
            shape = self.schema.shapes[next(child.type for child in self.schema.shapes["text"].children if child.name == kind)]
            inline = ElementTree.SubElement(node, NS + kind)
            for attribute in shape.attributes:
                key = attribute.name.removeprefix(LANG) or "lang"
                inline.set(attribute.name, self.values.of(self.schema, kind, key, attribute.type))
            spoken = inline.get(LANG)
            inline.text = SAMPLES[spoken] if spoken else words[middle]
            space = self.vocabulary.join(language, ["", ""])
            node.text = self.vocabulary.join(language, words[:middle]) + space
            inline.tail = space + self.vocabulary.join(language, words[middle + 1:]) + self.vocabulary.sentence_end(language)
            if "oddities" in self.profile.traits and self.random.random() < 0.2:
                ElementTree.SubElement(node, NS + "em")  # empty, which the schema allows
        else:
            node.text = self.vocabulary.join(language, words) + (self.vocabulary.sentence_end(language) if is_long else "")
