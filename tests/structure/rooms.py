"""The house keeps its shape: includes point one way, rooms show one front, files stay small, and no test is forgotten."""

import pathlib
import re
import subprocess
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 350  # lines of a file in src/

# Which rooms a room may know, and so include: the way from a corpus to publications, never back.
MAY_KNOW = {
    "support": [],
    "xml": ["support"],
    "document": ["support"],
    "fonts": ["support"],
    "corpus": ["support", "xml"],
    "facts": ["corpus"],
    "changes": ["corpus", "facts", "support"],
    "deadlines": ["corpus", "facts", "support"],
    "wording": ["support", "xml"],
    "images": ["document", "support"],
    "style": ["support", "xml"],
    "edition": ["corpus", "support", "xml"],
    "withheld": ["corpus", "support", "xml"],
    "charts": ["document"],
    "compose": ["changes", "charts", "corpus", "deadlines", "document", "edition", "facts", "support", "wording"],
    "typeset": ["document", "fonts", "style", "support"],
    "pdf": ["document", "fonts", "images", "support", "typeset"],
    "picture": ["fonts", "support", "typeset"],
    "pandoc": ["document", "images", "style", "support"],
    "archive": ["support", "xml"],
    "cli": ["archive", "changes", "compose", "corpus", "deadlines", "document", "edition", "facts", "fonts", "images", "pandoc",
            "pdf", "picture", "style", "support", "typeset", "withheld", "wording"],
}

# What other rooms may include of a room: ROOM/ROOM.hpp, and where its promise is more than one header, these.
ALSO_PUBLIC = {
    "corpus": ["dates.hpp", "quantities.hpp"],
    "document": ["digits.hpp", "drawing.hpp"],
    "support": ["address.hpp", "base64.hpp", "diagnostic.hpp", "digest.hpp", "fence.hpp", "file_name.hpp", "files.hpp", "limits.hpp", "own_fonts.hpp",
                "package.hpp", "plain_text.hpp", "process.hpp", "signals.hpp", "steps.hpp", "temporary_folder.hpp", "unbroken.hpp", "utf8.hpp", "warning_kinds.hpp", "xml_escape.hpp"],
    "typeset": ["brief.hpp", "page.hpp"],
    "wording": ["keys.hpp"],
    "xml": ["markup.hpp", "schema.hpp", "source_file.hpp"],
}

INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def tracked(*patterns):
    """Files of the repository, committed or about to be."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns], cwd=SOURCE,
                            capture_output=True, text=True, check=True).stdout
    return [path for path in map(pathlib.PurePosixPath, listed.splitlines()) if (SOURCE / path).exists()]


def text(path):
    return (SOURCE / path).read_text(encoding="utf-8")


class Rooms(unittest.TestCase):
    def test_every_room_has_its_front(self):
        rooms = {path.parts[1] for path in tracked("src/*.cpp", "src/*.hpp") if len(path.parts) == 3}
        self.assertEqual(rooms, set(MAY_KNOW), "say in MAY_KNOW what a new room may know")
        for room in rooms - {"support"}:
            self.assertTrue((SOURCE / "src" / room / f"{room}.hpp").exists(), f"src/{room}/{room}.hpp")

    def test_includes_point_one_way_and_at_fronts(self):
        for path in tracked("src/*/*.cpp", "src/*/*.hpp"):
            for included in INCLUDE.findall(text(path)):
                room, _, header = included.partition("/")
                where = f"{path} includes {included}"
                self.assertTrue(header, f"{where}: write it as ROOM/HEADER")
                if room != path.parts[1]:
                    self.assertIn(room, MAY_KNOW[path.parts[1]], where)
                    self.assertIn(header, [f"{room}.hpp", *ALSO_PUBLIC.get(room, [])], f"{where}, which is that room's own")

    def test_no_way_leads_back(self):
        """The table itself holds no circle."""
        ready = set()
        while len(ready) < len(MAY_KNOW):
            more = {room for room, known in MAY_KNOW.items() if set(known) <= ready} - ready
            self.assertTrue(more, f"a circle among {set(MAY_KNOW) - ready}")
            ready |= more

    def test_the_program_itself_knows_the_command_line_only(self):
        self.assertEqual(INCLUDE.findall(text("src/main.cpp")), ["cli/cli.hpp"])

    def test_public_headers_are_compiled_alone(self):
        """tests/structure/CMakeLists.txt compiles each by itself; here, that none is left out of it."""
        listed = text("tests/structure/CMakeLists.txt")
        for room in MAY_KNOW:
            for header in [*([f"{room}.hpp"] if room != "support" else []), *ALSO_PUBLIC.get(room, [])]:
                self.assertIn(f"{room}/{header}", listed)

    def test_nothing_is_printed_but_through_one_door(self):
        """What comes from a corpus could command a terminal: cli/output makes it visible."""
        doors = {"src/cli/output.cpp", "src/cli/progress.cpp"}
        for path in tracked("src/*.cpp", "src/*.hpp"):
            if str(path) not in doors:
                with self.subTest(path):
                    self.assertNotRegex(text(path), r"\b(f?puts|f?printf|fwrite|fmt::print)\(|std::(cout|cerr) *<<")

    def test_no_file_has_grown_into_a_hall(self):
        for path in tracked("src/*.cpp", "src/*.hpp"):
            self.assertLessEqual(text(path).count("\n"), LONGEST, f"{path}: split it by what it does")

    def test_the_build_names_its_files(self):
        for path in tracked("*CMakeLists.txt", "cmake/*"):
            self.assertNotRegex(text(path), r"(?i)\bglob(_recurse)?\b", f"{path}: name the files")

    def test_no_test_is_forgotten(self):
        for path in tracked("tests/*_test.cpp", "tests/*.py", "tests/command/*.md"):
            listed = "".join(text(parent / "CMakeLists.txt") for parent in path.parents
                             if (SOURCE / parent / "CMakeLists.txt").exists())
            is_test = path.suffix == ".cpp" or path.name != "README.md" and ("unittest.main" in text(path) or path.suffix == ".md")
            if is_test:
                self.assertRegex(listed, rf"\b{re.escape(path.stem)}\b", f"{path} isn't named in a CMakeLists.txt")


if __name__ == "__main__":
    unittest.main(verbosity=2)
