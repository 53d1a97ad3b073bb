"""Makes a walked corpus agree with the rules that a schema can't say: sums, orders of dates, places in sources, digests."""

import hashlib
import re
import unicodedata
from decimal import Decimal

from schema_walk import LANG, NS
from values import DECIMALS

AUDIENCES = ("public", "donor", "internal")


def agree(corpus, random):
    """In place."""
    _compositions(corpus)
    _dates(corpus)
    _contacts(corpus)
    _places_in_sources(corpus, random)
    _money(corpus)
    _totals(corpus)
    _translations(corpus, random)


def keep_sums(corpus):
    """After something was taken away."""
    _compositions(corpus)
    _totals(corpus)


def words_of(text):
    """As a corpus is read: white space is one space, letters are composed."""
    return unicodedata.normalize("NFC", re.sub(r"[ \t\r\n]+", " ", "".join(text.itertext())).strip(" "))


def digest_of(text):
    return hashlib.sha256(words_of(text).encode()).hexdigest()[:12]


def _compositions(corpus):
    for composition in corpus.iter(f"{NS}composition"):
        composition.set("total", str(sum(int(group.get("count")) for group in composition)))


def _dates(corpus):
    for element in corpus.iter():
        if element.tag in (f"{NS}relationship", f"{NS}engagement") and element.get("from") and element.get("to"):
            first, last = sorted((element.get("from"), element.get("to")))
            is_within = last.startswith(first)  # 2020 and 2020-03: which is earlier nobody knows
            element.set("from", first)
            element.set("to", str(int(last[:4]) + (1 if is_within else 0)))
        if element.tag == f"{NS}obligation" and element.get("due") and not element.get("source"):
            del element.attrib["due"]  # a due date says who sets it


def _contacts(corpus):
    for contact in corpus.iter(f"{NS}contact"):
        if contact.find(f"{NS}name") is None and len(contact) == 0:
            raise AssertionError("a contact without a name: the schema has changed")


def _places_in_sources(corpus, random):
    """A place that a source translates has, in the main language, the very words of some fact's locator."""
    main = corpus.get(LANG)
    for source in corpus.iter(f"{NS}source"):
        named = sorted({fact.get("locator") for fact in corpus.iter()
                        if fact.get("source") == source.get("id") and fact.get("locator")})
        for place in source.findall(f"{NS}locator"):
            if not named:
                source.remove(place)
                continue
            chosen = named.pop(random.randrange(len(named)))
            for text in place:
                if text.get(LANG) == main:
                    for inline in list(text):
                        text.remove(inline)
                    text.text = chosen


def _rounded(amount, currency):
    return str(Decimal(amount).quantize(Decimal(1).scaleb(-DECIMALS.get(currency, 2))))


def _money(corpus):
    for funding in corpus.iter(f"{NS}funding"):
        currency = funding.get("currency")
        funding.set("amount", _rounded(funding.get("amount"), currency))
        left = Decimal(funding.get("amount"))
        for use in funding.findall(f"{NS}use"):
            if use.get("amount"):
                part = Decimal(_rounded(min(Decimal(use.get("amount")), left / 2), currency))
                part = min(part, left)
                use.set("amount", _rounded(part, currency))
                left -= part


def _totals(corpus):
    """Each total is of a year and a currency that partners gave in, all of it, and no more public than they."""
    sums, audiences = {}, {}
    for funding in corpus.iter(f"{NS}funding"):
        key = (funding.get("year"), funding.get("currency"))
        sums[key] = sums.get(key, Decimal(0)) + Decimal(funding.get("amount"))
        rank = AUDIENCES.index(funding.get("audience", "public"))
        audiences[key] = max(audiences.get(key, 0), rank)
    waiting = sorted(sums)
    for total in corpus.findall(f"{NS}fundingTotal"):
        if not waiting:
            corpus.remove(total)
            continue
        key = waiting.pop()
        total.set("year", key[0])
        total.set("currency", key[1])
        total.set("amount", str(sums[key]))
        if AUDIENCES.index(total.get("audience", "public")) < audiences[key]:
            total.set("audience", AUDIENCES[audiences[key]])


def _translations(corpus, random):
    main = corpus.get(LANG)
    for element in corpus.iter():
        texts = element.findall(f"{NS}text")
        for text in texts:
            if text.get(LANG) == main:
                text.attrib.pop("state", None)
                text.attrib.pop("from", None)
            else:
                stale = random.random() < 0.05
                text.set("state", random.choice(("draft", "reviewed", "approved")))
                text.set("from", "0" * 12 if stale else digest_of(texts[0]))
