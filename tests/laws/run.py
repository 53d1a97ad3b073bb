"""Random corpora, published at random, before the laws: run.py [COUNT] [FIRST-SEED], or run.py --share for CI's.

For each broken law it prints the seed, the law, the place and the command; the corpus stays in the folder that it names.
"""

import argparse
import os
import pathlib
import shlex
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reading_text import SOURCE, publications  # noqa: E402
from trial import Trial, Way, draw_way, languages_of  # noqa: E402
from written import write_corpus  # noqa: E402

SHARE = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
SAMPLES = ("sources/dci", "sources/sample/2025", "sources/sample/2026", "tests/corpora/lantern", "tests/corpora/years/2026",
           "tests/corpora/years/2027")


def of_seed(rapporteur, folder, seed):
    place = folder / f"seed-{seed}"
    shutil.rmtree(place, ignore_errors=True)
    corpus, profile = write_corpus(seed, place / "corpus")
    return f"seed {seed} ({profile})", Trial(rapporteur, corpus, draw_way(seed, corpus), place / "out")


def of_sample(rapporteur, folder, at, name):
    corpus = SOURCE / name / "corpus.xml"
    languages = languages_of(corpus)
    way = Way(languages[at % len(languages)], ("pdf",) + (("html",), ("epub",), ("docx",))[at % 3], ("public", "donor", "internal")[at % 3],
              ("house", "large-print", "compact")[at % 3], judges={"verify"})
    return name, Trial(rapporteur, corpus, way, folder / name.replace("/", "-"))


def judged(name, trial):
    start = time.monotonic()
    broken = trial.judge()
    lines = [f"{name}: {len(broken)} broken, {time.monotonic() - start:.1f} s"]
    lines += [f"  {one.law}: {one.place}" for one in broken]
    if broken:
        lines.append(f"  again: {shlex.join(trial.command())}")
    else:
        shutil.rmtree(trial.out, ignore_errors=True)
    return "\n".join(lines), broken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=12)
    parser.add_argument("first", nargs="?", type=int, default=1)
    parser.add_argument("--share", action="store_true", help="CI's seeds and all samples")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "rapporteur-laws")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    rapporteur = publications.RAPPORTEUR
    seeds = SHARE if options.share else range(options.first, options.first + options.count)
    trials = [lambda seed=seed: of_seed(rapporteur, options.folder, seed) for seed in seeds]
    if options.share:
        trials += [lambda at=at, name=name: of_sample(rapporteur, options.folder, at, name) for at, name in enumerate(SAMPLES)]
    failed = 0
    with ThreadPoolExecutor(max_workers=options.jobs) as workers:
        for told, broken in workers.map(lambda make: judged(*make()), trials):
            print(told, flush=True)
            failed += bool(broken)
    print(f"{failed} of {len(trials)} broke a law" if failed else f"{len(trials)} kept the laws")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
