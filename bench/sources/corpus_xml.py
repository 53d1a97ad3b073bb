"""rapporteur's source: corpus.xml and partners/*.xml, valid against schema/corpus.xsd."""

import html

import report as words
from report import runs

PROVENANCE = 'source="register" locator="{locator}" checked="{date}" confidence="stated"'


def write(report, folder, _fonts):
    (folder / "partners").mkdir(parents=True, exist_ok=True)
    for partner in report.partners:
        (folder / "partners" / f"{partner.id}.xml").write_text(_partner(partner), encoding="utf-8")
    corpus = folder / "corpus.xml"
    corpus.write_text(_corpus(report), encoding="utf-8")
    return corpus


def _text(text):
    inner = "".join(f"<em>{html.escape(run)}</em>" if italic else html.escape(run, quote=False) for run, italic in runs(text))
    return f'<text xml:lang="en">{inner}</text>'


def _corpus(report):
    introduction = "\n".join(f'    <statement source="register">{_text(paragraph)}</statement>' for paragraph in report.introduction)
    partners = "\n".join(f'    <xi:include href="partners/{partner.id}.xml"/>' for partner in report.partners)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude"
        id="bench-partnerships" year="{words.YEAR}" date="{words.DATE}" xml:lang="en" languages="en">
  <title>{_text(words.TITLE)}</title>
  <subtitle>{_text(words.SUBTITLE)}</subtitle>
  <holder id="holder">
    <name>{_text(words.HOLDER)}</name>
    <acronym>{_text(words.HOLDER_ACRONYM)}</acronym>
  </holder>
  <sources>
    <source id="register" language="en">
      <title>{_text(words.SOURCE)}</title>
    </source>
  </sources>
  <introduction>
{introduction}
  </introduction>
  <partners>
{partners}
  </partners>
</corpus>
"""


def _partner(partner):
    provenance = PROVENANCE.format(locator=partner.locator, date=words.DATE)

    def statement(element, text):
        return f"<{element} {provenance}>{_text(text)}</{element}>"

    rights = "\n".join("    " + statement("right", right) for right in partner.rights)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<partner xmlns="urn:rapporteur:corpus:1" id="{partner.id}" kind="{partner.kind}" status="active">
  <name>{_text(partner.name)}</name>
  <acronym>{_text(partner.acronym)}</acronym>
  {statement("summary", partner.lead)}
  {statement("mandate", partner.mandate)}
  <relationship kinds="{partner.relationship}" from="{partner.since}" {provenance}>
    <role>{_text(partner.role)}</role>
    {statement("description", partner.relation)}
{rights}
  </relationship>
  {statement("engagement", partner.work)}
</partner>
"""
