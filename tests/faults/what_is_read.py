"""A trace of builds: every file that the program and its children open lies in the places that SECURITY.md allows."""

import pathlib
import re
import shutil
import subprocess
import unittest

from program import PARTNER, PROGRAM, ProgramTest

# Of the system, any program; the rest is the program's own, or named by the command line.
SYSTEM = ("/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/alternatives",
          "/etc/localtime", "/etc/nsswitch.conf", "/etc/passwd", "/etc/ssl/openssl.cnf", "/var/cache/fontconfig", "/var/lib/ghc",
          "/sys/devices/system/cpu", "/sys/kernel/mm/transparent_hugepage", "/proc", "/dev/null", "/dev/urandom", "/dev/random",
          "/dev/zero")
PROGRAMS = {"rapporteur", "pandoc", "rsvg-convert"}
OPENED = re.compile(r"^\d+ +(?:open|openat|openat2|creat)\(.* = \d+<(/.*?)>(?: .*)?$")  # with -y, the result's own path
EXECUTED = re.compile(r'^\d+ +execve\("(.*?)",.* = 0$')
SOCKET = re.compile(r"^\d+ +(?:socket|connect)\(.* = \d+(?:<.*>)?$")

PICTURE = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9" font-family="Some Letters">A</text></svg>\n')
PHOTO = ('  <photo file="one.svg" credit="Nobody" consent="2025"><alternative><text xml:lang="en">A</text></alternative></photo>\n')


class WhatIsRead(ProgramTest):
    def setUp(self):
        super().setUp()
        subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], check=True)  # else nothing is shown below
        (self.folder / "one.svg").write_text(PICTURE)
        self.write("partners/one.xml", PARTNER.replace("</partner>", PHOTO + "</partner>"))
        self.own = [str((PROGRAM.parent / "share" / "rapporteur").resolve())]
        for name in ("schema", "styles"):
            self.own.append(str((PROGRAM.parent / "share" / "rapporteur" / name).resolve()))

    def trace(self, *arguments, **how):
        """The lines of a run's trace."""
        trace = self.folder.parent / f"{self.folder.name}.trace"
        self.addCleanup(trace.unlink, missing_ok=True)
        done = self.run_program(*arguments, before=["strace", "-f", "-y", "-qq", "-o", str(trace),
                                                    "-e", "trace=open,openat,openat2,creat,execve,socket,connect"], **how)
        self.assertEqual(done.returncode, 0, done.stderr)
        return trace.read_text(errors="replace").splitlines()

    def assert_reads_only(self, lines, *more):
        places = [*SYSTEM, *self.own, str(self.folder), str(PROGRAM.parent), *more]
        opened = {found[1].removesuffix(" (deleted)") for found in map(OPENED.match, lines) if found}
        self.assertGreater(len(opened), 50)
        within = lambda path: any(path == place or path.startswith(place + "/") for place in places)
        self.assertEqual(sorted(path for path in opened if path.startswith("/") and not within(path)), [])
        self.assertEqual({pathlib.Path(found[1]).name for found in map(EXECUTED.match, lines) if found} - PROGRAMS, set())
        self.assertEqual([line for line in lines if SOCKET.match(line)], [])
        return opened

    def test_a_build_of_all_formats(self):
        lines = self.trace("build", "corpus.xml", "--to", "pdf,epub,docx,html", "--out", "made")
        opened = self.assert_reads_only(lines)
        self.assertIn(str(self.folder / "partners" / "one.xml"), opened)
        ran = {pathlib.Path(found[1]).name for found in map(EXECUTED.match, lines) if found}
        self.assertEqual(ran, PROGRAMS)

    def test_a_check_and_a_snapshot(self):
        self.assert_reads_only(self.trace("check", "corpus.xml"))
        self.assert_reads_only(self.trace("snapshot", "corpus.xml", "--to", "pdf", "--out", "made"))
        self.assert_reads_only(self.trace("verify", "made/sample-2026-11-24"))

    def test_fonts_of_the_users_own(self):
        """A picture's letters are drawn with them, and nothing else of the home folder is read."""
        home = self.folder.parent / f"{self.folder.name}.home"
        self.addCleanup(shutil.rmtree, home)
        listed = subprocess.run(["fc-list", ":family=Inter:style=Regular", "file"], capture_output=True, text=True, check=True)
        source = listed.stdout.splitlines()[0].rstrip(": ")
        for place in (".fonts", ".local/share/fonts"):
            (home / place).mkdir(parents=True)
            shutil.copy(source, home / place)
        (home / ".secret").write_text("secret")
        opened = self.assert_reads_only(self.trace("build", "corpus.xml", "--out", "made", env={"HOME": str(home)}),
                                        str(home / ".fonts"), str(home / ".local/share/fonts"), str(home / ".cache/fontconfig"))
        self.assertTrue(any(path.startswith(str(home / ".fonts")) for path in opened))


if __name__ == "__main__":
    unittest.main(verbosity=2)
