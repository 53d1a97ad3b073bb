"""What is withheld from a reader, hidden at random in a corpus, and taken out of it again as if it had never been there.

Written from the schema and its documentation alone, and not from the program: who may read an element by default is what the
documentation of the schema says.
"""

import functools
import pathlib
import random as randoms
import re
import shutil
from xml.etree import ElementTree

from schema_walk import LANG, NS, SCHEMA, XI, XS, Schema
from written import write_tree

RANK = {"public": 0, "donor": 1, "internal": 2}
NOBODY_YET = "2999-01-01"
MAY_NOT_BE_EMPTY = ("introduction", "glossary", "sources")


@functools.lru_cache
def internal_by_default():
    """The elements that are for the house alone where they don't say otherwise."""
    root = ElementTree.parse(SCHEMA).getroot()
    types = {node.get("name") for node in root.iter(f"{XS}complexType") for attribute in node.iter(f"{XS}attribute")
             if attribute.get("name") == "audience" and re.search(r"Left\s+out,\s+it\s+is\s+internal", documentation(attribute))}
    return {element.get("name") for element in root.iter(f"{XS}element")
            if element.get("type") in types or re.search(r"stands\s+in\s+no\s+edition\s+for\s+others", documentation(element))}


def may_have_audience(root, schema):
    """Those elements of a file that may say who reads them."""
    waiting = [(root, schema.roots[root.tag.removeprefix(NS)])]
    while waiting:
        element, type_name = waiting.pop()
        if any(attribute.name == "audience" for attribute in schema.attributes_of(type_name)):
            yield element
        children = {child.name: child.type for child in schema.shapes[type_name].children} if type_name in schema.shapes else {}
        waiting.extend((child, children[name]) for child in element
                       if isinstance(child.tag, str) and (name := child.tag.removeprefix(NS)) in children)


def documentation(node):
    return " ".join(node.find(f"{XS}annotation").itertext()) if node.find(f"{XS}annotation") is not None else ""


class Files:
    """A corpus's files as trees, by their paths in its folder; partners' files are roots of their own."""

    def __init__(self, corpus):
        self.folder = pathlib.Path(corpus).parent
        self.main = ElementTree.parse(corpus).getroot()
        self.roots = {pathlib.Path(corpus).name: self.main}
        for include in self.main.iter(f"{XI}include"):
            href = include.get("href").strip()
            self.roots[href] = ElementTree.parse(self.folder / href).getroot()

    def elements(self):
        for root in self.roots.values():
            yield from root.iter()

    def write(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        shown = {photo.get("file") for photo in self.elements() if photo.tag == f"{NS}photo"}
        for name in shown:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(self.folder / name, folder / name)
        for name, root in self.roots.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_tree(root, folder / name)
        return folder / next(iter(self.roots))


def hide(corpus, folder, seed):
    """The same corpus with audiences and days of consent drawn anew, and remarks here and there."""
    random = randoms.Random(f"hidden {seed}")
    files = Files(corpus)
    schema = Schema()
    for root in files.roots.values():
        for element in may_have_audience(root, schema):
            if random.random() < 0.4:
                element.set("audience", random.choice(("donor", "internal", "internal", "public")))
    for element in list(files.elements()):
        if element.get("consent") and random.random() < 0.3:
            element.set("consent", NOBODY_YET)
        if element.tag != f"{NS}text" and len(element) > 0 and random.random() < 0.1:
            element.insert(0, ElementTree.Comment(" ask the board "))
    return files.write(folder)


def never_there(corpus, audience, folder):
    """The corpus as it would be if what these readers may not see had never been written down."""
    files = Files(corpus)
    day, main = files.main.get("date"), files.main.get(LANG)
    before = Named(files)
    withheld_money = set()
    for root in files.roots.values():
        _take_out(root, audience, day, withheld_money)
    for total in files.main.findall(f"{NS}fundingTotal"):
        if (total.get("year"), total.get("currency")) in withheld_money:
            files.main.remove(total)
    after = Named(files)
    for source in list(files.main.iter(f"{NS}source")):
        if source.get("id") in before.sources - after.sources:
            files.main.find(f"{NS}sources").remove(source)
            continue
        for place in source.findall(f"{NS}locator"):
            words = next("".join(text.itertext()) for text in place if text.get(LANG) == main)
            if (source.get("id"), " ".join(words.split())) in before.places - after.places:
                source.remove(place)
    for name in MAY_NOT_BE_EMPTY:
        found = files.main.find(f"{NS}{name}")
        if found is not None and len(found) == 0:
            files.main.remove(found)
    return files.write(folder)


class Named:
    """The sources that facts name, and the places in them."""

    def __init__(self, files):
        facts = [element for element in files.elements() if element.get("source")]
        self.sources = {fact.get("source").strip() for fact in facts}
        self.places = {(fact.get("source").strip(), " ".join(fact.get("locator", "").split())) for fact in facts}


def _take_out(parent, audience, day, withheld_money):
    for child in list(parent):
        name = child.tag.removeprefix(NS)
        said = child.get("audience") or ("internal" if name in internal_by_default() else "public")
        if RANK[said] > RANK[audience] or child.get("consent", "") > day:
            withheld_money |= {(money.get("year"), money.get("currency")) for money in child.iter(f"{NS}funding")}
            parent.remove(child)
        else:
            _take_out(child, audience, day, withheld_money)
