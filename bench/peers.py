"""The programs that rapporteur is measured beside: fetched once, into the cache folder, and only when they are asked for."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CACHE = Path(os.environ.get("RAPPORTEUR_BENCH_PEERS")
             or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur" / "bench")

FONTS = ["EBGaramond12-Regular.otf", "EBGaramond12-Italic.otf", "Inter-Regular.otf", "Inter-SemiBold.otf",
         "InterDisplay-SemiBold.otf"]


def collect_fonts(folder):
    """A folder of the house style's fonts and no others, so that every program sets with the same files."""
    known = {Path(line).name: line for line in _say("fc-list", "--format=%{file}\n").splitlines()}
    folder.mkdir(parents=True, exist_ok=True)
    for name in FONTS:
        if name not in known:
            sys.exit(f"bench: {name} is not installed; scripts/setup report installs it")
        link = folder / name
        link.unlink(missing_ok=True)
        link.symlink_to(known[name])
    return folder


def python():
    """The Python that has Typst and WeasyPrint."""
    return _fetched("python", HERE / "requirements.txt", _make_venv) / "bin" / "python"


def fop():
    """FOP's class path."""
    return _fetched("fop", HERE / "fop.pom.xml", _copy_jars) / "*"


def lualatex():
    _run(ROOT / "scripts" / "setup", "bench-lualatex")
    return shutil.which("lualatex")


def _fetched(name, description, fetch):
    """The folder that `fetch` filled by `description`; filled anew when that has changed."""
    folder = CACHE / name
    stamp = folder / description.name
    if not stamp.exists() or stamp.read_bytes() != description.read_bytes():
        print(f"Fetching {name}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        fetch(folder, description)
        shutil.copy(description, stamp)  # last, for it is what says that all came
    return folder


def _make_venv(folder, requirements):
    venv.create(folder, with_pip=True)
    _run(folder / "bin" / "pip", "install", "--quiet", "--no-deps", "--requirement", requirements)


def _copy_jars(folder, description):
    _run("mvn", "--batch-mode", "--quiet", "--file", description, "dependency:copy-dependencies",
         "-DincludeScope=runtime", f"-DoutputDirectory={folder}")


def _run(*command):
    subprocess.run(command, check=True, stdout=sys.stderr)


def _say(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
