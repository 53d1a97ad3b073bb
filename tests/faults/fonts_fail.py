"""Fonts that lack a character, are not there, are damaged or may not be embedded."""

import pathlib
import shutil
import struct
import subprocess
import unittest

from program import CORPUS, PARTNER, ProgramTest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FAMILIES = ("EB Garamond 12", "Inter", "Inter Display", "Linux Libertine O", "Noto Serif", "Noto Sans")


def files_of(family):
    listed = subprocess.run(["fc-list", f":family={family}", "file"], capture_output=True, text=True, check=True).stdout
    return [pathlib.Path(line.rstrip(": ")) for line in listed.splitlines()]


class FontsFail(ProgramTest):
    """A machine with few fonts: copies of those of the house style, in a folder that fontconfig is pointed at."""

    def setUp(self):
        super().setUp()
        self.fonts = self.folder / "fonts"
        self.fonts.mkdir()
        for family in FAMILIES:
            for file in files_of(family):
                shutil.copy(file, self.fonts)
        self.write("fonts.conf", f'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>'
                                 f"<dir>{self.fonts}</dir><cachedir>{self.folder}/cache</cachedir></fontconfig>\n")

    def build_here(self, *arguments):
        return self.build(*arguments, env={"FONTCONFIG_FILE": str(self.folder / "fonts.conf")})

    def assert_told(self, *said):
        self.assert_surroundings_failed(self.build_here("pdf"), *said)
        self.assertFalse(self.made.exists() and list(self.made.iterdir()))

    def test_these_fonts_are_enough(self):
        done = self.build_here("pdf")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_character_that_none_has_is_told_with_its_name_and_place(self):
        for file, text, place in (
            ("partners/one.xml", PARTNER.replace("One works", "中 works"), "partners/one.xml:4:26: error:"),
            ("partners/one.xml", PARTNER.replace('status="active">', 'status="active">\n  <name><text xml:lang="en">中</text></name>')
             .replace('\n  <name><text xml:lang="en">One</text></name>', ""), "partners/one.xml:3:9: error:"),
            ("corpus.xml", CORPUS.replace("</title></source>", "</title><publisher>中</publisher></source>"),
             "corpus.xml:7:"),
        ):
            with self.subTest(place):
                self.write("corpus.xml", CORPUS)
                self.write("partners/one.xml", PARTNER)
                self.write(file, text)
                self.assert_told(place, "no installed font has the character U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)")
                self.assertIn("hint: install fonts-noto-cjk", self.build_here("pdf").stderr)

    def test_a_mark_that_none_has_is_no_hollow_box(self):
        self.write("partners/one.xml", PARTNER.replace("One works", "O\u0fc6ne works"))
        self.assert_told("partners/one.xml:4:26: error: no installed font has the character U+0FC6")

    def test_words_of_the_program_that_none_has(self):
        styles = self.folder / "styles"
        shutil.copytree(SOURCE / "styles", styles)
        words = styles / "words" / "en.xml"
        words.write_text(words.read_text(encoding="utf-8").replace(">Contents<", ">目录<"), encoding="utf-8")
        done = self.build_here("pdf", "--styles-dir", "styles")
        self.assert_surroundings_failed(done, "no installed font has the character U+76EE")

    def test_no_fonts_at_all(self):
        for file in self.fonts.iterdir():
            file.unlink()
        self.assert_told("the font family", "isn't installed")
        self.assertIn("hint: install fonts-", self.build_here("pdf").stderr)

    def test_a_damaged_font(self):
        for size in (100, 4096, 40_000):
            with self.subTest(size):
                for file in self.fonts.iterdir():
                    with file.open("r+b") as font:
                        font.truncate(size)
                self.assert_told("error:")

    def test_a_font_whose_licence_forbids_embedding(self):
        for file in self.fonts.iterdir():
            if file.name.startswith("EBGaramond12"):
                data = bytearray(file.read_bytes())
                for table in range(struct.unpack(">H", data[4:6])[0]):
                    tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * table:28 + 16 * table])
                    if tag == b"OS/2":
                        data[offset + 8:offset + 10] = b"\0\2"  # fsType: restricted licence
                file.write_bytes(data)
        self.assert_told("EBGaramond12-", "forbids embedding it")


if __name__ == "__main__":
    unittest.main(verbosity=2)
