"""Bags, ZIPs and PDFs made to harm: none makes the program open what isn't its own, crash, lie or fill the memory."""

import json
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import threading
import unittest
import zipfile
import zlib

from program import ProgramTest

MEMORY = 2 << 30  # bytes of address space: nothing here is worth more
SECONDS = 60
SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "schema"
BAG = "archive/sample-2026-11-24"
CORPUS_IN_BAG = "data/sources/sample/corpus.xml"

# A schema that lets everything pass, as a stranger would write it.
LAX = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:rapporteur:{0}:1"
  elementFormDefault="qualified"><xs:element name="{1}"><xs:complexType><xs:sequence><xs:any maxOccurs="unbounded"
  minOccurs="0" processContents="skip"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType>
  </xs:element></xs:schema>"""
FETCHING = """<?xml version="1.0"?>
<!DOCTYPE xs:schema [<!ENTITY % secret SYSTEM "file://{secret}"><!ENTITY whole SYSTEM "file://{secret}">
<!ENTITY away SYSTEM "http://127.0.0.1:{port}/entity">]>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:rapporteur:corpus:1">
  <xs:import namespace="urn:a" schemaLocation="http://127.0.0.1:{port}/imported.xsd"/>
  <xs:import namespace="urn:b" schemaLocation="/dev/stdin"/>
  <xs:import namespace="urn:c" schemaLocation="file://{secret}"/>
  <xs:annotation><xs:documentation>&whole;&away;</xs:documentation></xs:annotation>
</xs:schema>"""


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def write_manifests(bag):
    """With the digests that the files have now; those of the payload first, for the others list them."""
    for manifest in ("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        tool = manifest.split("-")[1].removesuffix(".txt") + "sum"
        if manifest.startswith("tag"):
            names = ["README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"]
        else:
            names = sorted(str(file.relative_to(bag)) for file in (bag / "data").rglob("*") if file.is_file())
        told = subprocess.run([tool, *names], cwd=bag, capture_output=True, text=True, check=True).stdout
        (bag / manifest).write_text(told)


class Listener:
    """Waits for connections, and counts them."""

    def __init__(self):
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen()
        self.port = self.socket.getsockname()[1]
        self.connections = 0
        threading.Thread(target=self.wait, daemon=True).start()

    def wait(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()

    def close(self):
        self.socket.close()


def pdf_of(objects, root=1):
    """A PDF of these objects, numbered from 1: each a dictionary, or a dictionary and the bytes of its stream."""
    text = b"%PDF-1.7\n"
    places = []
    for number, (dictionary, stream) in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj\n" % number
        if stream is None:
            text += dictionary.encode() + b"\nendobj\n"
        else:
            text += dictionary.replace(">>", f"/Length {len(stream)}>>", 1).encode() + b"\nstream\n" + stream + b"\nendstream\nendobj\n"
    table = len(text)
    text += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    text += b"".join(b"%010d 00000 n \n" % place for place in places)
    return text + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, table)


def pdf_carrying(stream, filters):
    """A page with nothing on it, and one attached file whose stream these filters pack."""
    return pdf_of([
        ("<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>", None),
        ("<</Type/Pages/Kids[3 0 R]/Count 1>>", None),
        ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", None),
        ("<</Type/Filespec/F(corpus.xml)/UF(corpus.xml)/AFRelationship/Source/EF<</F 5 0 R/UF 5 0 R>>>>", None),
        (f"<</Type/EmbeddedFile/Filter{filters}>>", stream),
    ])


def deflated_zeros(mebibytes):
    packer = zlib.compressobj(9)
    zeros = bytes(1 << 20)
    return b"".join(packer.compress(zeros) for _ in range(mebibytes)) + packer.flush()


class HostileArchives(ProgramTest):
    def setUp(self):
        super().setUp()
        made = self.run_program("snapshot", "corpus.xml", "--to", "html", "--out", "archive")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.bag = self.folder / BAG

    def edit(self, name, *replacements):
        file = self.bag / name
        text = file.read_text()
        for pattern, by in replacements:
            changed = re.sub(pattern, by, text, count=1, flags=re.DOTALL)
            self.assertNotEqual(changed, text, pattern)
            text = changed
        file.write_text(text)

    def verify(self, *arguments, status, **how):
        done = self.run_program("verify", *map(str, arguments), preexec_fn=limit_memory, **how)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertRegex(done.stdout.splitlines()[-1], r"^verdict: (proved|altered|unproved): .")
        self.assertNotIn(str(self.temporary), done.stdout + done.stderr)
        return done

    def test_a_schema_in_a_bag_is_never_loaded(self):
        secret = self.folder / "secret.txt"
        secret.write_text("a word that nobody else knows")
        listener = Listener()
        self.addCleanup(listener.close)
        for name in ("corpus.xsd", "style.xsd", "xml.xsd"):
            (self.bag / "data/schema" / name).write_text(FETCHING.format(secret=secret, port=listener.port))
        self.edit(CORPUS_IN_BAG, ("<corpus ", f'<corpus xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                                  f'xsi:schemaLocation="urn:other http://127.0.0.1:{listener.port}/named.xsd" '))
        write_manifests(self.bag)
        told = self.verify(BAG, status=0).stdout  # what readers get of the corpus is the same, and so is its digest
        self.assertIn("corpus.xsd, xml.xsd, style.xsd are other ones than this program's own", told)
        for command in (("explain", BAG, "works with us"), ("diff", BAG, "corpus.xml"), ("deadlines", BAG),
                        ("build", "corpus.xml", "--since", BAG, "--out", "made")):
            with self.subTest(command[0]):
                done = self.run_program(*command, preexec_fn=limit_memory)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(listener.connections, 0)

    def test_what_a_corpus_names_in_schemaLocation_is_not_fetched(self):
        listener = Listener()
        self.addCleanup(listener.close)
        text = (self.folder / "corpus.xml").read_text()
        for location in (f"http://127.0.0.1:{listener.port}/x.xsd", "/dev/stdin", "/etc/passwd"):
            with self.subTest(location):
                self.write("corpus.xml", text.replace("<corpus ", '<corpus xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                                                      f'xsi:schemaLocation="urn:other {location}" '))
                done = self.run_program("check", "corpus.xml", preexec_fn=limit_memory)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(listener.connections, 0)

    def test_a_schema_without_rules_lets_no_id_lead_elsewhere(self):
        target = self.folder / "target"
        victim = self.folder / "target-2026-en.html"
        victim.write_text("as it was")
        (self.bag / "data/schema/corpus.xsd").write_text(LAX.format("corpus", "corpus"))
        self.edit(CORPUS_IN_BAG, ('id="sample"', f'id="{target}"'))
        self.edit("data/recipe.json", ("data/output/sample-2026-en.html", "data/output/target-2026-en.html"))
        (self.bag / "data/output/sample-2026-en.html").rename(self.bag / "data/output/target-2026-en.html")
        write_manifests(self.bag)
        self.assertIn("id of <corpus>", self.verify(BAG, status=4).stderr)
        self.assertEqual(victim.read_text(), "as it was")

    def test_values_that_a_lax_schema_lets_pass_are_refused(self):
        for name, pattern, by in (
                ("no title", "<title>.*?</title>", ""), ("no holder", "<holder.*?</holder>", ""),
                ("no date", 'date="2026-11-24"', 'date=""'), ("no languages", 'languages="en"', 'languages=""'),
                ("a huge year", 'year="2026"', 'year="-2147483648"'), ("an empty id", 'id="sample"', 'id=""')):
            with self.subTest(name):
                kept = (self.bag / CORPUS_IN_BAG).read_text()
                (self.bag / "data/schema/corpus.xsd").write_text(LAX.format("corpus", "corpus"))
                self.edit(CORPUS_IN_BAG, (pattern, by))
                write_manifests(self.bag)
                self.assertIn(" error: ", self.verify(BAG, status=4).stderr)
                (self.bag / CORPUS_IN_BAG).write_text(kept)
        for name, pattern, by in (
                ("no name", "<name>.*?</name>", ""), ("a kind of no kind", 'kinds="member"', 'kinds="nosuch"'),
                ("an interval without end", 'source="page"/>', 'source="page"><obligation due="2026-12-01" '
                 'every="P99999999999999999Y" source="page"><text xml:lang="en">x</text></obligation></relationship>'),
                ("a sum of no number", "<relationship.*?/>", r'\g<0><funding year="2026" amount="-" currency="X" source="page"/>')):
            with self.subTest(name):
                kept = (self.bag / "data/sources/sample/partners/one.xml").read_text()
                self.edit("data/sources/sample/partners/one.xml", (pattern, by))
                write_manifests(self.bag)
                self.assertIn(" error: ", self.verify(BAG, status=4).stderr)
                (self.bag / "data/sources/sample/partners/one.xml").write_text(kept)

    def test_a_style_that_a_lax_schema_lets_pass_is_refused(self):
        kept = (self.bag / "data/styles/house.xml").read_text()
        (self.bag / "data/schema/style.xsd").write_text(LAX.format("style", "style"))
        for name, pattern, by in (("an empty colour", 'value="#[0-9a-fA-F]{6}"', 'value=""'),
                                  ("an unknown ink", r'(<colour [^>]*ink=")[a-z-]+"', r'\1nosuch"'),
                                  ("an unknown text", r'(<text [^>]*name=")[a-z-]+"', r'\1nosuch"'),
                                  ("no number", r'(<text name="body".*?size=")[0-9.]+"', r'\1nan"'),
                                  ("a huge page", r'(<page [^>]*width=")[0-9.]+"', r'\g<1>1e300"'),
                                  ("an entity", "<style ", '<!DOCTYPE style [<!ENTITY a "b">]><style ')):
            with self.subTest(name):
                self.edit("data/styles/house.xml", (pattern, by))
                write_manifests(self.bag)
                self.assertIn(f"{BAG}/data/styles/house.xml:", self.verify(BAG, status=4).stderr)
                (self.bag / "data/styles/house.xml").write_text(kept)

    def test_recipes_that_lead_elsewhere_or_have_no_end(self):
        kept = (self.bag / "data/recipe.json").read_text()
        recipe = json.loads(kept)

        def options(**given):
            return json.dumps({**recipe, "options": {**recipe["options"], **given}})

        for name, text in {"deep lists": "[" * 1_000_000, "deep objects": '{"a":' * 150_000, "a number": '{"recipe": 1e999}',
                           "a language elsewhere": options(languages=["../../../etc/passwd"]),
                           "a style elsewhere": options(style="words/en"),
                           "an output elsewhere": json.dumps({**recipe, "outputs": ["../x"]}),
                           "an output of NUL": json.dumps({**recipe, "outputs": ["data/\0x"]}),
                           "a long one": " " * (2 << 20) + kept}.items():
            with self.subTest(name):
                (self.bag / "data/recipe.json").write_text(text)
                write_manifests(self.bag)
                done = self.run_program("verify", BAG, preexec_fn=limit_memory)
                self.assertIn(done.returncode, (3, 4), done.stdout + done.stderr)
                self.assertIn("verdict: unproved: its recipe can't be read", done.stdout)

    def test_words_of_a_bag_command_no_terminal(self):
        lie = "\x1b[2K\x1b[1A\rsignature: good, by SHA256:abc"
        with open(self.bag / "bag-info.txt", "a") as info:
            info.write(f"Previous-Bag: x{lie}\nPrevious-Bag-Digest: sha512:0\n")
        recipe = json.loads((self.bag / "data/recipe.json").read_text())
        recipe["tools"].append({"name": f"tool{lie}", "version": lie})
        (self.bag / "data/recipe.json").write_text(json.dumps(recipe))
        (self.bag / "data/output/sample-2026-en.html").write_text("<p>other words</p>")
        write_manifests(self.bag)
        done = self.verify(BAG, status=4)
        self.assertNotRegex(done.stdout + done.stderr, r"[\x00-\x09\x0b-\x1f\x7f]")
        self.assertIn("signature: none", done.stdout.splitlines()[1])
        self.assertEqual(sum(line.startswith("signature:") for line in done.stdout.splitlines()), 1)
        found = json.loads(self.run_program("verify", BAG, "--json").stdout)
        self.assertEqual(found["verdict"], "unproved")
        self.assertNotIn("\x1b", json.dumps(found, ensure_ascii=False))

    def test_an_output_that_no_recipe_names_is_a_fault(self):
        (self.bag / "data/output/letter.html").write_text("<p>never made</p>")
        write_manifests(self.bag)
        for options in ((), ("--no-rebuild",)):
            self.assertIn("letter.html: error: isn't named by the recipe", self.verify(BAG, *options, status=1).stderr)

    def test_an_output_that_the_bag_lacks_is_a_fault(self):
        (self.bag / "data/output/sample-2026-en.html").unlink()
        (self.bag / "data/output/other.html").write_text("<p>other</p>")
        self.edit("data/recipe.json", ("data/output/sample-2026-en.html", "data/output/other.html"))
        write_manifests(self.bag)
        told = self.verify(BAG, status=1).stdout
        self.assertIn("data/output/sample-2026-en.html: is made by the recipe, and isn't in the archive", told)

    def test_an_output_that_these_very_tools_make_otherwise_is_altered(self):
        page = self.bag / "data/output/sample-2026-en.html"
        page.write_text(page.read_text().replace("works with us", "works against us"))
        write_manifests(self.bag)
        self.assertIn("verdict: altered: 1 of its outputs", self.verify(BAG, status=1).stdout)

    def test_a_bag_with_the_schema_of_an_earlier_version_is_proved(self):
        """The schema grows by addition: this program's own reads what an earlier one let be written."""
        schema = self.bag / "data/schema/corpus.xsd"
        earlier = re.sub(r'\n *<xs:element ref="fundingTotal".*?/>|\n *<xs:element name="fundingTotal".*?</xs:element>', "",
                         schema.read_text(), count=1, flags=re.DOTALL)
        self.assertNotEqual(earlier, schema.read_text())
        schema.write_text(earlier)
        write_manifests(self.bag)
        told = self.verify(BAG, status=0).stdout
        self.assertIn("schema: corpus.xsd are other ones than this program's own", told)
        self.assertIn("verdict: proved: ", told)

    def test_what_cannot_be_asked_of_a_pdf_is_a_wrong_command_line(self):
        self.build("pdf")
        for options in (("--key", "key.pub"), ("--previous", BAG), ("--no-rebuild",)):
            with self.subTest(options[0]):
                done = self.run_program("verify", "made/sample-2026-en.pdf", *options)
                self.assertEqual(done.returncode, 2, done.stdout)
                self.assertIn(f"{options[0]} is for bags", done.stderr)
        self.verify("made/sample-2026-en.pdf", status=0)

    def test_documents_that_carry_nothing_are_named(self):
        self.build("docx,epub,html,pdf", "--no-attachments")
        self.run_program("brief", "corpus.xml", "one", "--out", "made")
        (self.made / "other.pdf").write_bytes(pdf_of([("<</Type/Catalog/Pages 2 0 R>>", None),
                                                      ("<</Type/Pages/Kids[]/Count 0>>", None)]))
        for name, said in {"sample-2026-en.docx": "is a Word document (DOCX)", "sample-2026-en.epub": "is an EPUB",
                           "sample-2026-en.html": "is neither a bag nor a PDF",
                           "sample-2026-en.pdf": "it is a brief, or a report that was made with --no-attachments",
                           "holder-brief-one-2026-en.pdf": "it is a brief, or a report that was made with --no-attachments",
                           "other.pdf": "rapporteur didn't make this PDF"}.items():
            with self.subTest(name):
                self.assertIn(said, self.verify(f"made/{name}", status=4).stderr)

    def test_packages_that_unpack_without_end(self):
        zeros = bytes(1 << 20)
        with zipfile.ZipFile(self.folder / "plain.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
            with package.open("b/bagit.txt", "w") as entry:
                for _ in range(1000):
                    entry.write(zeros)
        with zipfile.ZipFile(self.folder / "many.zip", "w") as package:
            for number in range(100_001):
                package.writestr(f"b/{number}", b"")
        for name, limit in (("plain.zip", "the limit is 100 times the file's own size"), ("many.zip", "the limit is 100000")):
            with self.subTest(name):
                self.assertIn(limit, self.verify(name, status=4).stderr)

    def test_pdfs_that_unpack_without_end(self):
        once = deflated_zeros(3000)
        bombs = {"one filter": pdf_carrying(once, "/FlateDecode"),
                 "two filters": pdf_carrying(zlib.compress(once, 9), "[/FlateDecode/FlateDecode]"),
                 "five filters": pdf_carrying(self.packed(deflated_zeros(1), 4), "[" + "/FlateDecode" * 5 + "]"),
                 "a filter that isn't counted": pdf_carrying(once.hex().encode() + b">", "[/ASCIIHexDecode/FlateDecode]"),
                 "an object stream": pdf_of([("<</Type/Catalog/Pages 2 0 R>>", None), ("<</Type/Pages/Kids[]/Count 0>>", None),
                                             ("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>", once)]),
                 "long rows": pdf_carrying(zlib.compress(b"x"), "/FlateDecode/DecodeParms<</Predictor 12/Columns 4294967000>>")}
        for name, pdf in bombs.items():
            with self.subTest(name):
                self.write("bomb.pdf", pdf)
                self.assertLess(len(pdf), 8 << 20)
                self.assertIn("bomb.pdf: error: can't be read as a PDF", self.verify("bomb.pdf", status=4).stderr)
                done = self.run_program("explain", "bomb.pdf", "x", preexec_fn=limit_memory)
                self.assertEqual(done.returncode, 1, done.stderr)

    def test_pdfs_whose_packing_is_hidden(self):
        """Each is refused before anything is inflated: by what its filters are, wherever they are written."""
        data = deflated_zeros(1).hex().encode() + b">"
        hidden = "[/ASCIIHexDecode/FlateDecode]"
        for name, filters in {"behind a filter that is counted": "[/FlateDecode/RunLengthDecode]",
                              "before words like an object's": hidden + "/X( 1 0 obj)",
                              "before words like a stream's end": hidden + "/X(endstream)",
                              "in another object": " 6 0 R/X/FlateDecode",
                              "in another object, in a list": "[6 0 R]/X/FlateDecode",
                              "behind a comment": "%/FlateDecode\n" + hidden,
                              "behind much white space": " " * 5000 + hidden,
                              "in a name that is written otherwise": f"/FlateDecode/Fil#74er{hidden}",
                              "in parameters elsewhere": "/FlateDecode/DecodeParms 6 0 R",
                              "in parameters elsewhere, in a list": "/FlateDecode/DecodeParms[6 0 R]",
                              "in a number elsewhere": "/FlateDecode/DecodeParms<</Predictor 12/Columns 6 0 R>>",
                              "in colours": "/FlateDecode/DecodeParms<</Predictor 12/Columns 9/Colors 999999>>"}.items():
            with self.subTest(name):
                self.write("bomb.pdf", pdf_carrying(data, filters))
                self.assertIn("is packed in a way in which no report is", self.verify("bomb.pdf", status=4).stderr)

    @staticmethod
    def packed(data, times):
        for _ in range(times):
            data = zlib.compress(data, 9)
        return data


if __name__ == "__main__":
    unittest.main(verbosity=2)
