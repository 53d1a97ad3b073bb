#!/usr/bin/env python3
"""Looks for every fact of the DCI corpus in the plain text of a publication.

    check_facts.py LANG TEXTFILE

LANG is en, fr or es; TEXTFILE is UTF-8 text taken from one format of the report (- reads standard input). Exit status: 0 when all facts
are there, 1 with a line for each that is not, 2 when it can't be asked. The table beside this file, facts.txt, says how each fact is known.
"""

import pathlib
import re
import sys
import unicodedata

TABLE = pathlib.Path(__file__).with_name("facts.txt")
LANGUAGES = ("en", "fr", "es")
FACTS = 30

SOFT_HYPHENS_AND_JOINERS = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
HYPHENS = "-\u2010\u2011"


def normalised(text):
    """The text as a search sees it: composed, without case, line breaks or hyphens, any run of white space one space."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("\u00ad[ \t]*\r?\n\\s*", "", text)
    text = SOFT_HYPHENS_AND_JOINERS.sub("", text)
    text = re.sub(f"[{HYPHENS}][ \t]*\r?\n\\s*", "", text)
    text = re.sub(f"[{HYPHENS}]", "", text)
    return re.sub(r"\s+", " ", text).strip().casefold()


def phrases_by_fact(language):
    """The table's rows of one language, as {number: [phrase, …]}."""
    facts = {}
    for place, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("|")]
        if len(fields) != 3 or not fields[0].isdigit() or fields[1] not in LANGUAGES:
            raise ValueError(f"{TABLE}:{place}: expected 'number | {'/'.join(LANGUAGES)} | phrases'")
        number, row_language, phrases = int(fields[0]), fields[1], [phrase.strip() for phrase in fields[2].split(" & ")]
        if not all(phrases):
            raise ValueError(f"{TABLE}:{place}: an empty phrase would be found everywhere")
        if row_language != language:
            continue
        if number in facts:
            raise ValueError(f"{TABLE}:{place}: fact {number} stands twice in {language}")
        facts[number] = phrases
    if sorted(facts) != list(range(1, FACTS + 1)):
        raise ValueError(f"{TABLE}: facts 1 to {FACTS} in {language} expected, {len(facts)} found")
    return facts


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in LANGUAGES:
        print(f"usage: check_facts.py {'|'.join(LANGUAGES)} TEXTFILE", file=sys.stderr)
        return 2
    language, name = arguments
    try:
        facts = phrases_by_fact(language)
        content = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
        text = normalised(content.decode("utf-8"))
    except (OSError, ValueError) as error:
        print(f"check_facts.py: {error}", file=sys.stderr)
        return 2

    found = 0
    for number, phrases in facts.items():
        missing = [phrase for phrase in phrases if normalised(phrase) not in text]
        if missing:
            print(f"fact {number} ({language}) is missing: " + "; ".join(f"“{phrase}”" for phrase in missing))
        else:
            found += 1
    print(f"{found} of {len(facts)} facts found ({language})")
    return 0 if found == len(facts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
