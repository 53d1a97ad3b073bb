"""Typst's source."""

import report as words
from report import runs

PREAMBLE = """#set document(title: "@TITLE@", author: "@HOLDER@", date: datetime(year: 2026, month: 11, day: 24))
#set page(width: 595.276pt, height: 841.89pt, margin: (inside: 96pt, outside: 120pt, top: 84pt, bottom: 102pt), numbering: "1")
#set text(font: "EB Garamond", size: 11.5pt, lang: "en", region: "GB", hyphenate: true,
  number-type: "old-style", number-width: "proportional", top-edge: 10pt, bottom-edge: -3pt)
#set par(justify: true, leading: 2pt, spacing: 2pt, first-line-indent: 15pt)
#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  block(below: 12pt, text(font: "Inter Display", weight: 600, size: 21pt, top-edge: 18pt, bottom-edge: -5pt, par(justify: false, it.body)))
}
#show heading.where(level: 2): it => block(above: 12pt, below: 3pt, text(font: "Inter", weight: 600, size: 10.5pt, it.body))
#show table: set text(font: "Inter", size: 8.5pt, hyphenate: false, top-edge: 8pt, bottom-edge: -2pt)
#show table: set par(justify: false)
#show outline.entry: set text(size: 12pt)
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#b9c2ca")), inset: (x: 0pt, y: 4pt))
#set list(indent: 0pt, body-indent: 10pt, spacing: 2pt)

#text(font: "Inter Display", weight: 600, size: 44pt)[@TITLE@]

#text(font: "Inter")[@SUBTITLE@ · @YEAR@]

#text(font: "Inter")[@HOLDER@]
#pagebreak()
#outline(depth: 1)
= Introduction
"""


def write(report, folder, _fonts):
    preamble = PREAMBLE
    for slot in ("TITLE", "SUBTITLE", "YEAR", "HOLDER"):
        preamble = preamble.replace(f"@{slot}@", str(getattr(words, slot)))
    source = folder / "report.typ"
    with source.open("w", encoding="utf-8") as out:
        out.write(preamble)
        out.write("\n\n".join(_text(paragraph) for paragraph in report.introduction))
        out.write(_glance(report))
        for partner in report.partners:
            out.write(_partner(partner))
    return source


def _plain(text):
    return "".join("\\" + character if character in r"\#$*_`<>@~[]" else character for character in text)


def _text(text):
    return "".join(f"#emph[{_plain(run)}]" if italic else _plain(run) for run, italic in runs(text))


def _glance(report):
    rows = "\n".join(f"  [#link(<{partner.id}>)[{partner.acronym}]], [{words.RELATIONSHIPS[partner.relationship]}], "
                     f"[{partner.since}], [{_text(partner.role)}]," for partner in report.partners)
    return f"""
= Partners at a glance
#table(columns: (1fr, 1.5fr, 0.7fr, 3fr),
  table.header([*Partner*], [*Relationship*], [*Since*], [*Role of {words.HOLDER_ACRONYM}*]),
{rows}
)
"""


def _partner(partner):
    facts = "\n".join(f"  [*{_plain(name)}*], [{_plain(value)}]," for name, value in partner.facts())
    rights = "\n".join(f"- {_text(right)}" for right in partner.rights)
    return f"""
= {_plain(partner.heading())} <{partner.id}>
#block(below: 9pt, text(size: 13pt, style: "italic", par(justify: false)[{_text(partner.lead)}#footnote[{_text(partner.note())}]]))
#table(columns: (90pt, 1fr),
{facts}
)
== {words.MANDATE}
{_text(partner.mandate)}
== {words.RELATIONSHIP}
{_text(partner.relation)}
== {words.RIGHTS}
{rights}
== {words.WORK}
{_text(partner.work)}
"""
