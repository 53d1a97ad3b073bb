"""The EPUB before Ace by DAISY, which opens every chapter in a browser."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from publications import browser, node_modules, reports

CLAIMS = {"dcterms:conformsTo", "a11y:certifiedBy", "a11y:certifierCredential", "a11y:certifierReport"}


NOT_STARTED = "waiting for the WS endpoint"  # Ace gives a browser five seconds to start, which a busy machine may need


def ace(file, tries=5):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["node", str(node_modules() / "@daisy" / "ace-cli" / "bin" / "ace.js"), "--force",
                               "--outdir", folder, str(file)], capture_output=True, text=True,
                              env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(browser()), "HOME": folder})
        found = pathlib.Path(folder) / "report.json"
        if NOT_STARTED in done.stdout + done.stderr and tries > 1:
            return ace(file, tries - 1)
        if not found.exists():
            raise AssertionError(f"Ace made no report: {done.stdout}{done.stderr}")
        return json.loads(found.read_text())


class EpubAccessibility(unittest.TestCase):
    def test_ace_finds_no_violation(self):
        with ThreadPoolExecutor(max_workers=2) as two_at_a_time:
            for file, found in zip(reports("epub"), two_at_a_time.map(ace, reports("epub"))):
                faults = [f"{document['earl:testSubject']['url']}: {fault['earl:test']['dct:title']}: "
                          f"{fault['earl:result'].get('dct:description', '')}"
                          for document in found["assertions"] for fault in document["assertions"]]
                with self.subTest(file.name):
                    self.assertEqual(faults, [])
                    self.assertEqual(found["earl:result"]["earl:outcome"], "pass")
                    self.assertGreater(len(found["assertions"]), 15)  # it saw every chapter
                    # What is claimed of conformance, nobody has evaluated.
                    self.assertEqual(set(found["a11y-metadata"]["missing"]), CLAIMS)
                    self.assertEqual(found["a11y-metadata"]["empty"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
