"""The page on which each tool sets one and the same partner, in one picture, side by side."""

import re
import struct
import subprocess
import zlib

RESOLUTION = 100  # dots to the inch


def letters_of(text):
    return re.sub(r"[\W_]", "", text)


def page_with(pdf, words):
    """The number of the first page that says these words, wherever its lines break."""
    told = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    wanted = letters_of(words)
    return next(number for number, page in enumerate(told.split("\f"), 1) if wanted in letters_of(page))


def pixels_of(pdf, page):
    """Rows of RGB bytes."""
    ppm = subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), pdf],
                         check=True, capture_output=True).stdout
    width, height = map(int, ppm.split(maxsplit=4)[1:3])
    rows = ppm[-3 * width * height:]
    return [rows[at:at + 3 * width] for at in range(0, len(rows), 3 * width)]


def png_of(rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)) + chunk(b"IEND", b""))


def picture(pdfs, words, file):
    pages = [pixels_of(pdf, page_with(pdf, words)) for pdf in pdfs]
    gutter = b"\x80" * 3 * 8
    file.write_bytes(png_of([gutter.join(rows) for rows in zip(*pages)]))
