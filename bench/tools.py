"""What each tool is given and how it is called: one function a tool, which writes the tool's source and tells the command."""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import peers
from sources import corpus_xml, formatting_objects, html_page, latex, plain, typst_markup

BUILD = peers.ROOT / "build" / "release"

FOP_CONFIGURATION = """<fop version="1.0">
<accessibility>true</accessibility>
<renderers><renderer mime="application/pdf">
<pdf-ua-mode>PDF/UA-1</pdf-ua-mode>
<fonts>
<font embed-url="{fonts}/EBGaramond12-Regular.otf"><font-triplet name="Serif" style="normal" weight="normal"/></font>
<font embed-url="{fonts}/EBGaramond12-Italic.otf"><font-triplet name="Serif" style="italic" weight="normal"/></font>
<font embed-url="{fonts}/Inter-Regular.otf"><font-triplet name="Sans" style="normal" weight="normal"/></font>
<font embed-url="{fonts}/Inter-SemiBold.otf"><font-triplet name="Sans" style="normal" weight="600"/></font>
<font embed-url="{fonts}/InterDisplay-SemiBold.otf"><font-triplet name="Display" style="normal" weight="600"/></font>
</fonts></renderer></renderers></fop>
"""
TYPST = ("import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], "
         "ignore_system_fonts=True, pdf_standards=['ua-1'])")
# For each run of pandoc that reads an AST: what it was given, kept beside this script; and then pandoc.
RECORDER = """#!/bin/sh
record=$(dirname "$0")
case "$*" in *--from=json*) ;; *) exec {pandoc} "$@" ;; esac
cp -r . "$record/folder"
printf '%s\\n' "$@" > "$record/arguments"
env > "$record/environment"
tee "$record/ast.json" | {pandoc} "$@"
"""


@dataclass
class Bench:
    """What all tools of a run share."""
    report: object
    folder: Path
    fonts: Path

    def room(self, name):
        """An empty folder for one tool."""
        room = self.folder / name
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
        return room


@dataclass
class Job:
    command: list
    product: Path = None
    folder: Path = Path(".")
    environment: dict = None
    input: Path = None
    source: Path = field(default=None)


def floor(bench):
    room = bench.room("floor")
    source = plain.write(bench.report, room, bench.fonts)
    product = room / "report.pdf"
    return Job([BUILD / "bench" / "floor", source, bench.fonts / "EBGaramond12-Regular.otf", product], product)


def rapporteur_check(bench):
    room = bench.room("rapporteur-check")
    return Job([BUILD / "rapporteur", "check", corpus_xml.write(bench.report, room, bench.fonts)])


def rapporteur(extension):
    def build(bench):
        room = bench.room(f"rapporteur-{extension}")
        source = corpus_xml.write(bench.report, room, bench.fonts)
        command = [BUILD / "rapporteur", "build", source, "--to", extension, "--pandoc-timeout", "7200", "--out", room]
        return Job(command, room / f"bench-partnerships-2026-en.{extension}")
    return build


def pandoc(extension):
    """Pandoc alone, on the very AST, files and environment that rapporteur gives it, and its arguments but for those
    to pandoc's runtime: as it comes."""
    def replay(bench):
        room = bench.room(f"pandoc-{extension}")
        program = shutil.which("pandoc")
        recorder = room / "pandoc"
        recorder.write_text(RECORDER.format(pandoc=program))
        recorder.chmod(0o755)
        recorded = rapporteur(extension)(bench)
        subprocess.run(recorded.command, check=True, stdout=subprocess.DEVNULL, env={"PATH": f"{room}:/usr/bin:/bin"})
        environment = dict(line.split("=", 1) for line in (room / "environment").read_text().splitlines())
        arguments = (room / "arguments").read_text().splitlines()
        if "+RTS" in arguments:
            arguments = arguments[:arguments.index("+RTS")]
        return Job([program, *arguments], room / "folder" / "made", room / "folder",
                   environment | {"HOME": str(room)}, room / "ast.json")
    return replay


def typst(bench):
    room = bench.room("typst")
    source = typst_markup.write(bench.report, room, bench.fonts)
    product = room / "report.pdf"
    return Job([peers.python(), "-c", TYPST, source, product, bench.fonts], product)


def weasyprint(bench):
    room = bench.room("weasyprint")
    source = html_page.write(bench.report, room, bench.fonts)
    product = room / "report.pdf"
    return Job([peers.python(), "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", source, product], product)


def fop(bench):
    room = bench.room("fop")
    source = formatting_objects.write(bench.report, room, bench.fonts)
    configuration = room / "fop.xconf"
    configuration.write_text(FOP_CONFIGURATION.format(fonts=bench.fonts))
    product = room / "report.pdf"
    command = ["java", "-Djava.awt.headless=true", "-cp", peers.fop(), "org.apache.fop.cli.Main", "-q", "-c", configuration,
               "-fo", source, "-pdf", product]
    return Job(command, product)


def lualatex(bench):
    """Three passes: one for the headings, one for the contents, one for the pages that the contents have moved."""
    room = bench.room("lualatex")
    latex.write(bench.report, room, bench.fonts)
    passes = " && ".join([f"{peers.lualatex()} --interaction=batchmode --halt-on-error report.tex >/dev/null"] * 3)
    return Job(["sh", "-c", passes], room / "report.pdf", room)


TOOLS = {
    "rapporteur-check": rapporteur_check,
    "rapporteur-pdf": rapporteur("pdf"),
    "rapporteur-epub": rapporteur("epub"),
    "rapporteur-docx": rapporteur("docx"),
    "rapporteur-html": rapporteur("html"),
    "pandoc-epub": pandoc("epub"),
    "pandoc-docx": pandoc("docx"),
    "pandoc-html": pandoc("html"),
    "typst": typst,
    "weasyprint": weasyprint,
    "fop": fop,
    "lualatex": lualatex,
    "floor": floor,
}
