"""The table of values: what an attribute or a simple element of the schema holds, by its own name or by its type."""

import datetime

from vocabulary import SAMPLES

DAY = datetime.date(2026, 11, 24)  # of every random corpus
CURRENCIES = ("EUR", "USD", "CHF", "JPY", "KWD")
DECIMALS = {"JPY": 0, "KWD": 3}


class Values:
    """Made in the manner of a profile; `partners` are the ids that references may lead to, `sources` likewise."""

    def __init__(self, random, profile, vocabulary):
        self.random = random
        self.profile = profile
        self.vocabulary = vocabulary
        self.partners = []
        self.sources = []
        self.pictures = {}  # file to kind
        self._ids = 0
        self.by_name = {
            "corpus@id": lambda: "random-corpus",
            "corpus@year": lambda: str(DAY.year),
            "corpus@date": DAY.isoformat,
            "corpus@languages": lambda: " ".join(profile.languages),
            "source": lambda: self.random.choice(self.sources),
            "see@partner": lambda: self.random.choice(self.partners),
            "accepted@partner": lambda: self.random.choice(self.partners),
            "accepted@warning": lambda: self.random.choice(("unsourced", "untranslated", "unused-source", "long-summary")),
            "foreign@lang": lambda: self.random.choice(sorted(SAMPLES)),
            "source@language": lambda: self.random.choice(profile.languages),
            "currency": lambda: self.random.choice(CURRENCIES[:2] if "many-years" in profile.traits else CURRENCIES),
            "consent": self.consent,
            "due": lambda: self.date(2026, 2031),
            "baseline": self.measured, "target": self.measured, "actual": self.measured,
            "year": self.year,
        }
        self.by_type = {
            "id": self.new_id, "year": self.year, "date": lambda: self.date(1950, 2026), "interval": self.interval,
            "phrase": lambda: self.phrase(1, 6, 60 if "long-notes" in profile.traits else 6),
            "words": lambda: self.phrase(1, 5, 14), "webPage": self.web_page, "uri": self.uri, "emailAddress": self.email,
            "pictureFile": self.picture, "amount": self.amount, "count": lambda: str(self.random.randint(1, 400)),
            "themeCode": self.theme_code, "language": lambda: profile.main, "xs:string": lambda: self.phrase(1, 3, 3),
        }

    def of(self, schema, element, attribute, type_name):
        """By `element@attribute`, then the attribute's name, then the type's list of values, then the type."""
        for name in (f"{element}@{attribute}", attribute):
            if name in self.by_name:
                return self.by_name[name]()
        listed = schema.values(type_name)
        if type_name == "relationshipKinds":
            return " ".join(self.random.sample(listed, self.random.choice((1, 1, 2, 4))))
        if listed:
            return self.random.choice(listed)
        if type_name not in self.by_type:
            raise KeyError(f"{element}@{attribute} is of type {type_name}, which values.py has no maker for")
        return self.by_type[type_name]()

    def new_id(self):
        self._ids += 1
        return f"{self.vocabulary.coin('en').lower()}-{self._ids}"

    def phrase(self, least, most, longest):
        """In the main language; up to `longest` words where names are long."""
        count = self.random.randint(least, longest if self.profile.traits & {"long-names", "long-notes"} else most)
        language = self.profile.main
        return self.vocabulary.join(language, self.vocabulary.words(language, count))

    def date(self, first, last):
        year = self.random.randint(first, last)
        day = DAY if year == DAY.year and last == DAY.year else datetime.date(year, 12, 28)
        on = datetime.date(year, 1, 1) + datetime.timedelta(days=self.random.randrange(day.timetuple().tm_yday))
        return on.isoformat()[:self.random.choice((4, 4, 7, 10))] if on.month < DAY.month or year < DAY.year else str(year)

    def year(self):
        return str(self.random.randint(2015 if "many-years" in self.profile.traits else 2024, DAY.year))

    def consent(self):
        later = "withheld" in self.profile.traits and self.random.random() < 0.3
        return "2027-01-31" if later else self.date(2020, 2025)

    def interval(self):
        return self.random.choice(("P1Y", "P4Y", "P6M", "P1Y6M", "P2W", "P90D", "P12M"))

    def amount(self):
        digits = self.random.randint(9, 13) if "large-sums" in self.profile.traits else self.random.randint(1, 7)
        whole = self.random.randrange(10 ** (digits - 1), 10 ** digits)
        return f"{whole}.{self.random.randrange(100):02d}" if self.random.random() < 0.5 else str(whole)

    def measured(self):
        """A value, mostly with the unit that all have; now and then words that are no number."""
        if self.random.random() < 0.1:
            return self.phrase(1, 3, 8)
        return f"{self.random.choice((self.random.randint(0, 100), 12.5, 99.75))} %"

    def theme_code(self):
        return self.random.choice(("1", "16", "16.2", "16.a", "37", "42"))

    def address_path(self):
        long = "long-addresses" in self.profile.traits
        parts = [self.vocabulary.coin("en") for _ in range(self.random.randint(4, 12) if long else 1)]
        path = "/".join(parts) if self.random.random() < 0.5 else "-".join(parts)
        if "odd-addresses" in self.profile.traits:
            path += self.random.choice(("?q=[1]", "/%7Ea?x=1&y=2", "/été", "/{id}", "#a|b", "/a(b)", "/100%", "/儿童"))
        return path

    def web_page(self):
        host = ".".join(self.vocabulary.coin("en") for _ in range(3 if "long-addresses" in self.profile.traits else 1))
        return f"{self.random.choice(('https', 'http'))}://{host}.example.org/{self.address_path()}"

    def uri(self):
        return self.web_page() if self.random.random() < 0.8 else f"urn:isbn:97800000{self.random.randrange(10**5):05d}"

    def email(self):
        count = self.random.randint(3, 5) if "long-addresses" in self.profile.traits else 1
        return f"{'.'.join(self.vocabulary.coin('en') for _ in range(count))}@{self.vocabulary.coin('en')}.example.org"

    def picture(self):
        kind = self.random.choice(("png", "jpg", "jpeg", "svg"))
        file = f"photos/{self.vocabulary.coin('en')}.{kind}"
        self.pictures[file] = kind
        return file
