"""The floor's source: a paragraph on each line, an empty line where a page begins."""

import report as words


def write(report, folder, _fonts):
    source = folder / "report.txt"
    with source.open("w", encoding="utf-8") as out:
        out.write("\n".join([words.TITLE, f"{words.SUBTITLE} · {words.YEAR}", words.HOLDER, "", "Contents", ""]))
        out.writelines(f"{partner.heading()}\n" for partner in report.partners)
        out.write("\n" + "\n".join(["Introduction", *report.introduction, "", "Partners at a glance", ""]))
        out.writelines(f"{partner.acronym} {words.RELATIONSHIPS[partner.relationship]} {partner.since} {partner.role}\n"
                       for partner in report.partners)
        for partner in report.partners:
            facts = [f"{name} {value}" for name, value in partner.facts()]
            paragraphs = ["", partner.heading(), partner.lead, *facts, words.MANDATE, partner.mandate, words.RELATIONSHIP,
                          partner.relation, words.RIGHTS, *partner.rights, words.WORK, partner.work, partner.note()]
            out.write("\n".join(paragraphs).replace("_", "") + "\n")
    return source
