"""The page before the Nu Html Checker, and its linked data."""

import json
import unittest

from publications import LANGUAGES, html_page, in_one_line, nu_messages, report, reports

LINKED_DATA = "application/ld+json"


def linked_data(language):
    scripts = [element.text for element in html_page(report(language, "html")).iter("script")
               if element.get("type") == LINKED_DATA]
    return [json.loads(script) for script in scripts]


class HtmlValidity(unittest.TestCase):
    def test_the_nu_html_checker_says_nothing(self):
        self.assertEqual([f"{message['type']}: {message['message']}: {message.get('extract', '')}"
                          for message in nu_messages(reports("html"))], [])

    def test_its_linked_data_names_every_organisation_that_has_a_section(self):
        for language in LANGUAGES:
            page = html_page(report(language, "html"))
            sections = {f"#{section.get('id')}": in_one_line("".join(section.find("h2").itertext()))
                        for section in page.iter("section") if section.get("class") == "part"}
            graph = linked_data(language)[0]["@graph"]
            about = [node for node in graph if node["@type"] in ("NGO", "Organization") and node["@id"] != "#holder"]
            with self.subTest(language):
                self.assertEqual(len(about), 11)
                for organisation in about:
                    self.assertTrue(sections[organisation["@id"]].startswith(organisation["name"]), organisation)
                holder = next(node for node in graph if node["@id"] == "#holder")
                roles = {role["memberOf"]["@id"]: role for role in holder["memberOf"]}
                self.assertEqual(roles["#ecosoc"]["startDate"], "1993")
                self.assertLess(set(roles), set(sections))

    def test_its_title_and_language_are_the_reports(self):
        for language in LANGUAGES:
            page = html_page(report(language, "html"))
            with self.subTest(language):
                self.assertEqual(page.get("lang"), language)
                title = "".join(page.find("head/title").itertext())
                heading = "".join(next(page.iter("h1")).itertext())
                self.assertTrue(title.startswith(heading), title)
                self.assertIn("2026", title)


if __name__ == "__main__":
    unittest.main(verbosity=2)
