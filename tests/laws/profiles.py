"""What one random corpus is like: drawn from its seed before anything else, so that a failure names it in one line."""

from dataclasses import dataclass, field

from vocabulary import languages_with_words

FURTHER = ("de", "pt", "he", "hi", "th", "yo")  # that a corpus may be kept in, though the program has no words in some of them
TRAITS = (
    "long-names",  # of partners, of 20 words and more
    "long-title",
    "long-texts",  # statements of 150 to 400 words
    "tall-cells",  # table cells that are nearly a page high
    "long-notes",
    "long-addresses",
    "no-dates",
    "many-years",  # 12 years of funding in two currencies
    "large-sums",  # up to 15 digits
    "many-groups",  # 20 to 30 in a composition
    "many-events",
    "scripts",  # words of other scripts within texts
    "oddities",  # C++, soft hyphens, ligatures, empty inline elements, uncomposed letters
    "pictures",
    "withheld",  # facts for donors, and for the house alone
    "odd-addresses",  # brackets, percent signs and letters beyond ASCII in addresses
)


@dataclass
class Profile:
    main: str = "en"
    languages: list = field(default_factory=lambda: ["en"])
    partners: int = 3
    density: float = 0.5  # how likely what may be left out is there
    translated: float = 0.8  # how likely a translation is there
    traits: set = field(default_factory=set)

    def __str__(self):
        return f"{self.partners} partners, {' '.join(self.languages)}, {', '.join(sorted(self.traits)) or 'plain'}"


def draw_profile(seed, random):
    """Small corpora mostly: every eighth has one partner, every eighth seven, every fiftieth forty."""
    words = languages_with_words()
    main = random.choice(words)
    others = [language for language in (*words, *FURTHER) if language != main]
    others = random.sample(sorted(set(others)), random.choice((0, 0, 1, 1, 2, 8)))
    partners = 40 if seed % 50 == 7 else 1 if seed % 8 == 0 else 7 if seed % 8 == 4 else random.randint(2, 4)
    density = random.choice((0.3, 0.5, 0.8)) if partners > 1 else 0.9
    traits = set(random.sample(TRAITS, random.randint(0, 5 if partners < 40 else 2)))
    if len(others) == 8 or partners > 7:
        traits -= {"long-texts", "tall-cells", "long-notes"}  # that there may be enough corpora in a minute
    return Profile(main, [main, *others], partners, density, random.choice((0.4, 0.9, 1.0)), traits)
