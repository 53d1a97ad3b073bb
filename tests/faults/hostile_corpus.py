"""Corpora made to harm: each is refused with a clear error, at once, whatever they hold or point to."""

import os
import resource
import socket
import subprocess
import unittest

from program import CORPUS, PARTNER, PROGRAM, ProgramTest

INCLUDE = '<xi:include href="partners/one.xml"/>'
MEMORY = 2 << 30  # bytes of address space: nothing here is worth more
# The address sanitizer reserves terabytes of address space; it counts the memory that is used itself.
SANITIZED = b"__asan_init" in PROGRAM.read_bytes()


class HostileCorpus(ProgramTest):
    def check(self, name="corpus.xml"):
        if SANITIZED:
            return self.run_program("check", name, env={"ASAN_OPTIONS": f"hard_rss_limit_mb={MEMORY >> 20}"})
        return self.run_program("check", name, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))

    def assert_refused(self, *said, corpus=None, status=1):
        """An error with these words (a sentence of ours, not a parser's), and nothing made."""
        if corpus is not None:
            self.write("corpus.xml", corpus)
        done = self.check()
        self.assertEqual(done.returncode, status, done.stderr[:2000])
        for words in said:
            self.assertIn(words, done.stderr[:100_000])
        self.assertLess(len(done.stderr), 100_000)

    def assert_include_refused(self, href, *said):
        self.assert_refused("corpus.xml:10:5: error: xi:include: ", *said,
                            corpus=CORPUS.replace("partners/one.xml", href))

    # What the files say

    def test_a_doctype(self):
        for doctype in ("<!DOCTYPE corpus>", '<!DOCTYPE corpus SYSTEM "/etc/passwd">',
                        '<!-- a --><?b?>\n<!DOCTYPE corpus [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
                        '<!DOCTYPE corpus [<!ENTITY % a SYSTEM "http://localhost:1/"> %a;]>',
                        '<!DOCTYPE corpus [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 10_000 + '">]>'):
            with self.subTest(doctype[:60]):
                self.assert_refused("error: a corpus has no DOCTYPE", corpus=CORPUS.replace("\n<corpus", f"\n{doctype}<corpus"))
        self.write("partners/one.xml", PARTNER.replace("\n<partner", "\n<!DOCTYPE partner>\n<partner"))
        self.assert_refused("partners/one.xml:2:1: error: a corpus has no DOCTYPE", corpus=CORPUS)

    def test_an_entity_that_nobody_declared(self):
        self.assert_refused("&passwd; means nothing here", corpus=CORPUS.replace("A page", "A &passwd; page"))

    def test_another_encoding(self):
        utf16 = CORPUS.replace("UTF-8", "UTF-16")
        for name, corpus in {
            "UTF-16": utf16.encode("utf-16"),
            "UTF-16 that doesn't say so": CORPUS.split("\n", 1)[1].encode("utf-16-be"),
            "UTF-16 with a DOCTYPE": ("<!DOCTYPE corpus>" + CORPUS.split("\n", 1)[1]).encode("utf-16-le"),
            "UTF-32": utf16.encode("utf-32"),
            "Latin-1 that says UTF-8": CORPUS.replace("Holder", "Détenteur").encode("latin-1"),
            "overlong UTF-8": CORPUS.encode().replace(b"Holder", b"\xc0\xbcb/\xc0\xbe"),
            "a surrogate": CORPUS.encode().replace(b"Holder", b"\xed\xa0\x80"),
            "EBCDIC": CORPUS.encode("cp037"),
        }.items():
            with self.subTest(name):
                self.assert_refused("the file isn't UTF-8", corpus=corpus)

    def test_a_declaration_of_another_encoding(self):
        for declared in ('encoding="ISO-8859-1"', "encoding = 'UTF-7'", 'encoding\n=\n"UTF-16"'):
            with self.subTest(declared):
                self.assert_refused("declares an encoding other than UTF-8",
                                    corpus=CORPUS.replace('encoding="UTF-8"', declared))

    def test_nul_bytes(self):
        for corpus in (CORPUS.replace("Holder", "Hol\0der"), CORPUS + "\0" * 1000, "\0" * 1_000_000):
            self.assert_refused("the file isn't UTF-8", corpus=corpus)

    def test_a_million_attributes(self):
        many = " ".join(f'a{at}=">"' for at in range(1_000_000))
        for tag in ("<corpus ", "<title "):
            with self.subTest(tag):
                self.assert_refused("a tag longer than any of a corpus",
                                    corpus=CORPUS.replace(tag.strip(), f"{tag}{many}", 1))

    def test_many_tags_with_many_attributes(self):
        tag = "<x " + " ".join(f'a{at}=""' for at in range(900)) + "/>"
        self.assert_refused("<x> may not stand here", corpus=CORPUS.replace(INCLUDE, tag * 500))

    def test_a_million_namespaces(self):
        many = " ".join(f'xmlns:a{at}="urn:{at}"' for at in range(1_000_000))
        self.assert_refused("a tag longer than any of a corpus", corpus=CORPUS.replace("<corpus ", f"<corpus {many} "))

    def test_elements_nested_without_end(self):
        for opening in ('<foreign xml:lang="en">', "<corpus>", "<a><b/>"):
            with self.subTest(opening):
                self.assert_refused("deeper than those of any corpus",
                                    corpus=CORPUS.replace("A page", opening * 200_000))

    def test_a_quote_that_never_ends(self):
        self.assert_refused("a tag longer than any of a corpus",
                            corpus=CORPUS.replace('id="sample"', 'id="sample') + "<p>words</p>\n" * 300_000)

    def test_a_comment_that_never_ends(self):
        self.assert_refused("a comment that doesn't end", corpus=CORPUS.split("<title>")[0] + "<!--" + "words\n" * 300_000)

    def test_hyphens_without_end_in_a_comment(self):
        self.assert_refused("two hyphens within a comment", corpus=CORPUS.replace("<title>", f"<!-- {'--' * 300_000} --><title>"))

    def test_prefixes_that_nobody_declared(self):
        self.assert_refused("error:", corpus=CORPUS.replace(INCLUDE, "<x:y/>" * 300_000))

    def test_a_text_without_end(self):
        self.assert_refused("a text longer than any of a corpus", corpus=CORPUS.replace("A page", "words " * 5_000_000))

    def test_errors_without_end(self):
        self.assert_refused("and ", "more errors", corpus=CORPUS.replace(INCLUDE, '<partner x="y"/>' * 200_000))

    def test_names_that_lead_nowhere_without_end(self):
        partner = PARTNER.split("\n", 1)[1]
        partners = "".join(partner.replace('"one"', f'"p{at}"').replace('"membership"', f'"m{at}"').replace('"page"', f'"page{at}"')
                           for at in range(10_000))
        self.assert_refused("there is no source “page0”", "did you mean “page”?", "more errors",
                            corpus=CORPUS.replace(INCLUDE, partners))

    def test_an_error_after_a_hundred_warnings_is_not_lost(self):
        quiet = '<engagement><text xml:lang="en">We met.</text></engagement>' * 150
        done_wrong = PARTNER.replace("</relationship>", "").replace('source="page"/>\n', f'source="page"/>{quiet}\n')
        done_wrong = done_wrong.replace("</partner>", '<document uri="nowhere"/></partner>')
        self.write("partners/one.xml", done_wrong)
        self.assert_refused("error", corpus=CORPUS)
        done = self.build("pdf")
        self.assertEqual((done.returncode, self.made.exists()), (1, False))

    # What they point to

    def test_paths_that_lead_out(self):
        (self.folder.parent / "outside.xml").write_text(PARTNER)
        self.addCleanup((self.folder.parent / "outside.xml").unlink)
        self.assert_include_refused("/etc/passwd", "is an absolute path")
        self.assert_include_refused("../outside.xml", "leads out of the corpus's folder")
        self.assert_include_refused("partners/../../outside.xml", "leads out of the corpus's folder")
        self.assert_include_refused("file:///etc/passwd", "is an address")
        self.assert_include_refused("http://localhost:1/one.xml", "is an address")
        self.assert_include_refused("partners/" * 700 + "one.xml", "there is no file")

    def test_links_that_lead_out(self):
        partners = self.folder / "partners"
        (partners / "out.xml").symlink_to("/etc/passwd")
        (partners / "far").symlink_to("/etc")
        (partners / "nowhere.xml").symlink_to("/nowhere/at/all")
        self.assert_include_refused("partners/out.xml", "leads out of the corpus's folder")
        self.assert_include_refused("partners/far/passwd", "leads out of the corpus's folder")
        self.assert_include_refused("partners/nowhere.xml", "there is no file")

    def test_loops(self):
        partners = self.folder / "partners"
        (partners / "itself.xml").symlink_to("itself.xml")
        (partners / "round").symlink_to("../partners")
        self.assert_include_refused("partners/itself.xml", "leads back to itself")
        self.assert_include_refused("partners/" + "round/" * 100 + "one.xml", "leads back to itself")
        self.assert_refused("draws in itself", corpus=CORPUS.replace("partners/one.xml", "corpus.xml"))
        self.assert_refused("is drawn in twice", corpus=CORPUS.replace(INCLUDE, INCLUDE + '<xi:include href="partners/round/one.xml"/>'))

    def test_what_is_no_file(self):
        partners = self.folder / "partners"
        os.mkfifo(partners / "fifo.xml")
        listener = self.enterContext(socket.socket(socket.AF_UNIX))
        folder = os.open(partners, os.O_RDONLY)  # a socket's path may only be short
        self.addCleanup(os.close, folder)
        listener.bind(f"/proc/self/fd/{folder}/socket.xml")
        (partners / "folder.xml").mkdir()
        (partners / "device.xml").symlink_to("/dev/zero")
        for name in ("fifo.xml", "socket.xml", "folder.xml"):
            self.assert_include_refused(f"partners/{name}", "isn't a regular file")
        self.assert_include_refused("partners/device.xml", "leads out of the corpus's folder")

    def test_the_corpus_itself_is_no_file(self):
        os.mkfifo(self.folder / "fifo.xml")
        for name, said in (("fifo.xml", "is a fifo, not a file"), ("/dev/zero", "is a device, not a file"),
                           ("/dev/full", "is a device, not a file")):
            with self.subTest(name):
                done = self.check(name)
                self.assertEqual(done.returncode, 3)
                self.assertIn(f"{name}: error: {said}", done.stderr)

    def test_a_file_of_five_gibibytes(self):
        for name in ("corpus.xml", "partners/one.xml"):
            with self.subTest(name):
                before = (self.folder / name).read_bytes()
                os.truncate(self.folder / name, 5 << 30)
                self.assert_refused(f"{name}: error: the file: 5120 MiB; the limit “file” allows 1024", status=1)
                self.write(name, before)

    def test_a_file_that_grows_while_it_is_read(self):
        grow = self.enterContext(subprocess.Popen(["sh", "-c", "while :; do printf '<!-- -->' >> corpus.xml; done"], cwd=self.folder))
        self.addCleanup(grow.kill)
        for _ in range(5):
            self.assertIn(self.check().returncode, (0, 1))


if __name__ == "__main__":
    unittest.main(verbosity=2)
