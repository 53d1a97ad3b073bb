"""Photos of every kind in a report: before validators, as they look when printed, and with nothing written beside them."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import zipfile

from publications import RAPPORTEUR, said, verapdf_verdicts
from tagged_pdf import Content, TaggedPdf

PICTURES = pathlib.Path(os.environ["RAPPORTEUR_PICTURES"])
SECRET = b"lamplight"  # written beside the dots of every sample
PRINTED = ("upright.jpg", "on-its-side.jpg", "upside-down.jpg", "grey.jpg", "plain-rgb.jpg", "inks.jpg", "other-inks.jpg",
           "colour.png", "deep-and-profiled.png", "half-opaque.png", "palette.png", "palette-with-hole.png",
           "black-and-white.png", "linear.png", "drawing.svg")


def text(words):
    return f'<text xml:lang="en">{words}</text>'


def write_corpus(folder, photos):
    (folder / "photos").mkdir()
    for name, bytes_ in photos.items():
        (folder / "photos" / name).write_bytes(bytes_)
    elements = "\n".join(f'<photo file="photos/{name}" credit="A. Photographer" consent="2026-05-01"><alternative>'
                         f'{text(f"Four fields of colour, {name}")}</alternative><caption>{text(f"This is {name}")}</caption></photo>'
                         for name in photos)
    (folder / "corpus.xml").write_text(f"""<corpus xmlns="urn:rapporteur:corpus:1" id="album" year="2026" date="2026-09-30" xml:lang="en" languages="en">
<title>{text("An album")}</title><holder id="holder"><name>{text("Holder")}</name></holder>
<partners><partner id="one" kind="ngo" status="active"><name>{text("One")}</name>
{elements}
<photo file="photos/{next(iter(photos))}" consent="2026-10-01"><alternative>{text("Agreed to too late")}</alternative></photo>
</partner></partners></corpus>""", encoding="utf-8")
    return folder / "corpus.xml"


def build(corpus, out, *options):
    return subprocess.run([RAPPORTEUR, "build", corpus, "--out", out, *options], capture_output=True, text=True)


class Photos(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        (cls.folder / "in").mkdir()
        corpus = write_corpus(cls.folder / "in", {name: (PICTURES / name).read_bytes() for name in PRINTED})
        for out, options in (("pdf-1.7", ("--to", "pdf,epub,docx,html")), ("pdf-2.0", ("--standard", "pdf-2.0"))):
            made = build(corpus, cls.folder / out, *options)
            assert made.returncode == 0, made.stderr
        cls.pdf = cls.folder / "pdf-1.7" / "album-2026-en.pdf"
        cls.pdf_2_0 = cls.folder / "pdf-2.0" / "album-2026-en.pdf"

    def test_the_recipe_inside_names_what_drew_the_svg(self):
        with tempfile.TemporaryDirectory() as folder:
            said("pdfdetach", "-saveall", "-o", folder, self.pdf)
            recipe = json.loads((pathlib.Path(folder) / "recipe.json").read_text())
        tools = {tool["name"]: tool["version"] for tool in recipe["tools"]}
        self.assertIn(tools["rsvg-convert"], said("rsvg-convert", "--version"))
        verified = subprocess.run([RAPPORTEUR, "verify", self.pdf], capture_output=True, text=True)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def test_the_pdfs_pass_all_that_they_claim(self):
        expected = [f"PASS {self.pdf} {flavour}" for flavour in ("3a", "ua1")] + \
            [f"PASS {self.pdf_2_0} {flavour}" for flavour in ("4f", "ua2", "wt1a", "wt1r")]
        self.assertEqual(sorted(verapdf_verdicts([self.pdf, self.pdf_2_0])), sorted(expected))
        for file in (self.pdf, self.pdf_2_0):
            self.assertIn("No syntax or stream encoding errors found", said("qpdf", "--check", file))

    def test_each_is_a_figure_with_its_alternative_its_box_and_its_caption_with_credit(self):
        pdf = TaggedPdf(self.pdf)
        figures = [figure for figure in pdf.root.all("Figure") if figure.entries["/Alt"].startswith("u:Four fields")]
        self.assertEqual([figure.entries["/Alt"].rpartition(" ")[2] for figure in figures], list(PRINTED))
        for figure, name in zip(figures, PRINTED):
            left, bottom, right, top = figure.attributes["/BBox"]
            upright = (right - left) / (top - bottom)
            self.assertAlmostEqual(upright, 40 / 60 if name == "on-its-side.jpg" else 60 / 40, places=2, msg=name)
            self.assertIsInstance(figure.kids[0], Content)
            caption, = figure.children("Caption")
            self.assertIs(figure.kids[-1], caption)
            self.assertIn(f"This is {name}", caption.text())
            self.assertIn("A. Photographer", caption.text())

    def test_each_looks_as_it_should_when_printed(self):
        pdf = TaggedPdf(self.pdf)
        resolution = 72
        for figure in pdf.root.all("Figure"):
            name = figure.entries["/Alt"].rpartition(" ")[2]
            if name not in PRINTED:
                continue
            page = figure.kids[0].page + 1
            image = self.folder / f"{name}.ppm"
            with open(image, "wb") as out:
                subprocess.run(["pdftoppm", "-r", str(resolution), "-f", str(page), "-l", str(page), self.pdf], check=True, stdout=out)
            dots, width, height = read_ppm(image)
            left, bottom, right, top = figure.attributes["/BBox"]
            page_height = pdf.value(pdf.pages[page - 1])["/MediaBox"][3]

            def at(across, down):
                x = int(left + (right - left) * across)
                y = int(page_height - top + (top - bottom) * down)
                return tuple(dots[3 * (y * width + x):3 * (y * width + x) + 3])

            corners = [at(x, y) for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8))]
            with self.subTest(name, corners=corners):
                self.assertEqual([looks(colour) for colour in corners], expected_of(name))

    def test_nothing_that_was_written_beside_the_dots_leaves_the_house(self):
        for file in (self.pdf, self.pdf_2_0):
            pdf = TaggedPdf(file)
            streams = [pdf.stream(name.removeprefix("obj:")) for name, thing in pdf.objects.items() if "stream" in thing]
            self.assertFalse([stream for stream in streams if SECRET in stream])
            self.assertNotIn(SECRET, file.read_bytes())
        for ending in ("epub", "docx"):
            with zipfile.ZipFile(self.pdf.with_suffix(f".{ending}")) as package:
                pictures = [name for name in package.namelist() if re.search(r"\.(jpe?g|png)$", name)]
                self.assertGreaterEqual(len(pictures), len(PRINTED), ending)
                self.assertFalse([name for name in package.namelist() if SECRET in package.read(name)])
        self.assertNotIn(SECRET, self.pdf.with_suffix(".html").read_bytes())

    def test_captions_of_a_docx_are_captions_as_those_of_charts_are(self):
        with zipfile.ZipFile(self.pdf.with_suffix(".docx")) as package:
            word = package.read("word/document.xml").decode()
        paragraphs = [paragraph for paragraph in re.findall(r"<w:p>.*?</w:p>", word, re.S) if "This is " in paragraph]
        self.assertEqual(len(paragraphs), len(PRINTED))
        self.assertEqual({re.search(r'<w:pStyle w:val="(\w+)"', paragraph)[1] for paragraph in paragraphs}, {"Caption"})

    def test_a_photo_that_nobody_agreed_to_yet_is_nowhere(self):
        self.assertNotIn("Agreed to too late", str([figure.entries for figure in TaggedPdf(self.pdf).root.all("Figure")]))

    def test_faults_are_told_with_the_place_where_the_corpus_names_the_photo(self):
        good = (PICTURES / "upright.jpg").read_bytes()
        faults = {"cut.jpg": (good[:len(good) // 2], "is damaged"), "lying.png": (good, "is a JPEG, whatever its name says"),
                  "inks.jpg": ((PICTURES / "inks-unknown.jpg").read_bytes(), "CMYK"), "empty.png": (b"", "is an empty file")}
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            corpus = write_corpus(folder, {file: content for file, (content, _) in faults.items()})
            for command in (["check", corpus], ["build", corpus, "--out", folder / "out"]):
                told = subprocess.run([RAPPORTEUR, *command], capture_output=True, text=True)
                self.assertEqual(told.returncode, 1)
                for line, (file, (_, words)) in enumerate(faults.items(), start=4):
                    self.assertRegex(told.stderr, rf"corpus\.xml:{line}:\d+: error: the photo “photos/{re.escape(file)}” .*{words}")
            self.assertFalse(list((folder / "out").glob("*")) if (folder / "out").exists() else [])


def read_ppm(file):
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", file.read_bytes())
    return file.read_bytes()[header.end():], int(header[1]), int(header[2])


def looks(colour):
    red, green, blue = colour
    if max(colour) - min(colour) < 40:
        return "white" if min(colour) > 200 else "grey" if min(colour) > 40 else "black"
    return {red: "red", green: "green", blue: "blue"}[max(colour)]


def expected_of(name):
    upright = ["red", "green", "blue", "white"]
    if name == "on-its-side.jpg":  # turned a quarter to the right: what was at the bottom left is at the top left
        return ["blue", "red", "white", "green"]
    if name == "upside-down.jpg":
        return upright[::-1]
    if name == "grey.jpg":
        return ["grey", "grey", "grey", "white"]
    if name == "black-and-white.png":
        return ["black", "black", "black", "white"]
    if name == "half-opaque.png":  # the right half is not there: the paper shows
        return ["red", "white", "blue", "white"]
    return upright


if __name__ == "__main__":
    unittest.main(verbosity=2)
