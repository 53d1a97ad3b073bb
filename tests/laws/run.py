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
from concurrent.futures import ProcessPoolExecutor

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from older import write_older  # noqa: E402
from reading_text import SOURCE, publications  # noqa: E402
from shrinking import Shrinker  # noqa: E402
from trial import Trial, Way, draw_brief, draw_way, languages_of  # noqa: E402
from twins import Twins, twins_of  # noqa: E402
from written import write_corpus  # noqa: E402

SHARE = (107, 33, 40, 30, 41, 2, 48, 27, 4, 5, 54)  # the longest first; together every trait, style, audience, format and main language
SHARE_OF_TWINS = (2, 3, 5, 6, 9, 15, 19, 22)
SAMPLES = ("sources/dci", "sources/sample/2026", "tests/corpora/lantern", "tests/corpora/years/2026", "tests/corpora/years/2027",
           "sources/sample/2025")


def of_seed(rapporteur, folder, seed):
    place = folder / f"seed-{seed}"
    shutil.rmtree(place, ignore_errors=True)
    corpus, profile = write_corpus(seed, place / "corpus")
    trials = [Trial(rapporteur, corpus, draw_way(seed, corpus), place / "out")]
    if seed % 4 == 2:
        trials[0].way.since = write_older(corpus, place / "older", seed)
    if seed % 3 == 0 and profile.partners < 40:
        trials.append(Trial(rapporteur, corpus, draw_brief(seed, corpus), place / "briefs"))
    return f"seed {seed} ({profile})", trials


def of_twins(rapporteur, folder, seed):
    place = folder / f"twins-{seed}"
    shutil.rmtree(place, ignore_errors=True)
    corpus, profile = write_corpus(seed, place / "corpus")
    return f"twins {seed} ({profile})", [twins_of(rapporteur, corpus, place, seed)]


def of_sample_twins(rapporteur, folder, name):
    place = folder / f"twins-{name.replace('/', '-')}"
    shutil.rmtree(place, ignore_errors=True)
    corpus = SOURCE / name / "corpus.xml"
    ways = [Way(languages_of(corpus)[-1], ("pdf", "html", "docx"), audience) for audience in ("public", "donor")]
    return f"twins of {name}", [Twins(rapporteur, corpus, way, place / way.audience) for way in ways]


def of_sample(rapporteur, folder, name):
    at = SAMPLES.index(name)
    corpus = SOURCE / name / "corpus.xml"
    languages = languages_of(corpus)
    way = Way(languages[at % len(languages)], ("pdf",) + (("html",), ("epub",), ("docx",))[at % 3], ("public", "donor", "internal")[at % 3],
              ("house", "large-print", "compact")[at % 3], judges={"verify"})
    return name, [Trial(rapporteur, corpus, way, folder / name.replace("/", "-"))]


def smaller(trial, broken, seconds):
    """Says where the smallest corpus is that breaks the first of these laws, and how to make it again."""
    shrunk = Shrinker(trial, broken[0].law, trial.out.parent / f"{trial.out.name}-smallest", seconds).run()
    return (f"  smallest for “{broken[0].law}”: {shrunk.corpus} ({shrunk.corpus.stat().st_size} bytes)\n"
            f"  again: {shlex.join(shrunk.command())}")


def judged(task):
    make, seconds, *what = task
    start = time.monotonic()
    name, trials = make(*what)
    lines, count = [], 0
    for trial in trials:
        broken = trial.judge()
        count += len(broken)
        lines += [f"  {one.law}: {one.place}" for one in broken]
        lines += [f"  again: {shlex.join(trial.command())}"] if broken else []
        lines += [smaller(trial, broken, seconds)] if broken and seconds else []
        if not broken:
            shutil.rmtree(trial.out, ignore_errors=True)
    return "\n".join([f"{name}: {count} broken, {time.monotonic() - start:.1f} s", *lines]), count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=12)
    parser.add_argument("first", nargs="?", type=int, default=1)
    parser.add_argument("--share", action="store_true", help="CI's seeds and all samples")
    parser.add_argument("--twins", action="store_true", help="only the law that what is withheld leaves no trace")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "rapporteur-laws")
    parser.add_argument("--shrink", type=float, default=0, metavar="SECONDS", help="how long to look for a smaller corpus that fails too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    rapporteur = publications.RAPPORTEUR
    seeds = SHARE if options.share else range(options.first, options.first + options.count)
    if options.twins:
        seeds = SHARE_OF_TWINS if options.share else seeds
        trials = [(of_twins, 0, rapporteur, options.folder, seed) for seed in seeds]
    else:
        trials = [(of_seed, options.shrink, rapporteur, options.folder, seed) for seed in seeds]
    if options.share:
        of_each = of_sample_twins if options.twins else of_sample
        trials += [(of_each, 0, rapporteur, options.folder, name) for name in SAMPLES]
    failed = 0
    with ProcessPoolExecutor(max_workers=options.jobs) as workers:
        for told, broken in workers.map(judged, trials):
            print(told, flush=True)
            failed += bool(broken)
    print(f"{failed} of {len(trials)} broke a law" if failed else f"{len(trials)} kept the laws")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
