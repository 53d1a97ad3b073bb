"""What Word and a screen reader look for in the DOCX."""

import hashlib
import html
import pathlib
import posixpath
import re
import tempfile
import unittest
import zipfile

from publications import DC, LANGUAGES, WORD, docx_paragraph_style, docx_paragraph_text, docx_part, report, reports, said

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
PARTS = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


PASSAGES = "{urn:rapporteur:passages:1}"


def passage_words(file):
    """The words in each bookmark, by its name, without the marks that call notes."""
    words = {}
    open_now = {}
    for element in document(file).iter():
        if element.tag == f"{WORD}bookmarkStart":
            name = element.get(f"{WORD}name")
            words[name] = ""
            open_now[element.get(f"{WORD}id")] = name
        elif element.tag == f"{WORD}bookmarkEnd":
            open_now.pop(element.get(f"{WORD}id"))
        elif element.tag == f"{WORD}r":
            properties = element.find(f"{WORD}rPr")
            is_call = properties is not None and any(
                mark.get(f"{WORD}val") in ("FootnoteReference", "superscript") for mark in properties)
            for name in open_now.values():
                words[name] += "" if is_call else "".join(text.text for text in element.iter(f"{WORD}t"))
    return words


def readers_files(language):
    """The corpus as this report's readers have it, by the files' own names: what travels in the PDF beside it."""
    with tempfile.TemporaryDirectory() as folder:
        said("pdfdetach", "-saveall", "-o", folder, report(language, "pdf"))
        return {file.name: file.read_text(encoding="utf-8") for file in pathlib.Path(folder).glob("*.xml")}


def corpus_words(files, place, line, language):
    """What the corpus says in that language in the text that begins on that line."""
    rest = "\n".join(files[pathlib.PurePosixPath(place).name].splitlines()[line - 1:])
    content = re.search(f'<text xml:lang="{language}"[^>]*>(.*?)</text>', rest, re.DOTALL)[1]
    return re.sub("[ \t\r\n]+", " ", html.unescape(re.sub("<[^>]*>", "", content))).strip()


def document(file):
    return docx_part(file, "word/document.xml")


class DocxStructure(unittest.TestCase):
    def test_says_its_title_author_and_language(self):
        for language in LANGUAGES:
            core = docx_part(report(language, "docx"), "docProps/core.xml")
            defaults = docx_part(report(language, "docx"), "word/styles.xml").find(f"{WORD}docDefaults")
            with self.subTest(language):
                self.assertTrue(core.findtext(f"{DC}title"))
                self.assertTrue(core.findtext(f"{DC}creator"))
                self.assertEqual(core.findtext(f"{DC}language"), language)
                self.assertEqual([tag.get(f"{WORD}val") for tag in defaults.iter(f"{WORD}lang")], [language])

    def test_headings_are_headings(self):
        for file in reports("docx"):
            styles = [docx_paragraph_style(paragraph) for paragraph in document(file).iter(f"{WORD}p")]
            with self.subTest(file.name):
                self.assertGreater(styles.count("Heading1"), 10)
                self.assertGreater(styles.count("Heading2"), 10)

    def test_wide_tables_repeat_a_heading_row(self):
        for file in reports("docx"):
            tables = list(document(file).iter(f"{WORD}tbl"))
            wide = [table for table in tables if len(table.find(f"{WORD}tr").findall(f"{WORD}tc")) > 2]
            with self.subTest(file.name):
                self.assertGreater(len(tables), 10)
                self.assertGreater(len(wide), 0)
                for table in wide:
                    self.assertIsNotNone(table.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader"))

    def test_no_row_breaks_over_a_page(self):
        for file in reports("docx"):
            with self.subTest(file.name):
                for row in document(file).iter(f"{WORD}tr"):
                    self.assertIsNotNone(row.find(f"{WORD}trPr/{WORD}cantSplit"))

    def test_every_call_of_a_note_has_its_note(self):
        for file in reports("docx"):
            calls = [call.get(f"{WORD}id") for call in document(file).iter(f"{WORD}footnoteReference")]
            notes = {note.get(f"{WORD}id"): note for note in docx_part(file, "word/footnotes.xml").iter(f"{WORD}footnote")}
            with self.subTest(file.name):
                self.assertGreater(len(calls), 10)
                for call in calls:
                    text = " ".join(docx_paragraph_text(paragraph) for paragraph in notes[call].iter(f"{WORD}p"))
                    self.assertGreater(len(text), 10)

    def test_the_contents_are_a_field_that_is_filled_already(self):
        for file in reports("docx"):
            fields = [(field.text or "").split()[:1] for field in document(file).iter(f"{WORD}instrText")]
            entries = [docx_paragraph_text(paragraph) for paragraph in document(file).iter(f"{WORD}p")
                       if docx_paragraph_style(paragraph) == "TOC1"]
            headings = [docx_paragraph_text(paragraph) for paragraph in document(file).iter(f"{WORD}p")
                        if docx_paragraph_style(paragraph) == "Heading1"]
            with self.subTest(file.name):
                self.assertIn(["TOC"], fields)
                self.assertEqual(len(entries), len(headings))
                for entry, heading in zip(entries, headings):
                    self.assertTrue(entry.startswith(heading), f"{entry!r} for {heading!r}")

    def test_every_drawing_has_words_or_is_marked_as_decoration(self):
        for file in reports("docx"):
            drawings = list(document(file).iter(f"{DRAWING}docPr"))
            decoration = [drawing for drawing in drawings if drawing.find(f".//{DECORATIVE}decorative") is not None]
            with self.subTest(file.name):
                self.assertEqual(len(decoration), 1)  # the cover's panel
                self.assertGreater(len(drawings), 2)
                for drawing in drawings:
                    self.assertEqual(bool((drawing.get("descr") or "").strip()), drawing not in decoration)

    def test_every_style_that_is_used_is_told(self):
        for file in reports("docx"):
            told = {style.get(f"{WORD}styleId") for style in docx_part(file, "word/styles.xml").iter(f"{WORD}style")}
            used = {style.get(f"{WORD}val") for name in PARTS for element in ("pStyle", "rStyle", "tblStyle")
                    for style in docx_part(file, name).iter(f"{WORD}{element}")}
            with self.subTest(file.name):
                self.assertGreater(len(used), 15)
                self.assertLessEqual(used, told)

    def test_captions_are_counted_by_fields_that_cross_references_can_name(self):
        for language, figure, table in (("en", "Figure", "Table"), ("fr", "Figure", "Tableau"), ("es", "Figura", "Tabla")):
            captions = [paragraph for paragraph in document(report(language, "docx")).iter(f"{WORD}p")
                        if docx_paragraph_style(paragraph) == "Caption"]
            with self.subTest(language):
                self.assertEqual([docx_paragraph_text(caption).split(". ")[0] for caption in captions],
                                 [f"{figure} 1", f"{figure} 2", f"{table} 1", f"{figure} 3"])
                for caption in captions:
                    self.assertIn("SEQ", caption.findtext(f".//{WORD}instrText"))
                    self.assertIsNotNone(caption.find(f"{WORD}bookmarkStart"))

    def test_the_text_has_running_heads_and_numbered_pages_the_cover_has_none(self):
        for file in reports("docx"):
            sections = list(document(file).iter(f"{WORD}sectPr"))
            heads = [section.find(f"{WORD}headerReference") is not None for section in sections]
            codes = ["".join(docx_part(file, name).itertext()) for name in ("word/header1.xml", "word/footer1.xml")]
            with self.subTest(file.name):
                self.assertEqual(heads, [False, False, True])
                self.assertIn("STYLEREF 1", codes[0])
                self.assertIn("PAGE", codes[1])

    def test_opens_without_a_question_and_as_a_document_of_today(self):
        for file in reports("docx"):
            settings = docx_part(file, "word/settings.xml")
            modes = [setting.get(f"{WORD}val") for setting in settings.iter(f"{WORD}compatSetting")
                     if setting.get(f"{WORD}name") == "compatibilityMode"]
            dirty = [mark for mark in document(file).iter(f"{WORD}fldChar") if mark.get(f"{WORD}dirty")]
            with self.subTest(file.name):
                self.assertEqual(modes, ["15"])
                self.assertIsNone(settings.find(f"{WORD}updateFields"))
                self.assertEqual(dirty, [])

    def test_every_passage_is_tied_to_the_words_of_the_corpus(self):
        for file in reports("docx"):
            tie = docx_part(file, "customXml/item1.xml")
            words = passage_words(file)
            files = readers_files(file.stem[-2:])
            with self.subTest(file.name):
                self.assertGreater(len(tie), 50)
                for passage in tie.iter(f"{PASSAGES}passage"):
                    printed = words[passage.get("bookmark")]
                    self.assertEqual(hashlib.sha256(printed.encode()).hexdigest()[:12], passage.get("digest"), printed)
                    self.assertEqual(printed, corpus_words(files, passage.get("file"), int(passage.get("line")),
                                                           passage.get("language")))

    def test_every_link_inside_leads_to_a_bookmark(self):
        for file in reports("docx"):
            anchors = {link.get(f"{WORD}anchor") for link in document(file).iter(f"{WORD}hyperlink")} - {None}
            bookmarks = {bookmark.get(f"{WORD}name") for bookmark in document(file).iter(f"{WORD}bookmarkStart")}
            with self.subTest(file.name):
                self.assertGreater(len(anchors), 10)
                self.assertLessEqual(anchors, bookmarks)

    def test_every_part_that_is_named_is_there(self):
        for file in reports("docx"):
            with self.subTest(file.name), zipfile.ZipFile(file) as package:
                self.assertIsNone(package.testzip())
                relations = docx_part(file, "word/_rels/document.xml.rels")
                inside = {relation.get("Target") for relation in relations if relation.get("TargetMode") != "External"}
                self.assertLessEqual({posixpath.join("/word", target)[1:] for target in inside}, set(package.namelist()))


if __name__ == "__main__":
    unittest.main(verbosity=2)
