"""The archive of a year, before other people's programs: bagit, sha512sum, ssh-keygen, minisign, unzip."""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

from publications import RAPPORTEUR, SOURCE, python_tool, said

YEARS = SOURCE / "tests" / "corpora" / "years"
NAME = "lanterns-2026-06-30"
SEED = 8493
ALTERATIONS_OF_EACH_FILE = 12


def rapporteur(*arguments, status=0, **how):
    done = subprocess.run([str(RAPPORTEUR), *map(str, arguments)], capture_output=True, text=True, **how)
    if done.returncode != status:
        raise AssertionError(f"{arguments}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def snapshot(out, *options, year="2026", **how):
    made = rapporteur("snapshot", YEARS / year / "corpus.xml", "--out", out, *options, **how)
    return pathlib.Path(made.stdout.strip())


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def write_manifests_again(bag):
    """With the digests that the files have now; those of the payload first, for the others list them."""
    for manifest in ("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        names = [line.split("  ", 1)[1] for line in (bag / manifest).read_text().splitlines()]
        tool = manifest.split("-")[1].removesuffix(".txt") + "sum"
        done = subprocess.run([tool, *(name for name in names if (bag / name).exists())], cwd=bag, capture_output=True,
                              text=True, check=True)
        (bag / manifest).write_text(done.stdout)


def pack_again(package):
    """The same files in a ZIP with other bytes."""
    with zipfile.ZipFile(package) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    with zipfile.ZipFile(package, "w") as parts:
        for name, bytes_there in files.items():
            parts.writestr(name, bytes_there)


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.home.name)
        for kind in ("ssh", "other"):
            said("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "someone", "-f", cls.folder / kind)
        said("minisign", "-G", "-W", "-p", cls.folder / "minisign.pub", "-s", cls.folder / "minisign.key")
        cls.bag = snapshot(cls.folder / "signed", "--sign", cls.folder / "ssh")

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def copy(self, name):
        copy = self.folder / name / NAME
        shutil.copytree(self.bag, copy)
        return copy

    def test_bagit_finds_it_valid(self):
        said(python_tool("bagit.py"), "--validate", self.bag)

    def test_sha512sum_finds_every_file_right(self):
        subprocess.run(["sha512sum", "--check", "--quiet", "manifest-sha512.txt", "tagmanifest-sha512.txt"],
                       cwd=self.bag, check=True)

    def test_ssh_keygen_alone_checks_the_signature(self):
        allowed = self.folder / "allowed"
        allowed.write_text("signer " + (self.folder / "ssh.pub").read_text())
        check = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "signer", "-n", "rapporteur", "-s",
                 self.bag / "tagmanifest-sha512.txt.sig"]
        signed = (self.bag / "tagmanifest-sha512.txt").read_bytes()
        subprocess.run(check, input=signed, check=True, capture_output=True)
        self.assertNotEqual(subprocess.run(check, input=signed + b" ", capture_output=True).returncode, 0)

    def test_minisign_alone_checks_the_signature_of_an_unpacked_zip(self):
        made = snapshot(self.folder / "zip", "--zip", "--to", "pdf", "--lang", "en", "--sign",
                        self.folder / "minisign.key")
        said("unzip", "-q", made, "-d", self.folder / "unzipped")
        unpacked = self.folder / "unzipped" / NAME
        said("minisign", "-V", "-p", self.folder / "minisign.pub", "-m", unpacked / "tagmanifest-sha512.txt")
        said(python_tool("bagit.py"), "--validate", unpacked)
        rapporteur("verify", made, "--key", self.folder / "minisign.pub")
        rapporteur("verify", unpacked, "--key", self.folder / "minisign.pub", "--no-rebuild")

    def test_every_output_is_made_again_byte_for_byte(self):
        told = rapporteur("verify", self.bag, "--key", self.folder / "ssh.pub").stdout
        outputs = [line for line in told.splitlines() if line.startswith("data/output/")]
        self.assertEqual(len(outputs), 8, told)  # two languages, four formats
        for line in outputs:
            self.assertTrue(line.endswith("made again, the same byte for byte"), line)

    def test_the_bag_holds_all_that_it_takes_to_make_it_again(self):
        # The corpus in the bag, with the schema and the styles in the bag, gives the same bag.
        inside = self.bag / "data"
        rapporteur("snapshot", inside / "sources" / "lanterns" / "corpus.xml", "--schema-dir", inside / "schema",
                   "--styles-dir", inside / "styles", "--out", self.folder / "again", "--sign", self.folder / "ssh")
        self.assertEqual(contents(self.folder / "again" / NAME), contents(self.bag))

    def test_time_zone_locale_umask_and_folders_leave_no_trace(self):
        environment = {"PATH": os.environ["PATH"], "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nonexistent"}
        made = snapshot(self.folder / "elsewhere", "--sign", self.folder / "ssh", "--jobs", "1", umask=0o077, cwd="/",
                        env=environment)
        self.assertEqual(contents(made), contents(self.bag))

    def test_what_is_not_for_everyone_is_its_owners_alone_to_open(self):
        lantern = SOURCE / "tests" / "corpora" / "lantern" / "corpus.xml"
        made = {}
        for name, corpus, options in (("withheld", lantern, ()), ("zip", lantern, ("--zip",)), ("open", YEARS / "2026" / "corpus.xml", ())):
            said_of = rapporteur("snapshot", corpus, "--to", "html", "--lang", "en", "--out", self.folder / name, *options, umask=0o022)
            made[name] = pathlib.Path(said_of.stdout.strip())
        for name, for_folders, for_files in (("withheld", 0o700, 0o600), ("open", 0o755, 0o644)):
            for path in [made[name], *made[name].rglob("*")]:
                self.assertEqual(path.stat().st_mode & 0o777, for_folders if path.is_dir() else for_files, path)
        self.assertEqual(made["zip"].stat().st_mode & 0o777, 0o600)

    def test_a_byte_altered_in_any_file_is_found_and_named(self):
        lots = random.Random(SEED)
        altered = self.copy("altered")
        for name, bytes_there in sorted(contents(altered).items()):
            for _ in range(ALTERATIONS_OF_EACH_FILE):
                place = lots.randrange(len(bytes_there))
                other = bytes([bytes_there[place] ^ lots.randrange(1, 256)])
                (altered / name).write_bytes(bytes_there[:place] + other + bytes_there[place + 1:])
                told = rapporteur("verify", altered, "--no-rebuild", status=1).stderr
                self.assertIn(f"{altered / name}:", told)
            (altered / name).write_bytes(bytes_there)
        rapporteur("verify", altered, "--no-rebuild")

    def test_forging_the_manifests_too_does_not_help_against_a_signature(self):
        forged = self.copy("forged")
        page = forged / "data/output/lanterns-2026-en.html"
        page.write_text("<p>Something else</p>".ljust(page.stat().st_size))  # the bag tells its size in bytes too
        write_manifests_again(forged)
        said(python_tool("bagit.py"), "--validate", forged)
        told = rapporteur("verify", forged, "--no-rebuild", status=1).stderr
        self.assertIn("the signature doesn't fit the bag", told)

    def test_a_wrong_key_and_a_missing_signature_have_sentences_of_their_own(self):
        told = rapporteur("verify", self.bag, "--no-rebuild", "--key", self.folder / "other.pub", status=1).stderr
        self.assertIn("is by another key", told)
        unsigned = snapshot(self.folder / "unsigned", "--to", "pdf", "--lang", "en")
        told = rapporteur("verify", unsigned, "--no-rebuild", "--key", self.folder / "ssh.pub", status=1).stderr
        self.assertIn("isn't signed", told)

    def test_years_are_a_chain(self):
        second = snapshot(self.folder / "second", "--to", "pdf", "--lang", "en", "--previous", self.bag, year="2027")
        info = (second / "bag-info.txt").read_text()
        self.assertIn(f"Previous-Bag: {NAME}\n", info)
        digest = said("sha512sum", self.bag / "tagmanifest-sha512.txt").split()[0]
        self.assertIn(f"Previous-Bag-Digest: sha512:{digest}\n", info)
        rapporteur("verify", second, "--previous", self.bag, "--no-rebuild")
        told = rapporteur("verify", second, "--previous", second, "--no-rebuild", status=1).stderr
        self.assertIn("doesn't come after", told)

    def test_the_recipe_names_what_drew_and_decoded_pictures(self):
        tools = {tool["name"]: tool["version"] for tool in json.loads((self.bag / "data/recipe.json").read_text())["tools"]}
        self.assertEqual(tools["libpng"], said("pkg-config", "--modversion", "libpng").strip())
        self.assertEqual(tools["libjpeg"].removeprefix("turbo "), said("pkg-config", "--modversion", "libjpeg").strip())
        self.assertEqual(tools["libqpdf"], said("pkg-config", "--modversion", "libqpdf").strip())
        self.assertIn(tools["rsvg-convert"], said("rsvg-convert", "--version"))

    def test_texts_without_translation_are_told_in_one_line_for_each_language(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder) / "2026"
            shutil.copytree(YEARS / "2026", corpus)
            for file in corpus.rglob("*.xml"):
                file.write_text(re.sub(r'<text xml:lang="fr"[^>]*>.*?</text>', "", file.read_text(), flags=re.DOTALL))
            each = rapporteur("check", corpus / "corpus.xml", "--verbose").stderr.count("warning: ")
            self.assertGreater(each, 1)
            told = rapporteur("snapshot", corpus / "corpus.xml", "--to", "html", "--out", folder).stderr
            self.assertEqual(told.count("warning: "), 1, told)
            self.assertIn(f": warning: {each} texts have no translation into fr, first here; --verbose lists them\n", told)
            told = rapporteur("snapshot", corpus / "corpus.xml", "--to", "html", "--lang", "en", "--out",
                              pathlib.Path(folder) / "en").stderr
            self.assertNotIn("warning: ", told)

    def test_an_output_that_cannot_be_made_again_is_told_with_what_differs(self):
        # Another recipe, with manifests that fit it: as if another pandoc had made the bag.
        other = self.copy("other recipe")
        recipe = json.loads((other / "data/recipe.json").read_text())
        for tool in recipe["tools"]:
            if tool["name"] in ("libjpeg", "libpng", "pandoc", "rsvg-convert"):
                tool["version"] = "1.0"
        (other / "data/recipe.json").write_text(json.dumps(recipe))
        outputs = other / "data/output"
        (outputs / "lanterns-2026-en.epub").write_bytes(b"made by another pandoc")
        pack_again(outputs / "lanterns-2026-fr.epub")
        page = outputs / "lanterns-2026-en.html"
        page.write_text(page.read_text().replace("harbour", "airport"))
        (other / "tagmanifest-sha512.txt.sig").unlink()
        write_manifests_again(other)
        told = rapporteur("verify", other, status=4).stdout
        self.assertIn("data/output/lanterns-2026-en.epub: made again, with other bytes; its words can't be compared", told)
        self.assertIn("data/output/lanterns-2026-fr.epub: made again, with other bytes and the same words", told)
        self.assertIn("data/output/lanterns-2026-en.html: made again, with other words", told)
        self.assertIn("data/output/lanterns-2026-en.pdf: made again, the same byte for byte", told)
        for tool in ("libjpeg", "libpng", "pandoc", "rsvg-convert"):
            self.assertIn(f"differs: {tool} was 1.0, and is ", told)
        self.assertIn("verdict: unproved: 3 of its outputs come out otherwise with the tools of today", told)

    def test_nothing_is_overwritten_and_nothing_is_left_of_what_fails(self):
        before = contents(self.bag)
        rapporteur("snapshot", YEARS / "2026" / "corpus.xml", "--out", self.bag.parent, status=3)
        self.assertEqual(contents(self.bag), before)
        self.assertEqual([entry.name for entry in self.bag.parent.iterdir()], [NAME])
        out = self.folder / "failing"
        rapporteur("snapshot", YEARS / "2026" / "corpus.xml", "--out", out, "--sign", "/nonexistent", status=3)
        self.assertEqual(list(out.iterdir()), [])

    def test_facts_unchecked_for_more_than_a_year_are_warned_of(self):
        told = rapporteur("snapshot", YEARS / "2027" / "corpus.xml", "--out", self.folder / "stale", "--to", "pdf", "--lang",
                          "en", "--verbose").stderr
        warned = [line for line in told.splitlines() if "not checked for more than a year" in line]
        self.assertEqual(len(warned), 2, told)
        self.assertIn("partner alder, relationship alder-status, right alder-speak, last on 2026-05-01", told)


if __name__ == "__main__":
    unittest.main(verbosity=2)
