"""Laws of files: what other programs and the program itself say of them."""

import subprocess

from reading_text import publications


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace", timeout=300)


def _last(done):
    return (done.stdout + done.stderr).strip()[-600:]


def wrong_in_pdf(file):
    done = run("qpdf", "--check", file)
    if done.returncode != 0:
        yield f"qpdf --check: {_last(done)}"


def unproved(rapporteur, file):
    done = run(rapporteur, "verify", file)
    if done.returncode != 0:
        yield f"verify: status {done.returncode}: {_last(done)}"


def invalid_epub(file):
    done = run("java", "-XX:TieredStopAtLevel=1", "-cp", publications.validator("epubcheck"), "com.adobe.epubcheck.tool.Checker",
               "--failonwarnings", file)
    if done.returncode != 0:
        yield f"epubcheck: {_last(done)}"
