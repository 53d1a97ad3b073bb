"""The law of non-interference: what a reader gets is byte for byte what it would be if nothing had been withheld from them.

(Goguen and Meseguer, Security policies and security models, 1982.) A corpus with secrets and its twin, in which they were never
written down, are published in the same way; each file of the one must be the same as that of the other.
"""

import itertools
import random as randoms
import shutil
import subprocess

from hidden import hide, never_there
from older import write_older
from trial import MOST_SHOWN, TIME_LIMIT, Broken, Trial, Way, first_error, languages_of, styles_with

LAW = "what is withheld leaves no trace"


class Twins(Trial):
    """A trial of a corpus beside its twin."""

    def judge(self, only=None):
        found = list(itertools.islice(self._differences(), MOST_SHOWN))
        return [Broken(LAW, place) for place in found]

    def twin(self):
        """The same command for the twin."""
        folder = self.out.parent / f"{self.out.name}-twin"
        corpus = never_there(self.corpus, self.way.audience, folder)
        since = never_there(self.way.since, self.way.audience, folder.parent / f"{folder.name}-older") if self.way.since else None
        way = Way(**{**vars(self.way), "since": since})
        return Trial(self.rapporteur, corpus, way, self.out.parent / f"{self.out.name}-of-twin")

    def _differences(self):
        twin = self.twin()
        for trial in (self, twin):
            shutil.rmtree(trial.out, ignore_errors=True)
            try:
                made = subprocess.run(trial.command(), capture_output=True, text=True, errors="replace", timeout=TIME_LIMIT)
            except subprocess.TimeoutExpired as late:
                yield f"{trial.corpus}: {str(late)[:200]}"
                return
            too_much = self.way.of_brief and made.returncode == 1 and "doesn't fit on" in made.stderr
            if made.returncode != 0 and not too_much:
                yield f"{trial.corpus}: status {made.returncode}: {first_error(made.stderr)}"
                return
        names = [{file.relative_to(trial.out) for file in trial.out.rglob("*") if file.is_file()} for trial in (self, twin)]
        yield from (f"{name} is made of one of the two only" for name in sorted(names[0] ^ names[1]))
        for name in sorted(names[0] & names[1]):
            if (self.out / name).read_bytes() != (twin.out / name).read_bytes():
                yield f"{self.out / name} and {twin.out / name} differ"


def twins_of(rapporteur, corpus, folder, seed):
    """The trial of this corpus with secrets drawn from the seed."""
    random = randoms.Random(f"twins {seed}")
    corpus = hide(corpus, folder / "hidden", seed)
    since = write_older(corpus, folder / "older", seed) if seed % 4 == 2 else None
    of_brief = (random.choice("12"),) if seed % 4 == 3 else ()
    formats = ("pdf",) + ((("html", "epub", "docx")[seed % 3],) if seed % 2 else ())
    way = Way(random.choice(languages_of(corpus)), formats, random.choice(("public", "donor")),
              random.choice(styles_with("brief" if of_brief else "page")), since=since, of_brief=of_brief)
    return Twins(rapporteur, corpus, way, folder / "out")
