#include "compose/composer.hpp"

namespace rapporteur::compose {

namespace {

// With the sections of many partners the contents would grow too long to find one's way in.
int levels_of_contents(const edition::Edition& edition) {
    constexpr std::size_t many = 60;
    return edition.facts.partners.size() > many ? 1 : 2;
}

} // namespace

document::Document annual_report(const edition::Edition& edition, const wording::Words& words, const Options& options) {
    document::Document report;
    Composer composer{edition, words, options, report};
    report.metadata = metadata(composer);
    report.labels = labels(words);
    report.imprint = imprint(composer);

    document::Part contents;
    contents.role = document::PartRole::contents;
    contents.id = "contents";
    contents.blocks.emplace_back(heading(1, contents.id, words["contents"]));
    contents.blocks.emplace_back(document::Contents{levels_of_contents(edition)});
    report.parts.push_back(std::move(contents));

    const auto add = [&](document::Part part) {
        if (!part.blocks.empty()) {
            report.parts.push_back(std::move(part));
        }
    };
    add(introduction(composer));
    add(changes_part(composer));
    add(at_a_glance(composer));
    add(timeline(composer));
    if (edition.reader.audience != corpus::Audience::everyone) {
        add(donor_part(composer));
    }
    for (const corpus::Partner& partner : edition.facts.partners) {
        add(partner_part(composer, partner));
    }
    add(deadlines_part(composer));
    add(glossary(composer));
    add(sources(composer));
    add(index(composer));
    add(colophon(composer));
    return report;
}

} // namespace rapporteur::compose
