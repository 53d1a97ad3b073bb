"""Whatever of a corpus prints, `diff` reports when it changes: each element and attribute of the schema is changed in the sample."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

from sample_covers_the_schema import CORPUS, LANG, SAMPLE, TypesOfTheSchema

RAPPORTEUR = pathlib.Path(os.environ["RAPPORTEUR"])
XI = "{http://www.w3.org/2001/XInclude}"

# What may change without a word, and why.
ATTRIBUTES_THAT_DO_NOT_PRINT = {
    ("corpus", "id"): "names the files and the bag",
    ("corpus", "languages"): "what the corpus is kept in; each text says what it is in",
    ("corpus", "xml:lang"): "another main language is another corpus",
    ("holder", "id"): "names the files of briefs",
    ("source", "id"): "is what statements name the source by, which readers don't see",
    ("source", "language"): "is kept for whoever looks the source up",
    ("quote", "consent"): "is the proof that somebody agreed; no publication has it",
    ("photo", "consent"): "is the proof that somebody agreed; no publication has it",
    ("text", "xml:lang"): "a text in another language is another text",
    # A total is the sum of its contributions, so it is changed together with one, in a test of its own below.
    ("fundingTotal", "amount"): "is changed with a contribution",
    ("fundingTotal", "currency"): "is changed with a contribution",
    ("fundingTotal", "year"): "is changed with a contribution",
}
IDS_THAT_PRINT = {"partner"}  # the others name a statement or a relationship for who writes the corpus
ELEMENTS_THAT_DO_NOT_PRINT = {
    "accepted": "warnings that who keeps the corpus has accepted",
    "em": "the same words with emphasis",
    "foreign": "the same words, hyphenated and pronounced as those of their language",
    "see": "the same words with a link",
}
ANOTHER = {"year": "2024", "date": "2020-02-02", "checked": "2020-02-02", "due": "2031-03-03", "consent": "2020-02-02", "to": "2026-01",
           "every": "P7Y", "count": "1", "currency": "CHF"}


def tag_of(element):
    return element.tag.removeprefix(CORPUS)


class DiffCoversTheSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        ElementTree.register_namespace("", CORPUS.strip("{}"))
        ElementTree.register_namespace("xi", XI.strip("{}"))
        cls.home = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.home.name)
        cls.types = TypesOfTheSchema()
        cls.kinds = {}
        for name, kind in cls.types.elements():
            cls.kinds.setdefault(name, set()).add(kind)
        shutil.copytree(SAMPLE, cls.folder / "old")

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def files(self):
        return [self.folder / "old" / "corpus.xml", *sorted((self.folder / "old" / "partners").glob("*.xml"))]

    def compare(self, file, tree):
        """What diff says of the sample with this file written again; nothing where that isn't a corpus any more."""
        new = self.folder / "new"
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(self.folder / "old", new)
        tree.write(new / file.relative_to(self.folder / "old"), encoding="utf-8", xml_declaration=True)
        done = subprocess.run([RAPPORTEUR, "diff", self.folder / "old/corpus.xml", new / "corpus.xml"], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.stdout if done.returncode == 0 else None

    def find(self, wanted):
        """Each place at which an element stands that is wanted, with its parent."""
        for file in self.files():
            tree = ElementTree.parse(file)
            for parent in tree.getroot().iter():
                for child in parent:
                    if wanted(parent, child):
                        yield file, tree, parent, child
            if wanted(None, tree.getroot()):
                yield file, tree, None, tree.getroot()

    def assert_reported(self, wanted, change):
        """The first of the places at which the change leaves a good corpus; it must be reported there."""
        refused = 0
        for file, tree, parent, element in self.find(wanted):
            if not change(parent, element):
                continue
            told = self.compare(file, tree)
            if told is not None:
                self.assertNotIn("Nothing changed", told)
                return
            refused += 1
            if refused == 8:
                break
        self.fail("nowhere in the sample can it be changed: try another value")

    def test_a_file_written_again_is_no_difference(self):
        for file in self.files():
            self.assertIn("Nothing changed", self.compare(file, ElementTree.parse(file)))

    def test_the_words_of_every_element(self):
        def has_words(element):
            return bool((element.text or "").strip())

        pairs = {(tag_of(parent), tag_of(child)) for file in self.files() for parent in ElementTree.parse(file).getroot().iter()
                 for child in parent if has_words(child)}
        self.assertGreater(len(pairs), 30)
        for parent_tag, tag in sorted(pairs):
            if parent_tag == "text" or "accepted" in (parent_tag, tag):
                continue  # inline: its words are its text's
            languages = ("en", "fr") if tag == "text" else (None,)
            for language in languages:
                with self.subTest(f"{parent_tag}/{tag}", language=language):
                    def changed(_, element):
                        element.text = element.text.rstrip() + ("x" if tag != "text" else " otherwise")
                        return True

                    self.assert_reported(lambda parent, child: parent is not None and tag_of(parent) == parent_tag and
                                         tag_of(child) == tag and child.get(LANG) == language and has_words(child), changed)

    def test_every_element_that_can_be_left_out(self):
        pairs = {(tag_of(parent), tag_of(child)) for file in self.files() for parent in ElementTree.parse(file).getroot().iter()
                 for child in parent if child.tag.startswith(CORPUS)}
        left_out = 0
        for parent_tag, tag in sorted(pairs):
            if tag in ELEMENTS_THAT_DO_NOT_PRINT or parent_tag in ELEMENTS_THAT_DO_NOT_PRINT:
                continue
            for file, tree, parent, element in self.find(lambda parent, child: parent is not None and tag_of(parent) == parent_tag
                                                         and tag_of(child) == tag):
                if tag == "text" and element.get(LANG) == "en":
                    continue  # the main one, that each must have
                parent.remove(element)
                told = self.compare(file, tree)
                if told is not None:
                    left_out += 1
                    with self.subTest(f"{parent_tag}/{tag}"):
                        self.assertNotIn("Nothing changed", told)
                break
        self.assertGreater(left_out, 40)

    def another(self, name, kind, value, element):
        """Another value that the schema allows."""
        listed = self.types.values_of(kind)
        if listed:
            return next((other for other in sorted(listed) if other not in value.split()), None)
        if name == "code":
            return "13" if value != "13" else "14"
        if name in ANOTHER:
            return ANOTHER[name] if value != ANOTHER[name] else value.replace("2024", "2023")
        if name == "from":
            return "0" * 12 if tag_of(element) == "text" else "1985"
        if name == "source":
            sources = [one.get("id") for one in ElementTree.parse(self.files()[0]).getroot().iter(f"{CORPUS}source")]
            return next(one for one in sources if one != value)
        if name == "file":
            shutil.copy(self.folder / "old" / value, self.folder / "old" / "photos" / "other.svg")
            return "photos/other.svg"
        if value.isdigit():
            return str(int(value) + 1)
        return value + "x"

    def test_a_total_of_funding_is_compared(self):
        def corpus(amount):
            return f"""<corpus xmlns="{CORPUS.strip('{}')}" id="sums" year="2026" date="2026-11-24" xml:lang="en" languages="en">
<title><text xml:lang="en">Sums</text></title><holder id="house"><name><text xml:lang="en">House</text></name></holder>
<sources><source id="accounts" language="en"><title><text xml:lang="en">Accounts</text></title></source></sources>
<fundingTotal year="2026" amount="{amount}" currency="EUR" source="accounts"/>
<partners><partner id="one" kind="ngo" status="active"><name><text xml:lang="en">One</text></name>
<funding year="2026" amount="{amount}" currency="EUR" source="accounts"/></partner></partners></corpus>"""
        for name, amount in (("before", 100), ("after", 120)):
            (self.folder / f"{name}.xml").write_text(corpus(amount), encoding="utf-8")
        told = subprocess.run([RAPPORTEUR, "diff", self.folder / "before.xml", self.folder / "after.xml"], capture_output=True, text=True)
        self.assertIn("total funding 2026 EUR corrected: “2026: EUR 100” → “2026: EUR 120”", told.stdout)

    def test_every_attribute_of_every_element(self):
        checked = 0
        for tag, kinds in sorted(self.kinds.items()):
            attributes = {name: of for kind in kinds for name, of in self.types.attributes_of(kind).items()}
            for name, of in sorted(attributes.items()):
                key = LANG if name == "xml:lang" else name
                if tag in ELEMENTS_THAT_DO_NOT_PRINT or (tag, name) in ATTRIBUTES_THAT_DO_NOT_PRINT or (name == "id" and tag not in IDS_THAT_PRINT):
                    continue
                with self.subTest(f"{tag}/@{name}"):
                    def changed(parent, element):
                        other = self.another(name, of, element.get(key), element)
                        if other is None:
                            return False
                        if tag in ("group", "composition"):  # which add up
                            composition = parent if tag == "group" else element
                            composition.find(f"{CORPUS}group").set("count", "1")
                            composition.set("total", str(sum(int(group.get("count")) for group in composition.iter(f"{CORPUS}group"))))
                        else:
                            element.set(key, other)
                        return True

                    if (tag, name) == ("corpus", "date"):
                        def changed(_, element):
                            element.set("date", "2026-12-31")
                            return True
                        file, tree, _, element = next(self.find(lambda _, child: tag_of(child) == "corpus"))
                        element.set("date", "2026-12-31")
                        self.assertIn("to 31 December 2026", self.compare(file, tree))
                    else:
                        self.assert_reported(lambda parent, child: tag_of(child) == tag and child.get(key) is not None, changed)
                    checked += 1
        self.assertGreater(checked, 60)


if __name__ == "__main__":
    unittest.main(verbosity=2)
