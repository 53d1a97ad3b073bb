"""What travels inside the PDF: its source without what its readers may not see, in one form, and what else made it."""

import json
import pathlib
import re
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

from publications import CORPUS, RAPPORTEUR, REPORTS_2_0, SOURCE, every_pdf, said
from tagged_pdf import TaggedPdf

LANTERN_CORPUS = SOURCE / "tests" / "corpora" / "lantern" / "corpus.xml"
SECRET = b"lamplight"  # in every fact of that corpus that is for the house alone
FOR_DONORS = b"shelv"
SCHEMAS = ("corpus.xsd", "style.xsd", "words.xsd", "xinclude.xsd", "xml.xsd")


def facts_of_attachments(file):
    """By name, what the file says of each: its relationship, type, date and description."""
    pdf = TaggedPdf(file)
    specifications = pdf.tree(pdf.value(pdf.catalogue["/Names"])["/EmbeddedFiles"], "/Names")
    assert sorted(pdf.catalogue["/AF"]) == sorted(specifications.values())
    facts = {}
    for name, reference in specifications.items():
        specification = pdf.value(reference)
        stream = pdf.value(specification["/EF"]["/F"])
        assert specification["/UF"] == specification["/F"] == name
        facts[name.removeprefix("u:")] = (specification["/AFRelationship"], stream["/Subtype"], stream["/Params"]["/ModDate"],
                                          specification["/Desc"].removeprefix("u:"))
    return facts


def taken_out(file, folder):
    """What pdfdetach saves of the attachments: bytes by name."""
    said("pdfdetach", "-saveall", "-o", folder, file)
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


def facts_in(xml):
    """All that a file of a corpus says, however it is laid out."""
    def of(element):
        words = "" if element.tag.endswith("}text") or len(element) == 0 else None
        inline = ElementTree.tostring(element, encoding="unicode") if words is not None else ""
        return (element.tag, sorted(element.attrib.items()), re.sub(r"\s+", " ", re.sub(r"^<[^>]*>|</[^>]*>\s*$", "", inline)).strip(),
                [of(child) for child in element])

    return of(ElementTree.fromstring(xml))


def built(audience, folder, *options):
    subprocess.run([RAPPORTEUR, "build", LANTERN_CORPUS, "--audience", audience, "--out", folder, *options], check=True,
                   stdout=subprocess.DEVNULL)
    suffix = "" if audience == "public" else f"-{audience}"
    return pathlib.Path(folder) / f"lantern-2026-en{suffix}.pdf"


class PdfAttachments(unittest.TestCase):
    def folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name

    def test_the_source_comes_out_in_every_language_and_standard_and_the_rest_byte_for_byte(self):
        partners = sorted((CORPUS.parent / "partners").glob("*.xml"))
        for file in every_pdf():
            language = file.stem[-2:]
            expected = {path.name: path.read_bytes() for path in
                        [SOURCE / "styles" / "house.xml", SOURCE / "styles" / "words" / f"{language}.xml",
                         *(SOURCE / "schema" / name for name in SCHEMAS)]}
            with self.subTest(f"{file.parent.name}/{file.name}"):
                taken = taken_out(file, self.folder())
                recipe = json.loads(taken.pop("recipe.json"))
                for path in [CORPUS, *partners]:
                    self.assertEqual(facts_in(taken.pop(path.name)), facts_in(path.read_bytes()), path.name)
                self.assertEqual(taken, expected)
                self.assertEqual(recipe["outputs"], [f"data/output/{file.name}"])
                self.assertEqual(recipe["options"]["languages"], [language])

    def test_each_is_told_of_with_relationship_type_date_and_place(self):
        for file in every_pdf():
            rules = "/Schema" if file.parent == REPORTS_2_0 else "/Supplement"
            others = {**dict.fromkeys(SCHEMAS, rules), "house.xml": "/Supplement", "recipe.json": "/Supplement",
                      f"{file.stem[-2:]}.xml": "/Supplement"}
            with self.subTest(f"{file.parent.name}/{file.name}"):
                for name, (relationship, media_type, date, description) in facts_of_attachments(file).items():
                    self.assertEqual(relationship, others.get(name, "/Source"), name)
                    self.assertEqual(media_type, "/application/json" if name == "recipe.json" else "/application/xml")
                    self.assertEqual(date, "u:D:20261124000000Z")
                    self.assertTrue(description.endswith(name), description)

    def test_what_comes_out_is_good_by_the_schema_that_comes_with_it(self):
        for audience in ("public", "donor", "internal"):
            folder = self.folder()
            names = taken_out(built(audience, self.folder()), folder)
            corpus = [pathlib.Path(folder) / name for name in ("corpus.xml", "harbour.xml", "weavers.xml")]
            self.assertLessEqual({file.name for file in corpus}, set(names))
            said("xmllint", "--noout", "--nonet", "--schema", pathlib.Path(folder) / "corpus.xsd", *corpus)

    def test_no_reader_finds_in_the_source_what_the_report_withholds(self):
        for audience, secret_is_there, donors_part_is_there in (("public", False, False), ("donor", False, True),
                                                                ("internal", True, True)):
            with self.subTest(audience):
                files = taken_out(built(audience, self.folder()), self.folder())
                text = b"".join(files[name] for name in ("corpus.xml", "harbour.xml", "weavers.xml")).lower()
                self.assertEqual(SECRET in text, secret_is_there)
                self.assertEqual(FOR_DONORS in text, donors_part_is_there)
                self.assertIn(b"reading room", text)
                for name in ("corpus.xml", "harbour.xml", "weavers.xml"):
                    original = next(LANTERN_CORPUS.parent.rglob(name)).read_bytes()
                    is_whole = name == "weavers.xml" or audience == "internal"  # nothing of the guild is withheld
                    self.assertEqual(facts_in(files[name]) == facts_in(original), is_whole, name)
                    self.assertEqual(files[name] == original, audience == "internal", name)

    def test_no_part_of_the_file_holds_a_secret(self):
        for audience in ("public", "donor"):
            pdf = TaggedPdf(built(audience, self.folder()))
            streams = [pdf.stream(name.removeprefix("obj:")) for name, thing in pdf.objects.items() if "stream" in thing]
            with self.subTest(audience):
                self.assertGreater(len(streams), 20)
                self.assertFalse([stream for stream in streams if SECRET in stream.lower()])
                self.assertNotIn(SECRET.decode(), json.dumps([thing.get("value") for thing in pdf.objects.values()]).lower())
                self.assertNotIn(SECRET.decode(), pdf.root.text().lower())

    def test_can_be_left_out(self):
        for standard in ("pdf-1.7", "pdf-2.0"):
            file = built("public", self.folder(), "--no-attachments", "--standard", standard)
            with self.subTest(standard):
                self.assertIn("0 embedded files", said("pdfdetach", "-list", file))
                self.assertNotIn("/AF", TaggedPdf(file).catalogue)


if __name__ == "__main__":
    unittest.main(verbosity=2)
