"""WeasyPrint's source: a page of HTML with its style for paged media."""

from html import escape

import report as words
from report import runs

STYLE = """
@font-face { font-family: Body; src: url("file://@FONTS@/EBGaramond12-Regular.otf") }
@font-face { font-family: Body; font-style: italic; src: url("file://@FONTS@/EBGaramond12-Italic.otf") }
@font-face { font-family: Label; src: url("file://@FONTS@/Inter-Regular.otf") }
@font-face { font-family: Label; font-weight: 600; src: url("file://@FONTS@/Inter-SemiBold.otf") }
@font-face { font-family: Display; font-weight: 600; src: url("file://@FONTS@/InterDisplay-SemiBold.otf") }
@page { size: 595.276pt 841.89pt; margin: 84pt 120pt 102pt 96pt; @bottom-center { content: counter(page); font: 8.5pt Label } }
@page :left { margin: 84pt 96pt 102pt 120pt }
body { margin: 0 }
html { font: 11.5pt/15pt Body; hyphens: auto; font-variant-numeric: oldstyle-nums proportional-nums }
p { margin: 0; text-align: justify; widows: 2; orphans: 2 }
p + p { text-indent: 15pt }
h1 { font: 600 21pt/25pt Display; margin: 0 0 12pt; break-before: page; hyphens: manual; bookmark-level: 1 }
h2 { font: 600 10.5pt/15pt Label; margin: 12pt 0 3pt; break-after: avoid; bookmark-level: 2 }
.cover { font: 600 44pt/48pt Display; bookmark-level: none }
.lead { font: italic 13pt/17pt Body; margin: 4pt 0 9pt; text-align: left; hyphens: manual; font-variant-numeric: normal }
table { font: 8.5pt/12pt Label; width: 100%; border-collapse: collapse; hyphens: manual; font-variant-numeric: normal }
tr { break-inside: avoid }
th, td { text-align: left; vertical-align: top; padding: 2pt 4pt 2pt 0; border-bottom: 0.5pt solid #b9c2ca; font-weight: 400 }
th { font-weight: 600 }
.facts th { width: 90pt }
ul { margin: 0; padding-left: 15pt }
li { text-align: justify }
.note { float: footnote; font: 9.5pt/12pt Body; text-align: left }
.contents a { display: block; font-size: 12pt; color: inherit; text-decoration: none }
.contents a::after { content: leader(" ") target-counter(attr(href), page) }
td a { color: inherit; text-decoration: none }
"""


def write(report, folder, fonts):
    source = folder / "report.html"
    with source.open("w", encoding="utf-8") as out:
        out.write(f"""<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{words.TITLE}</title><meta name="author" content="{words.HOLDER}">
<style>{STYLE.replace("@FONTS@", str(fonts))}</style></head>
<body>
<p class="cover">{words.TITLE}</p>
<p>{words.SUBTITLE} · {words.YEAR}</p>
<p>{words.HOLDER}</p>
<h1>Contents</h1>
<nav class="contents">
<a href="#introduction">Introduction</a>
<a href="#glance">Partners at a glance</a>
""")
        for partner in report.partners:
            out.write(f'<a href="#{partner.id}">{escape(partner.heading())}</a>\n')
        out.write('</nav>\n<h1 id="introduction">Introduction</h1>\n')
        for paragraph in report.introduction:
            out.write(f"<p>{_text(paragraph)}</p>\n")
        out.write(_glance(report))
        for partner in report.partners:
            out.write(_partner(partner))
        out.write("</body>\n</html>\n")
    return source


def _text(text):
    return "".join(f"<em>{escape(run)}</em>" if italic else escape(run) for run, italic in runs(text))


def _glance(report):
    rows = "\n".join(f'<tr><td><a href="#{partner.id}">{partner.acronym}</a></td><td>{words.RELATIONSHIPS[partner.relationship]}</td>'
                     f"<td>{partner.since}</td><td>{_text(partner.role)}</td></tr>" for partner in report.partners)
    return f"""<h1 id="glance">Partners at a glance</h1>
<table>
<thead><tr><th scope="col">Partner</th><th scope="col">Relationship</th><th scope="col">Since</th>
<th scope="col">Role of {words.HOLDER_ACRONYM}</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
"""


def _partner(partner):
    facts = "\n".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in partner.facts())
    rights = "\n".join(f"<li>{_text(right)}</li>" for right in partner.rights)
    return f"""<h1 id="{partner.id}">{escape(partner.heading())}</h1>
<p class="lead">{_text(partner.lead)}<span class="note">{_text(partner.note())}</span></p>
<table class="facts">
{facts}
</table>
<h2>{words.MANDATE}</h2>
<p>{_text(partner.mandate)}</p>
<h2>{words.RELATIONSHIP}</h2>
<p>{_text(partner.relation)}</p>
<h2>{words.RIGHTS}</h2>
<ul>
{rights}
</ul>
<h2>{words.WORK}</h2>
<p>{_text(partner.work)}</p>
"""
