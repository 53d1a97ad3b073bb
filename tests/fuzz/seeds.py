"""Where fuzzing begins: small inputs made from the samples, a folder for each target: seeds.py RAPPORTEUR FOLDER."""

import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'<xi:include href="([^"]+)"\s*/>')
END = b"\xff"  # of a piece: see input.hpp


def whole_corpora():
    """Corpora in one file: as few partners as there are, so that each is small."""
    for corpus in sorted(SOURCE.glob("tests/corpora/*/**/corpus.xml")) + sorted(SOURCE.glob("sources/*/**/corpus.xml")):
        text = corpus.read_text(encoding="utf-8")
        partners = INCLUDE.findall(text)
        alone = INCLUDE.sub("", text)
        for name in partners[:2]:
            partner = (corpus.parent / name).read_text(encoding="utf-8")
            partner = re.sub(r"<\?xml[^>]*\?>", "", partner)
            yield alone.replace("</partners>", partner + "</partners>").encode()
        if not partners:
            yield text.encode()


def texts():
    """A sentence from each language of the samples."""
    found = {}
    for file in sorted(SOURCE.glob("sources/**/*.xml")):
        for language, text in re.findall(r'<text xml:lang="(\w+)"[^>]*>([^<]{20,200})</text>', file.read_text(encoding="utf-8")):
            found.setdefault(language, []).append(" ".join(text.split()))
    return [text for language in sorted(found) for text in found[language][:4]]


def png(width, height, kind, channels):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(width * channels)) for y in range(height))
    palette = chunk(b"PLTE", bytes(range(30))) + chunk(b"tRNS", b"\0\x80") if kind == 3 else b""
    if kind == 3:
        rows = b"".join(b"\0" + bytes((x + y) % 10 for x in range(width)) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)) + palette +
            chunk(b"tEXt", b"Comment\0a word") + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Seeds:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def put(self, target, *inputs):
        place = self.folder / target
        place.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(inputs):
            (place / f"seed-{number:02}").write_bytes(data)

    def publications(self, work):
        """One small corpus in every format, and a bag of it."""
        corpus = SOURCE / "tests/corpora/tables/corpus.xml"
        run = [self.program, "build", corpus, "--to", "pdf,epub,docx,html", "--out", work / "made"]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([self.program, "build", corpus, "--no-attachments", "--compact", "--out", work / "compact"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([self.program, "snapshot", corpus, "--to", "html", "--out", work / "bag"], check=True, stdout=subprocess.DEVNULL)

    def from_documents(self):
        chance = random.Random(1)
        sentences = [text.encode() for text in texts()]
        chosen = [bytes([1]) + bytes(chance.randrange(256) for _ in range(80)) for _ in range(8)]
        self.put("lines", *(bytes(chance.randrange(256) for _ in range(size)) for size in (9, 90, 900)))
        self.put("shaping", *(bytes([at % 8, 0, chance.randrange(32)]) + text + END for at, text in enumerate(sentences + chosen)))
        def mixed():
            pieces = [chance.choice(sentences + chosen) for _ in range(chance.randrange(4, 20))]
            return b"".join(bytes(chance.randrange(255) for _ in range(chance.randrange(6))) + piece + END for piece in pieces)
        for target in ("tables", "ast", "pdf_writing"):
            self.put(target, *(mixed() for _ in range(12)))

    def from_packages(self, work):
        made = work / "made"
        books = [file.read_bytes() for file in sorted(made.glob("*.epub")) + sorted(made.glob("*.docx"))]
        parts = []
        for file in sorted(made.glob("*.epub")) + sorted(made.glob("*.docx")):
            with zipfile.ZipFile(file) as package:
                for name in package.namelist():
                    if name.endswith((".xml", ".xhtml", ".opf", ".css", ".json")) and package.getinfo(name).file_size < 20000:
                        parts.append(name.rsplit(".", 1)[1].encode() + END + package.read(name))
        self.put("package_reading", *books, *parts[:20], b"html" + END + next(made.glob("*.html")).read_bytes()[:20000])
        text = "---\ntitle: Title\n---\n\n# One {#one}\n\nWords [link](#two).^[A note.]\n\n## Two {#two}\n\n| a | b |\n|---|---|\n| c | d |\n\n- e\n- f\n"
        finishing = [b"h" + subprocess.run(["pandoc", "-f", "markdown", "-t", "html5"], input=text.encode(), capture_output=True, check=True).stdout]
        for kind, form in ((b"e", "epub3"), (b"d", "docx")):
            file = work / f"pandoc.{form}"
            subprocess.run(["pandoc", "-f", "markdown", "-t", form, "-o", file], input=text.encode(), check=True)
            with zipfile.ZipFile(file) as package:
                finishing.append(kind + b"".join(name.encode() + END + package.read(name).replace(END, b"") + END
                                                 for name in package.namelist() if not name.endswith("/")))
        self.put("finishing", *finishing)

    def from_bags(self, work):
        bag = next((work / "bag").iterdir())
        names = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "data/recipe.json")
        small = work / "small.zip"
        with zipfile.ZipFile(small, "w") as package:
            for name in names:
                package.writestr(f"bag/{name}", (bag / name).read_bytes())
        self.put("bag", b"".join((bag / name).read_bytes() + END for name in names), small.read_bytes())

    def make(self):
        corpora = list(whole_corpora())
        self.put("corpus", *corpora)
        self.put("differences", *(before + END + after for before, after in zip(corpora, corpora[1:])), bytes(range(255)) * 8)
        self.put("style_and_words", *(file.read_bytes() for file in sorted(SOURCE.glob("styles/**/*.xml"))))
        self.from_documents()
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            self.publications(work)
            pdf, compact = next((work / "made").glob("*.pdf")), next((work / "compact").glob("*.pdf"))
            self.put("pdf_reading", pdf.read_bytes(), compact.read_bytes())
            subprocess.run(["pdftoppm", "-jpeg", "-r", "6", "-l", "3", pdf, work / "page"], check=True)
            self.put("pictures", png(9, 5, 0, 1), png(9, 5, 2, 3), png(9, 5, 3, 1), png(9, 5, 4, 2), png(9, 5, 6, 4),
                     *(file.read_bytes() for file in sorted(work.glob("page*.jpg"))),
                     *(file.read_bytes() for file in sorted(SOURCE.glob("sources/**/*.svg"))))
            self.from_packages(work)
            self.from_bags(work)


if __name__ == "__main__":
    Seeds(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])).make()
