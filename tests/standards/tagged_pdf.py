"""A tagged PDF as its structure tells it: elements, their attributes, and the text that each of them holds.

Read out of qpdf's JSON by the rules of ISO 32000 alone: marked content (14.6), what glyphs say (9.10.3 and 14.9.4), the structure tree
and the ways back to it (14.7). It knows nothing of the program that wrote the file.
"""

import base64
import json
import re

from publications import said

TOKEN = re.compile(rb"""\s*(?:
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>\[\]/%])
  | /(?P<name>[^\s()<>\[\]/%]*)
  | \((?P<string>)
  | <(?P<hex>[0-9A-Fa-f\s]*)>
  | (?P<bracket><<|>>|\[|\])
  | (?P<operator>[^\s()<>\[\]/%]+)
)""", re.VERBOSE)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def literal_string(stream, at):
    """The bytes of a literal string (7.3.4.2) whose text begins at `at`, and where it ends."""
    out, depth = bytearray(), 1
    while True:
        byte = stream[at:at + 1]
        at += 1
        if byte == b"\\":
            octal = re.match(rb"[0-7]{1,3}", stream[at:at + 3])
            if octal:
                out.append(int(octal[0], 8))
                at += len(octal[0])
            else:
                out += ESCAPED.get(stream[at:at + 1], stream[at:at + 1])
                at += 1
            continue
        depth += {b"(": 1, b")": -1}.get(byte, 0)
        if depth == 0:
            return bytes(out), at
        out += byte


def operations(stream):
    """A content stream's operators, each with its operands: numbers, names (with their slash), bytes, lists and dictionaries."""
    at, operands, open_lists = 0, [], []
    while (match := TOKEN.match(stream, at)) is not None:
        at, kind = match.end(), match.lastgroup
        if kind == "operator":
            yield match[kind].decode(), operands
            operands = []
        elif kind == "number":
            operands.append(float(match[kind]) if b"." in match[kind] else int(match[kind]))
        elif kind == "name":
            operands.append("/" + match[kind].decode())
        elif kind == "string":
            string, at = literal_string(stream, at)
            operands.append(string)
        elif kind == "hex":
            operands.append(bytes.fromhex(match[kind].decode()))
        elif match[kind] in (b"[", b"<<"):
            open_lists.append(operands)
            operands = []
        else:
            inner, operands = operands, open_lists.pop()
            operands.append(inner if match[kind] == b"]" else dict(zip(inner[::2], inner[1::2])))
    assert not stream[at:].strip(), f"not PDF at byte {at}: {stream[at:at + 40]}"


def text_of_bytes(string):
    return string[2:].decode("utf-16-be") if string.startswith(b"\xfe\xff") else string.decode("latin-1")


def characters(to_unicode):
    """What each two-byte code of a font says, by its ToUnicode map."""
    pairs = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]*)>$", to_unicode, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(units.decode()).decode("utf-16-be") for code, units in pairs}


class Element:
    def __init__(self, role, parent, number):
        self.role, self.parent, self.number = role, parent, number
        self.kids = []  # Elements, Contents and Links, in reading order
        self.entries = {}  # of its dictionary
        self.attributes = {}  # of all owners

    def take(self, entries, value):
        self.entries = entries
        attributes = entries.get("/A", [])
        for owned in attributes if isinstance(attributes, list) else [attributes]:
            self.attributes.update(value(owned))

    def children(self, *roles):
        return [kid for kid in self.kids if isinstance(kid, Element) and (not roles or kid.role in roles)]

    def walk(self):
        """It and all below it, elements and content, in reading order."""
        waiting = [self]
        while waiting:
            thing = waiting.pop()
            yield thing
            if isinstance(thing, Element):
                waiting.extend(reversed(thing.kids))

    def all(self, *roles):
        return [thing for thing in self.walk() if isinstance(thing, Element) and thing.role in roles]

    def links(self):
        return [thing for thing in self.walk() if isinstance(thing, Link)]

    def text(self, without=lambda thing: False):
        """All that it says, but for the elements and sequences that are to be left out. A line's soft hyphen is kept."""
        said_here, waiting = [], [self]
        while waiting:
            thing = waiting.pop()
            if without(thing):
                continue
            if isinstance(thing, Content):
                said_here.append(thing.text)
            elif isinstance(thing, Element):
                waiting.extend(reversed(thing.kids))
        return "".join(said_here)


class Content:
    """A marked-content sequence: of an element, or an artifact."""

    def __init__(self, page, mcid, artifact):
        self.page, self.mcid, self.artifact = page, mcid, artifact
        self.parent = None
        self.text = ""


class Link:
    """A link annotation."""

    def __init__(self, page, annotation):
        self.page, self.annotation = page, annotation
        self.parent = None


class TaggedPdf:
    def __init__(self, file):
        facts = json.loads(said("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", file))
        self.objects = facts["qpdf"][1]
        self.catalogue = self.value(self.objects["trailer"]["value"]["/Root"])
        self.pages = [page["object"] for page in facts["pages"]]
        self.labels = facts["pagelabels"]
        self.fonts = {}
        self.contents = [self.contents_of(number, self.value(page)) for number, page in enumerate(self.pages)]
        self.root = self.read_structure()

    # Objects

    def value(self, thing):
        """What a reference leads to, or the thing itself; a stream's dictionary."""
        if isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            found = self.objects[f"obj:{thing}"]
            return found["stream"]["dict"] if "stream" in found else found["value"]
        return thing

    def stream(self, reference):
        return base64.b64decode(self.objects[f"obj:{reference}"]["stream"]["data"])

    def tree(self, root, leaves):
        """The entries of a name tree (leaves "/Names") or a number tree ("/Nums"): 7.9.6 and 7.9.7."""
        entries, waiting = {}, [root]
        while waiting:
            node = self.value(waiting.pop())
            waiting.extend(node.get("/Kids", []))
            flat = node.get(leaves, [])
            entries.update(zip(flat[::2], flat[1::2]))
        return entries

    def destinations(self):
        """By name: the page's number and the height on it; the element too, where the file tells it."""
        places = {}
        for name, target in self.tree(self.value(self.catalogue["/Names"])["/Dests"], "/Names").items():
            target = self.value(target)
            element = target["/SD"][0] if isinstance(target, dict) else None
            place = target["/D"] if isinstance(target, dict) else target
            places[name.removeprefix("u:")] = (self.pages.index(place[0]), place[3], element)
        return places

    # Content

    def font(self, reference):
        if reference not in self.fonts:
            self.fonts[reference] = characters(self.stream(self.value(reference)["/ToUnicode"]))
        return self.fonts[reference]

    def contents_of(self, number, page):
        """The marked-content sequences of a page as they are painted."""
        resources = self.value(page["/Resources"])
        sequences, marks, says = [], [], None
        told = 0  # how many marks around say in ActualText what the glyphs in them mean
        for operator, operands in operations(self.stream(page["/Contents"])):
            if operator in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                marks.append(properties)
                if operands[0] == "/Artifact" or "/MCID" in properties:
                    artifact = properties if operands[0] == "/Artifact" else None
                    sequences.append(Content(number, properties.get("/MCID"), artifact))
                if "/ActualText" in properties:
                    sequences[-1].text += text_of_bytes(properties["/ActualText"])
                    told += 1
            elif operator == "EMC":
                told -= "/ActualText" in marks.pop()
            elif operator == "Tf":
                says = self.font(resources["/Font"][operands[0]])
            elif operator in ("Tj", "TJ"):
                assert marks, "text outside of marked content"
                strings = operands[0] if operator == "TJ" else operands
                codes = b"".join(part for part in strings if isinstance(part, bytes))
                if told == 0:
                    sequences[-1].text += "".join(says[codes[at] << 8 | codes[at + 1]] for at in range(0, len(codes), 2))
            elif operator in ("f", "S", "b", "B", "Do", "sh"):
                assert marks, f"{operator} outside of marked content"
        assert not marks
        return sequences

    # Structure

    def read_structure(self):
        by_mcid = [{sequence.mcid: sequence for sequence in page if sequence.artifact is None} for page in self.contents]
        root = Element("", None, self.catalogue["/StructTreeRoot"])
        self.elements = {}
        waiting = [(root, self.value(root.number)["/K"], None)]
        while waiting:
            parent, kids, page = waiting.pop()
            for kid in kids if isinstance(kids, list) else [kids]:
                entries = self.value(kid)
                if isinstance(kid, int):
                    thing = by_mcid[self.pages.index(page)][kid]
                elif entries.get("/Type") == "/MCR":
                    thing = by_mcid[self.pages.index(entries.get("/Pg", page))][entries["/MCID"]]
                elif entries.get("/Type") == "/OBJR":
                    thing = Link(self.pages.index(entries.get("/Pg", page)), self.value(entries["/Obj"]))
                else:
                    thing = self.elements[kid] = Element(entries["/S"].removeprefix("/"), parent, kid)
                    thing.take(entries, self.value)
                    waiting.append((thing, entries.get("/K", []), entries.get("/Pg")))
                thing.parent = parent
                parent.kids.append(thing)
        return root

    def parents(self):
        """The parent tree (14.7.4.4): by key, the element or the elements of a page's sequences."""
        return self.tree(self.value(self.root.number)["/ParentTree"], "/Nums")
