"""A disk that is full, a folder that may not be written in, a file that may not be read."""

import os
import resource
import shutil
import subprocess
import sys
import unittest

from program import ProgramTest, contents

# Permission bits bind root too once it has lost the capability to override them.
WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"] if os.geteuid() == 0 else []


def own_mounts():
    """How to run something where it may mount: in namespaces of its own. None where the kernel doesn't allow it."""
    for way in (["unshare", "--map-root-user", "--mount"], ["unshare", "--mount"]):
        if subprocess.run([*way, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0:
            return way
    return None


def in_pages(data):
    """The bytes that a file takes on a tmpfs."""
    return -(-len(data) // 4096) * 4096


class DiskFails(ProgramTest):
    def test_no_file_may_grow(self):
        for limit in (0, 1, 4096, 20_000):
            with self.subTest(limit):
                self.assert_fails_and_leaves_the_earlier(
                    ["can't be written"], "pdf", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                shutil.rmtree(self.made)

    def test_the_disk_is_full(self):
        """On a small tmpfs; where none can be mounted, a file limit stands for it, and the test says so."""
        earlier = self.make_the_earlier()
        of_pdf = in_pages(earlier["sample-2026-en.pdf"])
        full = sum(map(in_pages, earlier.values()))
        way = own_mounts()
        for formats, room, said in (("pdf", 4096, "No space left on device"), ("epub", 4096, "No space left on device"),
                                    ("docx", 4096, "No space left on device"), ("pdf,epub", of_pdf + 8192, "No space left")):
            with self.subTest(formats):
                if way is None:
                    print("no tmpfs can be mounted here: a file limit stands for the full disk", file=sys.stderr)
                    done = self.build(formats, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
                    self.assert_surroundings_failed(done)
                    self.assertEqual(contents(self.made), earlier)
                else:
                    done, seen = self.build_on_a_disk_of(full + room, formats, way)
                    self.assert_surroundings_failed(done, "made/sample-2026-en.", "can't be written", said)
                    self.assertEqual(seen, earlier)

    def build_on_a_disk_of(self, size, formats, way):
        """A build where `made` is a small disk with the earlier outputs on it, and what is there afterwards."""
        script = (f"mv made kept && mkdir made && mount -t tmpfs -o size={size} none made && cp kept/* made && "
                  '"$@"; status=$?; cp -a made seen; umount made; rmdir made; mv kept made; exit $status')
        done = self.run_program("build", "corpus.xml", "--to", formats, "--out", "made", before=[*way, "sh", "-c", script, "sh"])
        seen = contents(self.folder / "seen")
        shutil.rmtree(self.folder / "seen")
        return done, seen

    def test_standard_output_is_full(self):
        with open("/dev/full", "w") as full:
            done = self.build("pdf", stdout=full)
        self.assert_surroundings_failed(done, "standard output")

    def test_standard_output_is_closed(self):
        done = self.run_program("build", "corpus.xml", "--out", "made", before=["sh", "-c", 'exec "$@" >&-', "sh"])
        self.assert_surroundings_failed(done, "standard output")
        self.assertEqual(next(iter(contents(self.made).values()))[:5], b"%PDF-")

    def test_standard_error_is_closed(self):
        """No message may end up in a file."""
        self.write("partners/one.xml", "<partner/>")
        before = contents(self.folder)
        done = self.run_program("build", "corpus.xml", "--out", "made", before=["sh", "-c", 'exec "$@" 2>&-', "sh"])
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(contents(self.folder), before)

    def test_the_folder_may_not_be_written_in(self):
        earlier = self.make_the_earlier()
        self.made.chmod(0o555)
        self.assert_surroundings_failed(self.build(before=WITHOUT_PRIVILEGE), "made: error:", "Permission denied")
        self.made.chmod(0o755)
        self.assertEqual(contents(self.made), earlier)

    def test_the_folder_can_not_be_made(self):
        (self.folder / "shut").mkdir(mode=0o555)
        done = self.run_program("build", "corpus.xml", "--out", "shut/made", before=WITHOUT_PRIVILEGE)
        self.assert_surroundings_failed(done, "shut/made: error:", "Permission denied")

    def test_a_file_has_the_folders_name(self):
        self.write("made", "a file")
        self.assert_surroundings_failed(self.build(), "made: error:", "Not a directory")
        self.assertEqual((self.folder / "made").read_text(), "a file")

    def test_a_folder_has_the_files_name(self):
        earlier = self.make_the_earlier()
        (self.made / "sample-2026-en.docx").unlink()
        (self.made / "sample-2026-en.docx").mkdir()
        earlier["sample-2026-en.docx"] = None
        self.assert_surroundings_failed(self.build(), "made/sample-2026-en.docx: error:", "a folder has this name")
        self.assertEqual(contents(self.made), earlier)

    def test_there_is_no_room_for_temporary_files(self):
        earlier = self.make_the_earlier()
        self.temporary.chmod(0o555)
        self.assert_surroundings_failed(self.build("epub", before=WITHOUT_PRIVILEGE), "temporary: error:", "Permission denied")
        self.assertEqual(contents(self.made), earlier)

    def test_a_file_of_the_corpus_may_not_be_read(self):
        (self.folder / "partners" / "one.xml").chmod(0o000)
        done = self.build("pdf", before=WITHOUT_PRIVILEGE)
        self.assert_surroundings_failed(done, "partners/one.xml: error: can't be read: Permission denied")

    def test_an_earlier_output_is_kept_as_it_is_until_the_new_one_is_whole(self):
        """Somebody who reads the earlier file while the new one is made reads the earlier one to its end."""
        earlier = self.make_the_earlier()
        with (self.made / "sample-2026-en.pdf").open("rb") as reader:
            self.assertEqual(self.build("pdf").returncode, 0)
            self.assertEqual(reader.read(), earlier["sample-2026-en.pdf"])
        self.assertNotEqual(contents(self.made)["sample-2026-en.pdf"], earlier["sample-2026-en.pdf"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
