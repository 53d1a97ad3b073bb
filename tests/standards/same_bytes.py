"""The same corpus gives the same bytes, whoever runs it, where and when."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from publications import CORPUS, FORMATS, LANGUAGES, RAPPORTEUR, report


def build(corpus, out, folder, umask, **environment):
    subprocess.run([RAPPORTEUR, "build", corpus, "--to", ",".join(FORMATS), "--lang", "en,fr,es", "--out", out], check=True,
                   stdout=subprocess.DEVNULL, cwd=folder, umask=umask, env={"PATH": os.environ["PATH"], **environment})


class SameBytes(unittest.TestCase):
    def test_time_zone_locale_umask_and_folders_leave_no_trace(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "elsewhere").mkdir()
            (folder / "temporary").mkdir()
            shutil.copytree(CORPUS.parent, folder / "a copy of dci")
            build(CORPUS, folder / "one", "/", 0o077, TZ="Pacific/Auckland", LC_ALL="C", HOME="/nonexistent")
            build("../a copy of dci/corpus.xml", "../two", folder / "elsewhere", 0o002, TZ="America/Caracas",
                  LC_ALL="tr_TR.UTF-8", LANG="ar", HOME=name, TMPDIR=str(folder / "temporary"), USER="someone",
                  SOURCE_DATE_EPOCH="1")
            for language in LANGUAGES:
                for form in FORMATS:
                    published = report(language, form)
                    with self.subTest(published.name):
                        bytes_here = published.read_bytes()
                        self.assertEqual((folder / "one" / published.name).read_bytes(), bytes_here)
                        self.assertEqual((folder / "two" / published.name).read_bytes(), bytes_here)


if __name__ == "__main__":
    unittest.main(verbosity=2)
