"""schema/corpus.xsd as shapes to walk: which children and attributes an element has, and which values they take.

Reads the part of XML Schema 1.0 that the corpus's schema uses; anything else is an error, so that a new construct is seen here
first.
"""

import pathlib
from dataclasses import dataclass, field
from xml.etree import ElementTree

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "schema" / "corpus.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"
NS = "{urn:rapporteur:corpus:1}"
XI = "{http://www.w3.org/2001/XInclude}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Attribute:
    name: str  # LANG for xml:lang
    type: str
    required: bool


@dataclass(frozen=True)
class Child:
    name: str
    type: str
    least: int
    many: bool  # maxOccurs="unbounded"


@dataclass
class Shape:
    """A complex type."""

    name: str
    children: list = field(default_factory=list)
    attributes: list = field(default_factory=list)
    is_choice: bool = False  # of its children, in any order and number
    content: str = ""  # the simple type of its text; "mixed" where elements stand among it; "" for none


class Schema:
    def __init__(self, path=SCHEMA):
        root = ElementTree.parse(path).getroot()
        named = {(node.tag, node.get("name")): node for node in root}
        self._complex = {name: node for (tag, name), node in named.items() if tag == f"{XS}complexType"}
        self._simple = {name: node for (tag, name), node in named.items() if tag == f"{XS}simpleType"}
        self._groups = {name: node for (tag, name), node in named.items() if tag == f"{XS}group"}
        self._attribute_groups = {name: node for (tag, name), node in named.items() if tag == f"{XS}attributeGroup"}
        self.roots = {name: node.get("type") for (tag, name), node in named.items() if tag == f"{XS}element"}
        self.shapes = {name: self._shape(name) for name in self._complex}

    def _shape(self, name):
        node = self._complex[name]
        shape = Shape(name, content="mixed" if node.get("mixed") == "true" else "")
        self._read(node, shape)
        return shape

    def _read(self, node, shape):
        for part in node:
            kind = part.tag.removeprefix(XS)
            if kind in ("complexContent", "simpleContent", "sequence"):
                self._read(part, shape)
            elif kind == "choice":
                shape.is_choice = True
                self._read(part, shape)
            elif kind == "extension":
                base = part.get("base")
                if base in self._complex:
                    self._read(self._complex[base], shape)
                else:
                    shape.content = base
                self._read(part, shape)
            elif kind == "group":
                self._read(self._groups[part.get("ref")], shape)
            elif kind == "element":
                shape.children.append(self._child(part))
            elif kind == "attribute":
                shape.attributes.append(self._attribute(part))
            elif kind == "attributeGroup":
                self._read(self._attribute_groups[part.get("ref")], shape)
            elif kind != "annotation":
                raise ValueError(f"<xs:{kind}> in {shape.name}: schema_walk.py doesn't know it")

    def _child(self, node):
        name = node.get("name") or node.get("ref")
        type_name = node.get("type") or self.roots.get(name, name)
        return Child(name, type_name, int(node.get("minOccurs", 1)), node.get("maxOccurs") == "unbounded")

    def _attribute(self, node):
        name = LANG if node.get("ref") == "xml:lang" else node.get("name")
        return Attribute(name, node.get("type") or "language", node.get("use") == "required")

    def values(self, type_name):
        """The values of a list of values, and of lists and unions of such; none for other types."""
        found = []
        node = self._simple.get(type_name)
        for part in node.iter() if node is not None else ():
            if part.tag == f"{XS}enumeration":
                found.append(part.get("value"))
            elif part.tag == f"{XS}list":
                found += self.values(part.get("itemType"))
            elif part.tag == f"{XS}union":
                for member in part.get("memberTypes").split():
                    found += self.values(member)
        return found

    def elements(self):
        """(element, shape's name or simple type) of all that can stand in a corpus."""
        found = dict.fromkeys(self.roots.items())
        for shape in self.shapes.values():
            found.update(dict.fromkeys((child.name, child.type) for child in shape.children))
        return list(found)

    def attributes_of(self, type_name):
        return self.shapes[type_name].attributes if type_name in self.shapes else []


def use_of_schema(schema, roots):
    """What corpora don't use of the schema: "element", "element@attribute" and "attribute=value" of its lists of values."""
    used = set()
    for root in roots:
        for element in root.iter():
            name = element.tag.removeprefix(NS).replace(XI, "xi:")
            used.add(name)
            for attribute, value in element.attrib.items():
                used.add(f"{name}@{attribute}")
                used.update(f"{attribute}={one}" for one in value.split())
    offered = set()
    for name, type_name in schema.elements():
        offered.add(name)
        for attribute in schema.attributes_of(type_name):
            offered.add(f"{name}@{attribute.name}")
            offered.update(f"{attribute.name}={value}" for value in schema.values(attribute.type))
    offered.discard("xi:include")  # how a corpus is written to files, not what it says
    return sorted(offered - used)
