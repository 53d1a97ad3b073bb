"""Small pictures of the three kinds that a corpus may bring, written by program: PNG, JPEG and SVG."""

import struct
import zlib


def png(random):
    width, height = random.choice(((40, 30), (300, 200), (60, 400)))
    colour = [random.randrange(256) for _ in range(3)]
    rows = b"".join(b"\0" + bytes((channel * column // width) for column in range(width) for channel in colour)
                    for _ in range(height))

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def jpeg(random):
    """Baseline, grey (ITU-T T.81): of each block its mean alone, so that twelve codes for the means' steps are enough."""
    across, down = random.choice(((4, 3), (30, 20), (6, 40)))
    steps = bytes(range(12))  # the sizes of steps; all twelve have codes of four bits
    lengths = bytes([0, 0, 0, 12] + [0] * 12)
    only_the_end_of_a_block = bytes([1] + [0] * 15) + b"\0"
    bits = []
    before = 0
    for row in range(down):
        for column in range(across):
            mean = ((row * 9 + column * 5) % 120) - 60
            step, before = mean - before, mean
            size = abs(step).bit_length()
            bits.append(f"{size:04b}")
            if size:
                bits.append(f"{step if step > 0 else step + (1 << size) - 1:0{size}b}")
            bits.append("0")
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    data = bytes(int(stream[at:at + 8], 2) for at in range(0, len(stream), 8)).replace(b"\xff", b"\xff\0")

    def segment(marker, content):
        return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content

    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\x48\0\x48\0\0") + segment(0xDB, b"\0" + bytes([16] * 64)) +
            segment(0xC0, struct.pack(">BHHB", 8, down * 8, across * 8, 1) + b"\1\x11\0") +
            segment(0xC4, b"\0" + lengths + steps) + segment(0xC4, b"\x10" + only_the_end_of_a_block) +
            segment(0xDA, b"\1\1\0\0\x3f\0") + data + b"\xff\xd9")


def svg(random):
    width, height = random.choice(((120, 80), (400, 90), (90, 300)))
    shapes = []
    for _ in range(random.randint(1, 12)):
        x, y, size = random.randrange(width), random.randrange(height), random.randint(5, 40)
        colour = f"#{random.randrange(1 << 24):06x}"
        shapes.append(random.choice((f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{colour}"/>',
                                     f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}" fill-opacity="0.5"/>',
                                     f'<path d="M{x} {y} l{size} 0 l0 {size} z" stroke="{colour}" fill="none"/>')))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            + "".join(shapes) + "</svg>\n").encode()


WRITERS = {"png": png, "jpg": jpeg, "jpeg": jpeg, "svg": svg}
