#include "compose/composer.hpp"
#include "support/address.hpp"
#include "support/digest.hpp"

#include <fmt/format.h>

namespace rapporteur::compose {

namespace {

std::string iso(const corpus::Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, std::max(date.month, 1), std::max(date.day, 1));
}

const char* audience_name(corpus::Audience audience) {
    switch (audience) {
    case corpus::Audience::donor:
        return "donor";
    case corpus::Audience::internal:
        return "internal";
    case corpus::Audience::everyone:
        break;
    }
    return "public";
}

// A UUID of version 8 (RFC 9562, 5.8): the same for every build of this edition.
std::string urn_of(const std::string& edition) {
    std::string hex = sha256(edition).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[(hex[16] >= 'a' ? hex[16] - 'a' + 10 : hex[16] - '0') % 4];
    return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                       hex.substr(16, 4), hex.substr(20));
}

// That it is about partnerships, and what these are about.
std::vector<std::string> subjects_of(const Composer& composer) {
    std::vector<std::string> subjects = {composer.words["subject"]};
    for (const corpus::Text& subject : composer.edition.facts.subjects) {
        subjects.push_back(composer.edition.plain(subject));
    }
    return subjects;
}

// As exact as the date itself.
std::string iso_as_known(const std::optional<corpus::Date>& date) {
    if (!date) {
        return {};
    }
    const std::string whole = iso(*date);
    return whole.substr(0, date->day > 0 ? 10 : (date->month > 0 ? 7 : 4));
}

bool is_belonging(corpus::RelationshipKind kind) {
    switch (kind) {
    case corpus::RelationshipKind::partnership:
    case corpus::RelationshipKind::memorandum:
    case corpus::RelationshipKind::programme:
        return false;
    default:
        return true;
    }
}

document::Organisation organisation(const Composer& composer, const corpus::Partner& partner) {
    document::Organisation made;
    made.id = anchor_of(partner.id);
    made.name = composer.edition.plain(partner.name);
    set_language(composer, partner.name, made.language);
    made.acronym = partner.acronym ? composer.edition.plain(*partner.acronym) : std::string();
    made.page = uri_of(partner.page).value_or(std::string());
    made.non_governmental =
        partner.kind == corpus::PartnerKind::ngo || partner.kind == corpus::PartnerKind::ngo_network;
    for (const corpus::Relationship& relationship : partner.relationships) {
        for (const corpus::RelationshipKind kind : relationship.kinds) {
            made.positions.push_back({name_of(composer.words, kind), is_belonging(kind),
                                      iso_as_known(relationship.from), iso_as_known(relationship.to)});
        }
    }
    return made;
}

// What the report rests on, in a sentence or two.
std::string where_from(const Composer& composer) {
    const corpus::Corpus& facts = composer.edition.facts;
    if (facts.sources.empty()) {
        return composer.words["imprint-without-sources"];
    }
    const int unsourced = without_source(facts);
    return unsourced == 0 ? composer.words["imprint-sources"]
                          : composer.words.fill("imprint-some-sources", {"count", unsourced}, {});
}

} // namespace

document::Metadata metadata(const Composer& composer) {
    const corpus::Corpus& facts = composer.edition.facts;
    const std::string& language = composer.edition.reader.language;
    const char* audience = audience_name(composer.edition.reader.audience);
    document::Metadata about;
    about.title = composer.edition.plain(facts.title);
    about.subtitle = facts.subtitle ? composer.edition.plain(*facts.subtitle) : std::string();
    about.holder = composer.edition.plain(facts.holder.name);
    about.holder_short = composer.holder();
    about.year = facts.year;
    about.shown_year = composer.words.year(facts.year);
    about.date = iso(facts.date);
    about.language = language;
    about.description = composer.words.fill("description", {{"holder", composer.holder()}});
    about.subjects = subjects_of(composer);
    about.corpus_digest = facts.digest;
    about.identifier = urn_of(fmt::format("{}/{}/{}/{}", facts.id, facts.year, language, audience));
    const bool is_public = composer.edition.reader.audience == corpus::Audience::everyone;
    about.file_stem =
        fmt::format("{}-{}-{}{}", facts.id, facts.year, language, is_public ? "" : fmt::format("-{}", audience));
    about.holder_page = uri_of(facts.holder.page).value_or(std::string());
    for (const corpus::Partner& partner : facts.partners) {
        about.organisations.push_back(organisation(composer, partner));
    }
    const edition::Passage title = composer.edition.read(facts.title);
    if (composer.edition.is_translation() && title.version.state == corpus::TranslationState::draft) {
        about.notice = composer.words["unofficial"];
    }
    return about;
}

std::string brief_file_stem(const edition::Edition& edition, const corpus::Partner& partner) {
    const corpus::Audience audience = edition.reader.audience;
    return fmt::format("{}-brief-{}-{}-{}{}", edition.facts.holder.id, partner.id, edition.facts.year,
                       edition.reader.language,
                       audience == corpus::Audience::everyone ? "" : fmt::format("-{}", audience_name(audience)));
}

document::Metadata brief_metadata(document::Metadata about, const Composer& composer, const corpus::Partner& partner,
                                  const BriefOptions& options) {
    const corpus::Corpus& facts = composer.edition.facts;
    const std::string partner_name = plain_text(short_name(composer, partner));
    const corpus::Audience audience = composer.edition.reader.audience;
    about.form = document::Form::brief;
    about.title = plain_text(full_name(composer, partner));
    about.subtitle = composer.words["brief"];
    about.description =
        composer.words.fill("brief-description", {{"holder", composer.holder()}, {"partner", partner_name}});
    if (audience != corpus::Audience::everyone) {
        const std::string readers = composer.words[fmt::format("for-audience.{}", audience_name(audience))];
        about.notice = about.notice.empty() ? readers : fmt::format("{} · {}", readers, about.notice);
    }
    const std::string day = options.day ? iso(*options.day) : std::string();
    about.identifier = urn_of(fmt::format("{}/{}/{}/{}/{}/{}/{}", facts.id, facts.year, about.language,
                                          audience_name(audience), partner.id, day, options.meeting));
    about.file_stem = brief_file_stem(composer.edition, partner);
    return about;
}

document::Labels labels(const wording::Words& words) {
    document::Labels labels;
    labels.contents = words["contents"];
    labels.notes = words["notes"];
    labels.page = words["page"];
    labels.continued = words["continued"];
    labels.figure = words["figure"];
    labels.table = words["table"];
    labels.cover = words["cover"];
    labels.title_page = words["title-page"];
    labels.start_of_text = words["start-of-text"];
    labels.landmarks = words["landmarks"];
    labels.back_to_text = words["back-to-text"];
    labels.note = words["note"];
    labels.link_to_page = words["go-to"];
    labels.comma = words["comma"];
    labels.digits = words.digits();
    labels.accessibility = words["accessibility-summary"];
    labels.list_of_figures = words["list-of-figures"];
    labels.list_of_tables = words["list-of-tables"];
    labels.list_of_pages = words["list-of-pages"];
    labels.languages = words["languages"];
    labels.skip_to_text = words["skip-to-text"];
    labels.find = words["find"];
    labels.places_found = words["places-found"];
    labels.nothing_found = words["nothing-found"];
    labels.turn_pages = words["turn-pages"];
    labels.part_before = words["part-before"];
    labels.part_after = words["part-after"];
    return labels;
}

std::vector<document::Paragraph> imprint(const Composer& composer) {
    const document::Metadata& about = composer.document.metadata;
    const auto line = [](const std::string& text) { return paragraph(document::ParagraphRole::imprint, text); };
    std::vector<document::Paragraph> lines;
    if (!about.notice.empty()) {
        const std::string main = composer.words.name_of_language(composer.edition.facts.language);
        lines.push_back(line(composer.words.fill("unofficial-remark", {{"language", main}})));
    }
    lines.push_back(line(composer.words.fill("published-by", {{"holder", about.holder}, {"year", about.shown_year}}) +
                         (composer.words["sentence-break"].back() == ' ' ? " " : "") +
                         composer.words.fill("state-of", {{"date", composer.date(composer.edition.facts.date)}})));
    lines.push_back(line(where_from(composer)));
    const std::string title =
        about.subtitle.empty() ? about.title : about.title + composer.words["sentence-break"] + about.subtitle;
    const std::string citation =
        composer.words.closed(composer.words.row({about.holder, title + " " + about.shown_year, about.identifier}));
    lines.push_back(line(composer.words.fill("how-to-cite", {{"citation", citation}})));
    return lines;
}

} // namespace rapporteur::compose
