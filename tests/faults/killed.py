"""The program ended by signals in the middle of its work: nothing half made ever has an output's name, and nothing is left behind.

SIGNALS=200 SEED=1 tries so many moments, from that seed.
"""

import collections
import os
import pathlib
import random
import signal
import subprocess
import sys
import time
import unittest

from program import CORPUS, GUARD, PROGRAM, ProgramTest, contents

# Writes its process id in its own folder, the only one that it may write to, then stays.
SLOW = 'if [ "$1" = --version ]; then echo "pandoc 2.17.1.1"; exit; fi\necho $$ > new && mv new "started {ending}"\nsleep 600\n'


def is_there(process):
    try:
        return "\nState:\tZ" not in pathlib.Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False


class Killed(ProgramTest):
    def start(self, *arguments, **environment):
        return subprocess.Popen([PROGRAM, "build", "corpus.xml", "--out", "made", *arguments], cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env={"PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary), **environment})

    def wait_for(self, condition):
        end = time.monotonic() + GUARD
        while not condition():
            self.assertLess(time.monotonic(), end, "it never came")
            time.sleep(0.005)

    def assert_only_hidden_litter(self, earlier):
        visible = {name: data for name, data in contents(self.made).items() if not name.startswith(".")}
        self.assertEqual(visible, earlier)

    def test_while_pandoc_runs(self):
        earlier = self.make_the_earlier()
        for ending in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
            with self.subTest(ending):
                program = self.start("--to", "pdf,epub", **self.on_path("pandoc", SLOW.format(ending=int(ending))))
                signs = lambda: list(self.temporary.rglob(f"started {int(ending)}"))
                self.wait_for(signs)
                pandoc = signs()[0].read_text().strip()
                program.send_signal(ending)
                output, _ = program.communicate(timeout=GUARD)
                self.assertEqual((program.returncode, output), (-ending, b""))
                self.assert_only_hidden_litter(earlier)
                self.wait_for(lambda: not is_there(pandoc))  # pandoc doesn't outlive it

    def test_at_any_moment_of_the_pdf(self):
        earlier = self.make_the_earlier()
        self.write("corpus.xml", self.many_partners(400))
        undisturbed = self.start("--to", "pdf")
        began = time.monotonic()
        undisturbed.communicate(timeout=GUARD)
        took = time.monotonic() - began
        self.assertEqual(undisturbed.returncode, 0)
        later = contents(self.made)["sample-2026-en.pdf"]
        (self.made / "sample-2026-en.pdf").write_bytes(earlier["sample-2026-en.pdf"])
        for part in range(1, 20):
            with self.subTest(part):
                program = self.start("--to", "pdf")
                time.sleep(took * part / 20)
                program.kill()
                program.communicate(timeout=GUARD)
                found = contents(self.made)["sample-2026-en.pdf"]
                self.assertIn(found, (earlier["sample-2026-en.pdf"], later))
        done = self.build("pdf")
        self.assertEqual((done.returncode, done.stdout), (0, "made/sample-2026-en.pdf\n"))
        self.assertEqual(contents(self.made)["sample-2026-en.pdf"], later)

    def processes_of(self, session):
        """Those that are still there of a session, but for zombies."""
        found = []
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                state, _, _, its_session = stat.read_text().rsplit(")", 1)[1].split()[:4]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(its_session) == session and state != "Z":
                found.append(stat.parent.name)
        return found

    def hidden(self):
        return [name for name in contents(self.made) if name.startswith(".") and name != ".rapporteur-briefs"]

    def test_at_random_moments(self):
        """SIGTERM, SIGHUP and SIGINT leave nothing behind, and what SIGKILL leaves, the next run clears."""
        self.assertEqual(self.run_program("snapshot", "corpus.xml", "--to", "pdf", "--out", "bags").returncode, 0)
        commands = {"build": ["build", "corpus.xml", "--to", "pdf,epub,docx,html", "--out", "made"],
                    "brief": ["brief", "corpus.xml", "one", "--to", "pdf,html", "--out", "made"],
                    "verify": ["verify", "bags/sample-2026-11-24"]}
        for name in ("build", "brief"):
            self.assertEqual(self.run_program(*commands[name]).returncode, 0)
        earlier = contents(self.made)
        self.write("corpus.xml", CORPUS.replace("earlier title", "later title"))
        took, later = {}, {}
        for name, arguments in commands.items():
            began = time.monotonic()
            self.assertEqual(self.run_program(*arguments).returncode, 0)
            took[name] = time.monotonic() - began
        later = contents(self.made)
        chance = random.Random(int(os.environ.get("SEED", "17")))
        ended = collections.Counter()
        for moment in range(int(os.environ.get("SIGNALS", "16"))):
            name = chance.choice(list(commands))
            ending = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL)[moment % 4]
            after = chance.random() * took[name]
            with self.subTest(f"{moment}: {name}, {ending.name} after {after:.3f} s"):
                for path in earlier:
                    if not path.startswith("."):
                        (self.made / path).write_bytes(earlier[path])
                if self.end_at(commands[name], ending, after, earlier, later, ended) == 0:
                    took[name] *= 0.8  # the machine has become faster: most moments are to be within the work
        print(dict(ended), file=sys.stderr)

    def end_at(self, arguments, ending, after, earlier, later, ended):
        program = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True, env={"PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary)})
        time.sleep(after)
        program.send_signal(ending)
        program.communicate(timeout=GUARD)
        self.assertIn(program.returncode, (0, -ending))
        ended[ending.name if program.returncode else "done before"] += 1
        self.wait_for(lambda: not self.processes_of(program.pid))
        if ending == signal.SIGKILL:
            self.assertEqual(self.run_program(*arguments).returncode, 0)
        self.assertEqual((self.hidden(), contents(self.temporary)), ([], {}))
        for name, data in contents(self.made).items():
            if not name.startswith("."):
                self.assertTrue(data in (earlier.get(name), later.get(name)), f"{name} is neither the earlier nor the later")
        self.assertEqual(set(earlier) - set(contents(self.made)), set())
        return program.returncode

    def many_partners(self, number):
        partners = "".join(f'<partner id="p{at}" kind="ngo" status="active"><name><text xml:lang="en">Partner {at}</text></name>'
                           f'<summary source="page"><text xml:lang="en">Works with us.</text></summary></partner>\n'
                           for at in range(number))
        return (self.folder / "corpus.xml").read_text().replace('<xi:include href="partners/one.xml"/>', partners)


if __name__ == "__main__":
    unittest.main(verbosity=2)
