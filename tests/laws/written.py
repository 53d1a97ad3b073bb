"""A corpus as files in a folder: each partner in a file of its own, drawn in, or all in one file; with its pictures."""

import random as randoms
from xml.etree import ElementTree

from agreement import agree
from maker import Maker
from pictures import WRITERS
from schema_walk import NS, XI

ElementTree.register_namespace("", NS[1:-1])
ElementTree.register_namespace("xi", XI[1:-1])


def write_tree(root, file):
    """An element a line, but for those in texts, whose white space counts."""
    for element in root.iter():
        if len(element) > 0 and element.tag != f"{NS}text":
            element.text = "\n"
            for child in element:
                child.tail = "\n"
    file.write_bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def random_corpus(seed, schema=None):
    """The tree, and the makers of its pictures' bytes by file."""
    maker = Maker(seed, schema)
    corpus = maker.make()
    agree(corpus, maker.random)
    return corpus, maker


def write_corpus(seed, folder):
    """Writes it and returns its file and the profile that it was made in."""
    corpus, maker = random_corpus(seed)
    random = randoms.Random(f"files {seed}")
    folder.mkdir(parents=True, exist_ok=True)
    for file, kind in maker.values.pictures.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(WRITERS[kind](random))
    partners = corpus.find(f"{NS}partners")
    if random.random() < 0.7:
        (folder / "partners").mkdir(exist_ok=True)
        for at, partner in enumerate(list(partners)):
            name = f"partners/{partner.get('id')}.xml"
            write_tree(partner, folder / name)
            href = {"href": name, "parse": "xml"} if random.random() < 0.2 else {"href": name}
            partners[at] = ElementTree.Element(f"{XI}include", href)
    write_tree(corpus, folder / "corpus.xml")
    return folder / "corpus.xml", maker.profile
