"""A report whose one partner goes on over many pages: paragraphs, a list and a table longer than a page each."""

import subprocess

from publications import RAPPORTEUR

SENTENCES = [
    "The archive of the ferry company fills forty-two shelves and a cellar.",
    "Nobody had opened the blue boxes since the steamers were sold, and their seals were of difficult wax.",
    "Each ledger names the cargo, the weather and the children who travelled alone.",
    "A self-evident half-truth of well-known ship-owners was that such passengers never were afraid.",
]


def text(words):
    return f'<text xml:lang="en">{words}</text>'


def paragraph(number):
    return " ".join(SENTENCES[(number + at) % len(SENTENCES)] for at in range(7 + number % 5))


def long_report(folder):
    """Writes the corpus and makes the report as PDF and EPUB; gives the PDF."""
    partner = [f'<partner id="ferry" kind="other" status="active"><name>{text("Ferry Company Archive")}</name>',
               f'<acronym>{text("FCA")}</acronym>']
    partner += [f'<mandate source="box">{text(paragraph(number))}</mandate>' for number in range(40)]
    partner.append(f'<composition total="7" source="box"><group count="7">{text("Readers")}</group></composition>')
    partner.append('<relationship kinds="member" source="box">')
    partner += [f'<right source="box">{text(f"open box {number}")}</right>' for number in range(1, 81)]
    partner.append("</relationship>")
    partner += [f'<outcome baseline="{number}" target="{2 * number}" actual="{3 * number}" source="box"><indicator>'
                f'{text(f"Boxes opened by week {number}")}</indicator><statement>{text(f"Week {number} is told.")}</statement></outcome>'
                for number in range(1, 71)]
    partner.append("</partner>")
    corpus = f"""<corpus xmlns="urn:rapporteur:corpus:1" id="ferry-report" year="2026" date="2026-09-30" xml:lang="en" languages="en">
      <title>{text("What the boxes hold")}</title>
      <holder id="readers"><name>{text("Readers of Boxes")}</name></holder>
      <sources><source id="box" language="en"><title>{text("A box")}</title></source></sources>
      <introduction><statement source="box">{text(SENTENCES[0])}</statement></introduction>
      <partners>{"".join(partner)}</partners></corpus>"""
    (folder / "corpus.xml").write_text(corpus, encoding="utf-8")
    subprocess.run([RAPPORTEUR, "build", folder / "corpus.xml", "--to", "pdf,epub", "--out", folder], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "ferry-report-2026-en.pdf"
