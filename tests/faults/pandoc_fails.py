"""A pandoc that is missing, hangs, fails, warns or makes rubbish, while the PDF beside it would have been made."""

import unittest

from program import ProgramTest, contents

VERSION = 'if [ "$1" = --version ]; then echo "pandoc 2.17.1.1"; exit; fi\n'


class PandocFails(ProgramTest):
    def assert_told(self, script, *said, formats="pdf,epub", seconds=100):
        self.assert_fails_and_leaves_the_earlier(said, formats, "--pandoc-timeout", str(seconds),
                                                 env=self.on_path("pandoc", script))

    def test_it_is_not_there(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.assert_fails_and_leaves_the_earlier(["pandoc isn't on PATH"], env={"PATH": str(empty)})

    def test_it_can_not_be_started(self):
        path = self.on_path("pandoc", "")
        (self.folder / "first on path" / "pandoc").write_text("#!/nowhere/interpreter\n")
        self.assert_fails_and_leaves_the_earlier(["can't be started"], env=path)

    def test_it_hangs(self):
        self.assert_told(VERSION + "sleep 600 & sleep 600", "2 seconds", seconds=2)

    def test_it_hangs_when_asked_for_its_version(self):
        self.assert_told("sleep 600", "doesn't tell its version in time", seconds=2)

    def test_it_says_rubbish_of_its_version(self):
        self.assert_told("head -c 100000 /dev/urandom", "isn't a pandoc that we know")

    def test_it_fails(self):
        self.assert_told(VERSION + "echo 'out of heap' >&2; exit 251", "status 251", "out of heap")

    def test_it_is_killed(self):
        self.assert_told(VERSION + "kill -KILL $$", "was killed")

    def test_it_warns(self):
        self.assert_told(VERSION + "echo x > made; echo '[WARNING] left out' >&2", "[WARNING] left out")

    def test_it_prints_without_end(self):
        self.assert_told(VERSION + "yes", "2 seconds", seconds=2)

    def test_it_fails_with_rubbish_for_words(self):
        self.assert_told(VERSION + r"printf '\033[31m\377\001nonsense\n' >&2; exit 1", r"status 1: \u{1b}[31m\xFF\u{1}nonsense")

    def test_it_opens_what_is_none_of_its_own(self):
        self.write("secret", "the secret words")
        secret = self.folder / "secret"
        self.assert_told(VERSION + f'{{ cat "{secret}"; echo altered > "{secret}"; }} 2>&1 | tr -d "\\n" >&2; exit 1',
                         "Permission denied")
        self.assertEqual(secret.read_text(), "the secret words")

    def test_it_makes_nothing(self):
        self.assert_told(VERSION, "made no EPUB")

    def test_it_makes_rubbish(self):
        self.assert_told(VERSION + "head -c 100000 /dev/urandom > made", "isn't a good ZIP package")

    def test_it_makes_half_a_package(self):
        self.assert_told(VERSION + 'PATH=/usr/bin:/bin; pandoc "$@" && head -c 9000 made > half && mv half made',
                         "isn't a good ZIP package")

    def test_it_makes_a_package_with_a_damaged_part(self):
        self.assert_told(VERSION + 'PATH=/usr/bin:/bin; pandoc "$@" && printf "%0900d" 0 | '
                         'dd of=made bs=1 seek=3000 conv=notrunc 2>/dev/null', "isn't a good ZIP package")

    def test_it_makes_a_package_that_claims_to_be_without_end(self):
        # The last central directory entry's uncompressed size, at 24 bytes into it, becomes nearly 4 GiB.
        self.assert_told(VERSION + 'PATH=/usr/bin:/bin; pandoc "$@" && at=$(grep -obUaP "PK\\x01\\x02" made | tail -n 1) && '
                         r'printf "\376\377\377\377" | dd of=made bs=1 seek=$((${at%%:*} + 24)) conv=notrunc 2>/dev/null',
                         "isn't a good ZIP package")

    def test_it_makes_a_package_without_what_belongs_into_it(self):
        self.assert_told(VERSION + "echo x > x; PATH=/usr/bin:/bin; python3 -c 'import zipfile; "
                         'zipfile.ZipFile("made", "w").writestr("mimetype", "x")\'', "EPUB")

    def test_one_whose_runtime_takes_no_arguments_makes_the_same(self):
        self.build("epub,docx,html")
        with_arguments = contents(self.made)
        self.assertEqual(len(with_arguments), 3)
        refuses = 'case "$*" in *+RTS*) echo "Most RTS options are disabled." >&2; exit 1;; esac; exec /usr/bin/pandoc "$@"'
        done = self.build("epub,docx,html", env=self.on_path("pandoc", refuses))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(contents(self.made), with_arguments)


if __name__ == "__main__":
    unittest.main(verbosity=2)
