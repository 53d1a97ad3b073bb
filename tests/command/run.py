"""Types the commands of a test file (see README.md) and holds what is seen against what stands there."""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(file (?P<name>\S+)|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)
GUARD = 120  # seconds, against hanging only


def seen(command, folder, environment):
    """A command and what it shows, as a console block has it."""
    done = subprocess.run(["/bin/sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=GUARD)
    lines = [f"$ {command}"]
    lines += [f"2> {line}".rstrip() for line in done.stderr.splitlines()]
    lines += done.stdout.splitlines()
    if done.returncode != 0:
        lines.append(f"=> {done.returncode}")
    return "\n".join(lines) + "\n"


def as_seen(text, folder, environment):
    """The test's text with what each command shows now."""
    def block(fence):
        if fence["name"]:
            path = folder / fence["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence["body"], encoding="utf-8")
            return fence[0]
        shown = "".join(seen(command, folder, environment) for command in COMMAND.findall(fence["body"]))
        return f"```console\n{shown}```"
    return FENCE.sub(block, text)


def main():
    test = pathlib.Path(sys.argv[1])
    program = pathlib.Path(os.environ["RAPPORTEUR"])
    expected = test.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = {"PATH": f"{program.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": name}
        found = as_seen(expected, folder, environment)
    if not COMMAND.search(found):
        return f"{test}: no command in it"
    if found == expected:
        return 0
    if "RAPPORTEUR_RENEW_GOLDENS" in os.environ:
        test.write_text(found, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), str(test), "seen"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
