"""The corpus of the year before: the same with some facts less, some not yet told to all, and some sums different."""

import random as randoms
import shutil

from agreement import agree
from expected import roots_of
from schema_walk import LANG, NS
from shrinking import may_go
from written import write_tree


def write_older(corpus, folder, seed):
    random = randoms.Random(f"older {seed}")
    root = roots_of(corpus)
    root.set("year", str(int(root.get("year")) - 1))
    for take_away in may_go([*root.iter(f"{NS}partner"), *root.iter(f"{NS}relationship")]):
        if random.random() < 0.3:
            take_away()
    for element in root.iter():
        if element.get("audience") and random.random() < 0.3:
            element.set("audience", "internal")
        if element.get("amount") and random.random() < 0.3:
            element.set("amount", "1" + element.get("amount")[1:])
    for text in root.iter(f"{NS}text"):
        if text.get(LANG) == root.get(LANG) and len(text) == 0 and random.random() < 0.1:
            text.text += " once"
    agree(root, random)
    folder.mkdir(parents=True, exist_ok=True)
    if (corpus.parent / "photos").exists():
        shutil.copytree(corpus.parent / "photos", folder / "photos", dirs_exist_ok=True)
    write_tree(root, folder / "corpus.xml")
    return folder / "corpus.xml"
