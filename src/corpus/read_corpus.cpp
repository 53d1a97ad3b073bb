#include "corpus/dates.hpp"
#include "corpus/funding.hpp"
#include "corpus/reading.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <sstream>

namespace rapporteur::corpus {

namespace {

std::vector<std::string> languages_of(const std::string& main, const std::string& names) {
    std::vector<std::string> languages = {main};
    std::istringstream stream(names);
    for (std::string name; stream >> name;) {
        if (std::find(languages.begin(), languages.end(), name) == languages.end()) {
            languages.push_back(name);
        }
    }
    return languages;
}

Source read_source(const Reading& reading, const pugi::xml_node& node) {
    Source source;
    source.id = trimmed(node.attribute("id").value());
    source.uri = read_address(reading, node, node.attribute("uri").value());
    source.language = trimmed(node.attribute("language").value());
    source.date = read_date(reading, node, "date");
    source.publisher = words_in(node.child_value("publisher"));
    if (const pugi::xml_node title = node.child("title")) {
        source.title = read_text(reading, title);
    }
    for (const pugi::xml_node& locator : node.children("locator")) {
        source.locators.push_back(read_text(reading, locator));
    }
    reading.ledger.define(source.id, Named::source, reading.place(node), reading.findings);
    if (source.date && surely_before(reading.frame.date, *source.date)) {
        reading.findings.error(reading.place(node), "a source from after the day of the corpus itself");
    }
    return source;
}

Term read_term(const Reading& reading, const pugi::xml_node& node) {
    Term term;
    term.id = trimmed(node.attribute("id").value());
    term.provenance = read_provenance(reading, node, SourceWanted::no);
    if (const pugi::xml_node acronym = node.child("acronym")) {
        term.acronym = read_text(reading, acronym);
    }
    if (const pugi::xml_node meaning = node.child("meaning")) {
        term.meaning = read_text(reading, meaning);
    }
    reading.ledger.define(term.id, Named::term, reading.place(node), reading.findings);
    return term;
}

} // namespace

Frame read_frame(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings) {
    Frame frame;
    frame.language = trimmed(root.attribute("xml:lang").value());
    frame.languages = languages_of(frame.language, root.attribute("languages").value());
    std::copy_if(frame.languages.begin(), frame.languages.end(), std::back_inserter(frame.known_languages),
                 is_known_language);
    frame.date = parse_date(trimmed(root.attribute("date").value())).value_or(Date{});
    const std::ptrdiff_t offset = root.offset_debug();
    const Place place = file.at(offset > 0 ? static_cast<std::size_t>(offset - 1) : 0);
    const std::string date = trimmed(root.attribute("date").value());
    if (!date.empty() && frame.date == Date{}) {
        findings.error(place, fmt::format("date=\"{}\" is no date of the calendar", date), "write 2026-11-24");
    }
    const int year = root.attribute("year").as_int();
    if (frame.date.year != 0 && year != 0 && year > frame.date.year + 1) {
        findings.warning(WarningKind::edition_year, place,
                         fmt::format("an edition of {} made in {}", year, frame.date.year),
                         "year or date may be wrong");
    }
    return frame;
}

void read_acceptances(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings) {
    for (const pugi::xml_node& node : root.children("accepted")) {
        const std::ptrdiff_t offset = node.offset_debug();
        const Place place = file.at(offset > 0 ? static_cast<std::size_t>(offset - 1) : 0);
        const std::string id = trimmed(node.attribute("warning").value());
        const std::optional<WarningKind> kind = warning_kind_of(id);
        if (kind && may_be_accepted(*kind)) {
            findings.accept({*kind, trimmed(node.attribute("partner").value()),
                             trimmed(node.attribute("language").value()), place});
        } else {
            findings.error(place, fmt::format("there is no kind of warning “{}” that could be accepted", id),
                           fmt::format("the kinds are: {}", fmt::join(acceptable_ids(), ", ")));
        }
    }
}

Corpus read_corpus(const Reading& reading, const pugi::xml_node& root) {
    Corpus corpus;
    corpus.id = trimmed(root.attribute("id").value());
    corpus.year = root.attribute("year").as_int();
    corpus.date = reading.frame.date;
    corpus.language = reading.frame.language;
    corpus.languages = reading.frame.languages;
    if (const pugi::xml_node title = root.child("title")) {
        corpus.title = read_text(reading, title);
    }
    corpus.subtitle = read_optional_text(reading, root, "subtitle");
    for (const pugi::xml_node& subject : root.children("subject")) {
        corpus.subjects.push_back(read_text(reading, subject));
    }
    const pugi::xml_node holder = root.child("holder");
    corpus.holder.id = trimmed(holder.attribute("id").value());
    corpus.holder.page = read_address(reading, holder.child("page"), holder.child_value("page"));
    if (const pugi::xml_node name = holder.child("name")) {
        corpus.holder.name = read_text(reading, name);
    }
    corpus.holder.acronym = read_optional_text(reading, holder, "acronym");
    if (holder) {
        reading.ledger.define(corpus.holder.id, Named::holder, reading.place(holder), reading.findings);
    }
    for (const pugi::xml_node& node : root.child("sources").children("source")) {
        corpus.sources.push_back(read_source(reading, node));
    }
    for (const pugi::xml_node& node : root.children("accepted")) {
        reading.ledger.refer(trimmed(node.attribute("partner").value()), Named::partner, reading.place(node));
    }
    corpus.introduction = read_statements(reading, root.child("introduction"), "statement");
    for (const pugi::xml_node& node : root.child("glossary").children("term")) {
        corpus.glossary.push_back(read_term(reading, node));
    }
    for (const pugi::xml_node& node : root.children("fundingTotal")) {
        corpus.funding_totals.push_back(read_funding_total(reading, node));
    }
    return corpus;
}

} // namespace rapporteur::corpus
