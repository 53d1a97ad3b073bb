"""Makes a failing corpus smaller while the same law stays broken, within a bounded time."""

import shutil
import time
from xml.etree import ElementTree

import agreement
from expected import roots_of
from schema_walk import LANG, NS
from trial import Trial
from written import write_tree


NEEDED = {f"{NS}{name}" for name in ("name", "title", "holder", "partners", "text", "sources", "alternative")}


def may_go(parents):
    """For each of their children that may be left out, what takes it away."""
    return [lambda parent=parent, child=child: parent.remove(child) for parent in parents for child in parent
            if child.tag not in NEEDED]


class Shrinker:
    def __init__(self, trial, law, folder, seconds):
        self.law = law
        self.until = time.monotonic() + seconds
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(trial.corpus.parent, folder)
        shutil.rmtree(folder / "partners", ignore_errors=True)
        way = trial.way
        if law != "the same bytes twice":
            way.judges.discard("twice")
        self.trial = Trial(trial.rapporteur, folder / "corpus.xml", way, folder.parent / f"{folder.name}-out")
        self.best = ElementTree.tostring(roots_of(trial.corpus))

    def is_broken(self, root):
        for see in root.iter(f"{NS}see"):  # to a partner that is left
            see.set("partner", root.find(f"{NS}partners/{NS}partner").get("id"))
        agreement.keep_sums(root)
        write_tree(root, self.trial.corpus)
        return any(broken.law == self.law for broken in self.trial.judge(self.law))

    def run(self):
        """The trial of the smallest corpus that was found."""
        for removable in (self._partners, self._translations, self._parts, self._details, self._attributes):
            self._drop(removable)
        self._halve_texts()
        self.is_broken(ElementTree.fromstring(self.best))
        return self.trial

    def _drop(self, removable):
        """Half of what may go at once, then smaller shares, while the law stays broken."""
        share = 2
        while time.monotonic() < self.until:
            count = len(removable(ElementTree.fromstring(self.best)))
            size = max(1, count // share)
            for first in range(0, count, size):
                root = ElementTree.fromstring(self.best)
                for take_away in removable(root)[first:first + size]:
                    take_away()
                if time.monotonic() < self.until and self.is_broken(root):
                    self.best = ElementTree.tostring(root)
                    break
            else:
                if size == 1:
                    return
                share *= 2

    @staticmethod
    def _partners(root):
        partners = root.find(f"{NS}partners")
        return [lambda one=one: partners.remove(one) for one in list(partners)[1:]]

    def _parts(self, root):
        return may_go([root, *root.iter(f"{NS}partner")])

    def _details(self, root):
        return may_go([element for element in root.iter() if element.tag not in (f"{NS}corpus", f"{NS}partner", f"{NS}partners")])

    @staticmethod
    def _translations(root):
        main = root.get(LANG)
        return [lambda parent=parent, text=text: parent.remove(text) for parent in root.iter() for text in parent.findall(f"{NS}text")
                if text.get(LANG) != main]

    @staticmethod
    def _attributes(root):
        free = ("locator", "checked", "confidence", "audience", "source", "due", "every", "status", "to")
        return [lambda element=element, name=name: element.attrib.pop(name, None) for element in root.iter() for name in free
                if name in element.attrib]

    def _halve_texts(self):
        for at in range(len(list(ElementTree.fromstring(self.best).iter(f"{NS}text")))):
            while time.monotonic() < self.until:
                root = ElementTree.fromstring(self.best)
                text = list(root.iter(f"{NS}text"))[at]
                words = (text.text or "").split(" ")
                if len(words) < 2 or len(text):
                    break
                text.text = " ".join(words[:len(words) // 2])
                if not self.is_broken(root):
                    break
                self.best = ElementTree.tostring(root)
