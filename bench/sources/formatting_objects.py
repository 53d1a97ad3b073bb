"""FOP's source: XSL formatting objects."""

from html import escape

import report as words
from report import runs

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="en-GB">
<fo:layout-master-set>
<fo:simple-page-master master-name="right" page-width="595.276pt" page-height="841.89pt"
  margin-left="96pt" margin-right="120pt" margin-top="84pt" margin-bottom="60pt">
<fo:region-body margin-bottom="42pt"/><fo:region-after extent="20pt"/></fo:simple-page-master>
<fo:simple-page-master master-name="left" page-width="595.276pt" page-height="841.89pt"
  margin-left="120pt" margin-right="96pt" margin-top="84pt" margin-bottom="60pt">
<fo:region-body margin-bottom="42pt"/><fo:region-after extent="20pt"/></fo:simple-page-master>
<fo:page-sequence-master master-name="pages"><fo:repeatable-page-master-alternatives>
<fo:conditional-page-master-reference master-reference="right" odd-or-even="odd"/>
<fo:conditional-page-master-reference master-reference="left" odd-or-even="even"/>
</fo:repeatable-page-master-alternatives></fo:page-sequence-master>
</fo:layout-master-set>
<fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">
<dc:title>@TITLE@</dc:title><dc:creator>@HOLDER@</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
"""
BODY = 'font-family="Serif" font-size="11.5pt" line-height="15pt" text-align="justify" widows="2" orphans="2"'
TABLE = 'font-family="Sans" font-size="8.5pt" line-height="12pt" text-align="start" hyphenate="false"'
ROW = 'border-bottom="0.5pt solid #b9c2ca" padding-top="2pt" padding-bottom="2pt"'
HEADING_1 = ('font-family="Display" font-weight="600" font-size="21pt" line-height="25pt" space-after="12pt" '
             'break-before="page" text-align="start" hyphenate="false" role="H1"')
HEADING_2 = ('font-family="Sans" font-weight="600" font-size="10.5pt" line-height="15pt" space-before="12pt" '
             'space-after="3pt" keep-with-next.within-page="always" role="H2"')


def write(report, folder, _fonts):
    source = folder / "report.fo"
    with source.open("w", encoding="utf-8") as out:
        out.write(HEAD.replace("@TITLE@", words.TITLE).replace("@HOLDER@", words.HOLDER))
        out.write("<fo:bookmark-tree>\n")
        for partner in report.partners:
            out.write(f'<fo:bookmark internal-destination="{partner.id}"><fo:bookmark-title>{escape(partner.heading())}'
                      "</fo:bookmark-title></fo:bookmark>\n")
        out.write('</fo:bookmark-tree>\n<fo:page-sequence master-reference="pages">\n'
                  '<fo:static-content flow-name="xsl-region-after"><fo:block font-family="Sans" font-size="8.5pt" '
                  'text-align="center"><fo:page-number/></fo:block></fo:static-content>\n'
                  f'<fo:flow flow-name="xsl-region-body"><fo:block hyphenate="true" language="en" country="GB" {BODY}>\n')
        out.write(f'<fo:block font-family="Display" font-weight="600" font-size="44pt" line-height="48pt">{words.TITLE}</fo:block>\n'
                  f'<fo:block font-family="Sans">{words.SUBTITLE} · {words.YEAR}</fo:block>\n'
                  f'<fo:block font-family="Sans">{words.HOLDER}</fo:block>\n')
        out.write(_contents(report))
        out.write(_heading("Introduction", "introduction"))
        for paragraph in report.introduction:
            out.write(f"<fo:block>{_text(paragraph)}</fo:block>\n")
        out.write(_glance(report))
        for partner in report.partners:
            out.write(_partner(partner))
        out.write("</fo:block></fo:flow></fo:page-sequence></fo:root>\n")
    return source


def _text(text):
    return "".join(f'<fo:inline font-style="italic">{escape(run)}</fo:inline>' if italic else escape(run)
                   for run, italic in runs(text))


def _heading(text, id):
    return f'<fo:block id="{id}" {HEADING_1}>{escape(text)}</fo:block>\n'


def _contents(report):
    entries = [("introduction", "Introduction"), ("glance", "Partners at a glance")]
    entries += [(partner.id, partner.heading()) for partner in report.partners]
    lines = "".join(f'<fo:block font-size="12pt" text-align-last="justify"><fo:basic-link internal-destination="{id}" '
                    f'fox:alt-text="{escape(text)}">{escape(text)}<fo:leader leader-pattern="space"/>'
                    f'<fo:page-number-citation ref-id="{id}"/></fo:basic-link></fo:block>\n' for id, text in entries)
    return _heading("Contents", "contents") + lines


def _table(widths, header, rows):
    columns = "".join(f'<fo:table-column column-width="{width}pt"/>' for width in widths)
    return (f'<fo:table table-layout="fixed" width="100%" {TABLE}>{columns}\n{header}<fo:table-body>\n{rows}\n'
            "</fo:table-body></fo:table>\n")


def _cell(content, weight="normal"):
    return f'<fo:table-cell {ROW} font-weight="{weight}"><fo:block>{content}</fo:block></fo:table-cell>'


def _glance(report):
    titles = ("Partner", "Relationship", "Since", f"Role of {words.HOLDER_ACRONYM}")
    header = "<fo:table-header><fo:table-row>" + "".join(_cell(title, "600") for title in titles) + "</fo:table-row></fo:table-header>"
    rows = "\n".join(
        '<fo:table-row keep-together.within-page="always">'
        + _cell(f'<fo:basic-link internal-destination="{partner.id}" fox:alt-text="{partner.acronym}">{partner.acronym}</fo:basic-link>')
        + _cell(words.RELATIONSHIPS[partner.relationship]) + _cell(partner.since) + _cell(_text(partner.role)) + "</fo:table-row>"
        for partner in report.partners)
    return _heading("Partners at a glance", "glance") + _table((60, 90, 40, 189), header, rows)


def _partner(partner):
    facts = "\n".join('<fo:table-row keep-together.within-page="always">' + _cell(escape(name), "600") + _cell(escape(value)) + "</fo:table-row>"
                      for name, value in partner.facts())
    rights = "\n".join('<fo:list-item><fo:list-item-label end-indent="label-end()"><fo:block>•</fo:block></fo:list-item-label>'
                       f'<fo:list-item-body start-indent="body-start()"><fo:block>{_text(right)}</fo:block></fo:list-item-body>'
                       "</fo:list-item>" for right in partner.rights)
    note = (f'<fo:footnote><fo:inline font-size="7pt" baseline-shift="super">*</fo:inline><fo:footnote-body>'
            f'<fo:block font-size="9.5pt" line-height="12pt" font-style="normal" text-align="start">* {_text(partner.note())}</fo:block>'
            "</fo:footnote-body></fo:footnote>")
    return f"""{_heading(partner.heading(), partner.id)}<fo:block font-style="italic" font-size="13pt" line-height="17pt" \
space-before="4pt" space-after="9pt" text-align="start" hyphenate="false">{_text(partner.lead)}{note}</fo:block>
{_table((90, 289), "", facts)}<fo:block {HEADING_2}>{words.MANDATE}</fo:block>
<fo:block>{_text(partner.mandate)}</fo:block>
<fo:block {HEADING_2}>{words.RELATIONSHIP}</fo:block>
<fo:block>{_text(partner.relation)}</fo:block>
<fo:block {HEADING_2}>{words.RIGHTS}</fo:block>
<fo:list-block provisional-distance-between-starts="15pt" provisional-label-separation="5pt">
{rights}
</fo:list-block>
<fo:block {HEADING_2}>{words.WORK}</fo:block>
<fo:block>{_text(partner.work)}</fo:block>
"""
