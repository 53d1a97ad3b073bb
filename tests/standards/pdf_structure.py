"""What a screen reader is told by the PDF's structure, which veraPDF checks in part or not at all."""

import functools
import os
import pathlib
import re
import tempfile
import unittest
from xml.etree import ElementTree

from long_report import long_report
from publications import (EPUB, LANTERN, REPORTS, REPORTS_2_0, SOURCE, XHTML, epub_documents, every_pdf, in_one_line, pdf_text,
                          said)
from tagged_pdf import Content, Element, TaggedPdf

NOTES = ("Note", "FENote")
GOLDEN = SOURCE / "tests" / "golden" / "structure.txt"
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
# Notes, their calls and their labels stand elsewhere in an EPUB, the words in a drawing nowhere.
NOT_IN_THE_EPUBS_FLOW = {"noteref", "footnotes", "endnotes", "footnote", "endnote", "backlink", "pagebreak"}
BREAKS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))


def squashed(text):
    """The characters alone: no white space, and none of what a line break may leave behind."""
    return re.sub(r"\s", "", text.translate(BREAKS))


def words(text):
    """Runs of letters, without the hyphens in them."""
    return set(re.findall(r"[^\W\d_]+", re.sub("[-\u2010\u2011]", "", in_one_line(text))))


def running_text(element):
    """Its text; where a span begins or ends a word may go on: an acronym's and the s of its plural."""
    edge = "" if element.tag == f"{XHTML}span" else " "
    kids = "".join(running_text(kid) + (kid.tail or "") for kid in element)
    return edge + (element.text or "") + kids + edge


def page_of(element):
    return next(thing.page for thing in element.walk() if isinstance(thing, Content))


def is_beside_the_flow(thing):
    if not isinstance(thing, Element):
        return thing.parent.role == "Figure"  # the drawing's own words
    calls_note = thing.role == "Reference" and thing.parent.role != "TOCI"
    return calls_note or thing.role in NOTES or (thing.role == "Lbl" and thing.parent.role == "LI")


def flow_of_document(document):
    """A content document's text in its order, without notes, their calls and the page's breaks."""
    parts, waiting = [], [document.find(f"{XHTML}body")]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            parts.append(thing)
        elif not NOT_IN_THE_EPUBS_FLOW & set((thing.get(f"{EPUB}type") or "").split()):
            parts.append(thing.text or "")
            for kid in reversed(thing):
                waiting += [kid.tail or "", kid]
    return squashed("".join(parts))


def epub_of(pdf):
    folder = REPORTS if pdf.parent == REPORTS_2_0 else pdf.parent
    return folder / f"{pdf.stem}.epub"


def told_of(document):
    """The tree as text: each element on a line with what it tells besides its words, and the words of each sequence."""
    waiting = [(0, document)]
    while waiting:
        depth, thing = waiting.pop()
        indent = "  " * depth
        if isinstance(thing, Content):
            yield f"{indent}“{thing.text}”"
        elif not isinstance(thing, Element):
            yield f"{indent}→ {(thing.annotation.get('/Dest') or thing.annotation['/A']['/URI'])[2:]} ({thing.annotation['/Contents'][2:]})"
        else:
            tells = {**{key: thing.entries[key] for key in ("/ID", "/Lang", "/Alt", "/ActualText") if key in thing.entries},
                     **{key: value for key, value in thing.attributes.items() if key not in ("/O", "/BBox")}}
            yield " ".join([indent + thing.role, *(f"{key}={str(value).removeprefix('u:')}" for key, value in tells.items())])
            waiting.extend((depth + 1, kid) for kid in reversed(thing.kids))


def for_every_file(test):
    @functools.wraps(test)
    def test_of_all(self):
        for file, pdf in self.files.items():
            with self.subTest(f"{file.parent.name}/{file.name}"):
                test(self, pdf)
    return test_of_all


class PdfStructure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.long = long_report(pathlib.Path(cls.folder.name))
        cls.files = {file: TaggedPdf(file) for file in [*every_pdf(), LANTERN, cls.long]}

    @for_every_file
    def test_each_header_cell_heads_a_row_or_a_column_and_each_row_has_every_column(self, pdf):
        tables = pdf.root.all("Table")
        self.assertTrue(tables)
        for table in tables:
            rows = table.all("TR")
            widths = {sum(cell.attributes.get("/ColSpan", 1) for cell in row.children("TH", "TD")) for row in rows}
            self.assertEqual(len(widths), 1)
            for row in rows:
                wanted = "/Column" if row.parent.role == "THead" else "/Row"
                self.assertIn(row.parent.role, ("THead", "TBody"))
                self.assertTrue(row.children("TH"))
                for header in row.children("TH"):
                    self.assertEqual(header.attributes.get("/Scope"), wanted)

    @for_every_file
    def test_each_figure_has_an_alternative_and_a_box_on_its_page(self, pdf):
        figures = pdf.root.all("Figure")
        self.assertTrue(figures)
        for figure in figures:
            self.assertGreater(len(figure.entries["/Alt"]), 20)
            page = page_of(figure)
            left, bottom, right, top = figure.attributes["/BBox"]
            _, _, width, height = pdf.value(pdf.pages[page])["/MediaBox"]
            self.assertTrue(0 <= left < right <= width and 0 <= bottom < top <= height, figure.attributes["/BBox"])

    @for_every_file
    def test_each_note_is_tied_to_its_call_both_ways(self, pdf):
        places = pdf.destinations()
        ids = pdf.tree(pdf.value(pdf.root.number)["/IDTree"], "/Names")
        notes = {note.entries["/ID"].removeprefix("u:"): note for note in pdf.root.all(*NOTES)}
        calls = [call for call in pdf.root.all("Reference") if call.parent.role != "TOCI"]
        self.assertGreaterEqual(len(calls), len(notes))
        self.assertEqual({name.removeprefix("u:"): number for name, number in ids.items()},
                         {name: note.number for name, note in notes.items()})
        called = set()
        for call in calls:
            link, = call.links()
            name = link.annotation["/Dest"].removeprefix("u:")
            note = notes[name]
            self.assertEqual(call.text(), note.children("Lbl")[0].text())
            self.assertEqual(places[name][0], note.children("Lbl")[0].kids[0].links()[0].page)
            if "/Ref" in call.entries:
                self.assertEqual(call.entries["/Ref"], [note.number])
                self.assertIn(call.number, note.entries["/Ref"])
            if name not in called:  # the way back leads to the first call
                back, = note.children("Lbl")[0].links()
                page, _, element = places[back.annotation["/Dest"].removeprefix("u:")]
                self.assertEqual(page, link.page)
                self.assertIn(element, (None, call.number))
            called.add(name)
        self.assertEqual(called, set(notes))

    @for_every_file
    def test_each_entry_of_the_contents_leads_to_its_heading(self, pdf):
        places = pdf.destinations()
        contents, = (table for table in pdf.root.all("TOC") if table.parent.role == "Sect")
        headings = [(heading, squashed(heading.text(is_beside_the_flow)), page_of(heading)) for heading in pdf.root.all(*HEADINGS)]
        entries = contents.all("TOCI")
        self.assertTrue(entries)
        for entry in entries:
            self.assertEqual(entry.parent.role, "TOC")
            shown = squashed(entry.text())
            place, = {link.annotation["/Dest"].removeprefix("u:") for link in entry.links()}
            page, _, element = places[place]
            meant = {heading.number for heading, text, on in headings if on == page and shown.startswith(text)}
            self.assertTrue(meant, f"no heading on page {page + 1} is called {entry.text()!r}")
            self.assertTrue(element is None or element in meant)

    @for_every_file
    def test_each_link_says_where_it_leads_and_each_annotation_and_sequence_finds_its_element(self, pdf):
        parents = pdf.parents()
        seen = 0
        for element in pdf.elements.values():
            for kid in element.kids:
                if isinstance(kid, Content):
                    self.assertEqual(parents[pdf.value(pdf.pages[kid.page])["/StructParents"]][kid.mcid], element.number)
                elif not isinstance(kid, Element):
                    self.assertEqual(element.role, "Link")
                    self.assertRegex(kid.annotation["/Contents"], r"\w")
                    self.assertEqual(parents[kid.annotation["/StructParent"]], element.number)
                    seen += 1
        annotations = sum(len(pdf.value(page).get("/Annots", [])) for page in pdf.pages)
        self.assertTrue(seen)
        self.assertEqual(seen, annotations)

    @for_every_file
    def test_all_that_is_painted_is_in_the_structure_once_or_is_an_artifact_of_a_kind(self, pdf):
        used = [thing for thing in pdf.root.walk() if isinstance(thing, Content)]
        real = [sequence for page in pdf.contents for sequence in page if sequence.artifact is None]
        self.assertEqual(len(used), len(real))
        self.assertEqual(set(used), set(real))
        kinds = {sequence.artifact.get("/Type") for page in pdf.contents for sequence in page if sequence.artifact is not None}
        self.assertLessEqual(kinds, {"/Pagination", "/Layout", "/Background"})

    @for_every_file
    def test_running_heads_and_folios_are_said_to_be_such_and_are_not_in_the_text(self, pdf):
        heads, folios, numbered = [], [], []
        for number, page in enumerate(pdf.contents):
            for sequence in page:
                if sequence.artifact is not None and sequence.text.strip():
                    self.assertEqual(sequence.artifact["/Type"], "/Pagination")
                    {"/Header": heads, "/Footer": folios}.get(sequence.artifact.get("/Subtype"), []).append(sequence.text)
                    numbered += [number] if sequence.artifact.get("/Subtype") == "/Footer" else []
        front = numbered[0]  # the cover and the title page have none, nor an imprint with a page of its own
        self.assertIn(front, (2, 3))
        self.assertEqual(numbered, list(range(front, len(pdf.pages))))
        in_text = squashed(pdf.root.text())
        for head in heads:
            self.assertIn(squashed(head), in_text)  # it repeats a heading or the title, and is nothing of its own

    @for_every_file
    def test_lists_have_items_of_a_label_and_a_body(self, pdf):
        lists = pdf.root.all("L")
        self.assertTrue(lists)
        for one in lists:
            self.assertIn(one.attributes["/ListNumbering"], ("/Disc", "/Decimal"))
            self.assertEqual({item.role for item in one.kids}, {"LI"})
            for item in one.kids:
                self.assertEqual([kid.role for kid in item.kids], ["Lbl", "LBody"])

    def test_what_goes_on_over_pages_is_one_element_and_what_is_shown_again_is_none(self):
        pdf = self.files[self.long]
        divided = [paragraph for paragraph in pdf.root.all("P")
                   if len({thing.page for thing in paragraph.walk() if isinstance(thing, Content)}) == 2]
        self.assertGreater(len(divided), 3)
        table = max(pdf.root.all("Table"), key=lambda table: len(table.all("TR")))
        self.assertEqual((len(table.all("THead")), len(table.all("TR"))), (1, 71))
        pages = {thing.page for thing in table.walk() if isinstance(thing, Content)}
        heads = {thing.text for thing in table.all("THead")[0].walk() if isinstance(thing, Content)}
        self.assertGreater(len(pages), 2)
        for page in sorted(pages)[1:]:
            again = "".join(sequence.text for sequence in pdf.contents[page] if sequence.artifact == {"/Type": "/Pagination"})
            for head in heads:
                self.assertIn(head, again)
        running = [sequence.text for page in pdf.contents for sequence in page
                   if sequence.artifact is not None and sequence.artifact.get("/Subtype") == "/Header"]
        self.assertGreater(len(running), 6)

    def test_is_read_in_the_order_of_the_epub_word_for_word(self):
        for file, pdf in self.files.items():
            parts = [section for section in pdf.root.children()[0].children() if section.children("H1") and not section.all("TOC")]
            sections = [squashed(section.text(is_beside_the_flow)) for section in parts if not section.all("Index")]
            documents = list(map(flow_of_document, epub_documents(epub_of(file))))
            with self.subTest(f"{file.parent.name}/{file.name}"):
                self.assertGreater(len(sections), 4)
                at = 0
                for section in sections:
                    # Notes and the index may stand between, which the PDF has in another form.
                    while at < len(documents) and documents[at][:20] != section[:20]:
                        at += 1
                    self.assertLess(at, len(documents), f"no document begins as {section[:60]!r} does")
                    self.assertEqual(section, documents[at])
                    at += 1

    def test_words_come_out_whole_in_other_programs(self):
        for file in self.files:
            bodies = [document.find(f"{XHTML}body") for document in epub_documents(epub_of(file))]
            wanted = words("".join(map(running_text, bodies)))
            stext = ElementTree.fromstring(said("mutool", "draw", "-q", "-F", "stext", file))
            readers = {"pdftotext": pdf_text(file), "mutool": said("mutool", "draw", "-q", "-F", "txt", file),
                       "mutool's structured text": "".join(char.get("c", "\n") for char in stext.iter() if char.tag in ("char", "line"))}
            for reader, text in readers.items():
                with self.subTest(file=f"{file.parent.name}/{file.name}", reader=reader):
                    self.assertEqual(wanted - words(text), set())

    def test_tells_of_the_small_report_what_a_reviewer_has_agreed_to(self):
        told = "\n".join(told_of(self.files[LANTERN].root.children()[0])) + "\n"
        if "RAPPORTEUR_RENEW_GOLDENS" in os.environ:
            GOLDEN.write_text(told, encoding="utf-8")
        self.assertEqual(told, GOLDEN.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
