#!/usr/bin/env python3
"""How evenly a PDF's paragraphs are set, seen from outside: by the boxes of words that pdftotext finds.

Looked at are the lines of body text that fill the measure (so neither the last of a paragraph nor one of a list) and hold at
least eight words. A line's gap is the mean distance between its words, in ems of the body size, so that it does not matter which
program set the line. The figure to compare is the coefficient of variation of that gap over all lines: 0 would be lines all alike.
"""

import argparse
import json
import re
import statistics
import subprocess
from collections import Counter, namedtuple

MEASURE = 379.276  # points, as styles/house.xml has it: the page less its margins
SIZE = 11.5
LEADING = 15.0
FEWEST_WORDS = 8
SHORT, HANGING = 5.0, 10.0  # how far punctuation may stand inside or outside of the measure
BULLET = "\u2022"
SAME_HEIGHT = 0.3  # points, between words of one font and size
HYPHENS = ("-", "\u2010", "\u00ad")

Word = namedtuple("Word", "left top right bottom text")
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def pages_of(pdf):
    told = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    for page in told.split("<page ")[1:]:
        yield [Word(*map(float, box.groups()[:4]), box[5]) for box in WORD.finditer(page)]


def lines_of(page, height):
    """The page's lines of words of one height, each from left to right."""
    alike = sorted((word for word in page if abs(word.bottom - word.top - height) < SAME_HEIGHT), key=lambda word: word.top)
    lines = []
    for word in alike:
        if lines and abs(word.top - lines[-1][0].top) < LEADING / 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line) for line in lines]


def lines_of_body(pages):
    """Each page's lines of body text. Programs state different heights for one font, so body text is taken to be the words of
    that height which fills the measure most often."""
    heights = Counter(round(word.bottom - word.top, 1) for page in pages for word in page)
    candidates = [[lines_of(page, height) for page in pages] for height, _ in heights.most_common(6)]
    return max(candidates, key=lambda pages: sum(fills_the_measure(line) for page in pages for line in page))


def fills_the_measure(line):
    width = line[-1].right - line[0].left
    return line[0].text != BULLET and len(line) >= FEWEST_WORDS and MEASURE - SHORT <= width <= MEASURE + HANGING


def gap_of(line):
    return statistics.fmean(after.left - before.right for before, after in zip(line, line[1:])) / SIZE


def longest_run_of_hyphens(lines):
    longest = run = 0
    before = None
    for line in lines:
        follows = before is not None and abs(line[0].top - before[0].top - LEADING) < 1
        run = (run if follows else 0) + 1 if line[-1].text.endswith(HYPHENS) else 0
        longest = max(longest, run)
        before = line
    return longest


def measure(pdf):
    pages = lines_of_body(list(pages_of(pdf)))
    filled = [line for page in pages for line in page if fills_the_measure(line)]
    gaps = [gap_of(line) for line in filled]
    mean = statistics.fmean(gaps)
    tenths = statistics.quantiles(gaps, n=10)
    return {
        "lines": len(filled),
        "gap_em": round(mean, 4),
        "gap_variation": round(statistics.stdev(gaps) / mean, 4),
        "gap_tenth_em": round(tenths[0], 3),
        "gap_nine_tenths_em": round(tenths[-1], 3),
        "gap_widest_em": round(max(gaps), 3),
        "hyphenated": round(sum(line[-1].text.endswith(HYPHENS) for line in filled) / len(filled), 4),
        "hyphens_in_a_row": max(longest_run_of_hyphens(page) for page in pages),
    }


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Measures how evenly the paragraphs of PDFs are set.")
    options.add_argument("pdf", nargs="+", help="a PDF whose body text has the measure and size of the house style")
    for name in options.parse_args().pdf:
        print(json.dumps({"file": name} | measure(name)))
