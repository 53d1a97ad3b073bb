"""The invented sample uses all that the schema offers, and says everywhere that it is invented."""

import pathlib
import unittest
from xml.etree import ElementTree

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / "sources" / "sample" / "2026"
XS = "{http://www.w3.org/2001/XMLSchema}"
CORPUS = "{urn:rapporteur:corpus:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def schema():
    return ElementTree.parse(SOURCE / "schema" / "corpus.xsd").getroot()


def files():
    return [SAMPLE / "corpus.xml", *sorted((SAMPLE / "partners").glob("*.xml"))]


def elements():
    for file in files():
        yield from ElementTree.parse(file).getroot().iter()


class TypesOfTheSchema:
    """Which attributes each element has, and which values each of them may have."""

    def __init__(self):
        self.root = schema()
        self.types = {node.get("name"): node for node in self.root if node.tag in (f"{XS}complexType", f"{XS}simpleType")}
        self.groups = {node.get("name"): node for node in self.root if node.tag == f"{XS}attributeGroup"}

    def attributes_of(self, kind):
        node = self.types.get(kind)
        found = {}
        if node is None or node.tag != f"{XS}complexType":
            return found
        for part in node.iter():
            if part.tag == f"{XS}attribute":
                found[part.get("name") or part.get("ref")] = part.get("type")
            elif part.tag == f"{XS}attributeGroup":
                found.update({one.get("name"): one.get("type") for one in self.groups[part.get("ref")].iter(f"{XS}attribute")})
            elif part.tag == f"{XS}extension":
                found.update(self.attributes_of(part.get("base")))
        return found

    def values_of(self, kind):
        node = self.types.get(kind)
        values = set()
        if node is not None and node.tag == f"{XS}simpleType":
            for part in node.iter():
                values |= {part.get("value")} if part.tag == f"{XS}enumeration" else set()
                values |= self.values_of(part.get("itemType")) if part.tag == f"{XS}list" else set()
                for member in (part.get("memberTypes") or "").split() if part.tag == f"{XS}union" else []:
                    values |= self.values_of(member)
        return values

    def elements(self):
        for node in self.root.iter(f"{XS}element"):
            if node.get("name"):
                yield node.get("name"), node.get("type")


class SampleCoversTheSchema(unittest.TestCase):
    def test_every_element(self):
        used = {element.tag.removeprefix(CORPUS) for element in elements()}
        offered = {name for name, _ in TypesOfTheSchema().elements()}
        self.assertGreater(len(offered), 40)
        self.assertLessEqual(offered, used)

    def test_every_attribute_of_every_element(self):
        used = {}
        for element in elements():
            names = used.setdefault(element.tag.removeprefix(CORPUS), set())
            names |= {"xml:lang" if name == LANG else name for name in element.attrib}
        types = TypesOfTheSchema()
        for name, kind in types.elements():
            with self.subTest(name):
                self.assertLessEqual(set(types.attributes_of(kind)), used.get(name, set()))

    def test_every_value_of_every_list(self):
        types = TypesOfTheSchema()
        lists = {}
        for _, kind in types.elements():
            for name, of in types.attributes_of(kind).items():
                lists.setdefault((name, of), types.values_of(of))
        used = {}
        for element in elements():
            for name, value in element.attrib.items():
                used.setdefault(name, set()).update(value.split())
        self.assertGreater(len({values for values in map(frozenset, lists.values()) if values}), 6)
        for (name, _), values in lists.items():
            if name != "status":  # active may be left out, and is in some places
                with self.subTest(name):
                    self.assertLessEqual(values, used.get(name, set()))

    def test_every_partner_says_that_it_is_invented(self):
        for file in files()[1:]:
            summary = ElementTree.parse(file).getroot().find(f"{CORPUS}summary")
            with self.subTest(file.name):
                for text in summary:
                    if text.get(LANG) == "en":
                        self.assertTrue(text.text.startswith("An invented example:"))

    def test_the_cover_says_so_in_every_language(self):
        root = ElementTree.parse(files()[0]).getroot()
        words = {"en": "nvented", "fr": "nvent", "es": "nventad", "ar": "مختلق", "ru": "ымышлен", "zh": "虚构"}
        titles = {text.get(LANG): text.text for text in root.find(f"{CORPUS}title")}
        self.assertEqual(set(titles), set(words))
        for language, word in words.items():
            self.assertIn(word, titles[language])


if __name__ == "__main__":
    unittest.main(verbosity=2)
