"""Text by its letters and digits alone, as other programs read it in publications of each format."""

import base64
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "standards"))
os.environ.setdefault("RAPPORTEUR", str(SOURCE / "build" / "release" / "rapporteur"))
os.environ.setdefault("RAPPORTEUR_REPORTS", ".")  # publications.py asks for it; nothing here reads there
import publications  # noqa: E402

UNSPACED = "[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]"


def flat(text):
    """Letters and digits: without case, marks, spaces, hyphens and punctuation; ligatures and forms of Arabic undone."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text)).casefold()


def tokens(text):
    """Words; of scripts without spaces, pieces of four letters."""
    for word in re.findall(r"[^\s\u00ad]+(?:\u00ad[^\s\u00ad]+)*", text):
        for run in re.split(f"({UNSPACED}+)", word):
            if re.match(UNSPACED, run):
                yield from (run[at:at + 4] for at in range(0, len(run), 4))
            else:
                yield from filter(None, re.split(r"[^\w\u00ad\u0300-\u036f\u0900-\u097f]+", run))


def bytes_of(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}: status {done.returncode}: {done.stderr.decode()[-300:]}")
    return done.stdout


def pdf_pages(file, *options):
    """The text of each page."""
    return bytes_of("pdftotext", "-enc", "UTF-8", *options, file, "-").decode("utf-8", "replace").split("\f")[:-1]


def readings(file):
    """What a reader finds in it: a list of pages, or of one."""
    if file.suffix == ".pdf":
        return pdf_pages(file)
    if file.suffix == ".epub":
        return [publications.epub_text(file)]
    if file.suffix == ".docx":
        return [publications.docx_text(file)]
    return [publications.html_text(page) for page in html_files(file) if page.suffix == ".html"]


def html_files(file):
    """A page, or all files of a report in several."""
    return sorted(file.parent.rglob("*.*")) if file.name == "index.html" else [file]


def everything_in(file):
    """All texts that are anywhere in it, packages, streams and attached files opened: for what must not be there."""
    if file.suffix == ".pdf":
        yield bytes_of("qpdf", "--json=2", "--json-key=qpdf", file).decode("utf-8", "replace")
        opened = bytes_of("qpdf", "--qdf", "--object-streams=disable", file, "-").decode("utf-8", "ignore")
        yield opened
        for text in re.findall("<feff([0-9a-f]*)>", opened, re.IGNORECASE):  # ActualText in pages' content
            yield bytes.fromhex(text).decode("utf-16-be", "ignore")
    elif zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            for name in package.namelist():
                yield name
                content = package.read(name).decode("utf-8", "ignore")
                yield content
                yield re.sub("<[^>]*>", "", content)
    else:
        for page in html_files(file):
            content = page.read_bytes().decode("utf-8", "ignore")
            yield re.sub("base64,[A-Za-z0-9+/=]*", "", content)
            yield re.sub("<[^>]*>", "", content)
            for data in re.findall("base64,([A-Za-z0-9+/=]+)", content):
                yield base64.b64decode(data).decode("utf-8", "ignore")
