#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

struct Use {
    int statements = 0;
    corpus::Date last_checked;
};

void count(std::map<std::string, Use>& uses, const corpus::Provenance& provenance) {
    Use& use = uses[provenance.source];
    ++use.statements;
    use.last_checked = std::max(use.last_checked, provenance.checked.value_or(corpus::Date{}));
}

std::map<std::string, Use> uses_of(const corpus::Corpus& facts) {
    std::map<std::string, Use> uses;
    const auto count_all = [&](const std::vector<corpus::Statement>& statements) {
        for (const corpus::Statement& statement : statements) {
            count(uses, statement.provenance);
        }
    };
    count_all(facts.introduction);
    for (const corpus::FundingTotal& total : facts.funding_totals) {
        count(uses, total.provenance);
    }
    for (const corpus::Partner& partner : facts.partners) {
        if (partner.summary) {
            count(uses, partner.summary->provenance);
        }
        count_all(partner.mandate);
        for (const corpus::Relationship& relationship : partner.relationships) {
            count(uses, relationship.provenance);
            count_all(relationship.descriptions);
            count_all(relationship.rights);
            for (const corpus::Obligation& obligation : relationship.obligations) {
                count(uses, obligation.statement.provenance);
            }
        }
        for (const corpus::Engagement& engagement : partner.engagements) {
            count(uses, engagement.statement.provenance);
        }
        for (const corpus::Outcome& outcome : partner.outcomes) {
            count(uses, outcome.statement.provenance);
        }
        for (const corpus::Funding& funding : partner.funding) {
            count(uses, funding.provenance);
        }
        for (const corpus::Risk& risk : partner.risks) {
            count(uses, risk.statement.provenance);
        }
        if (partner.composition) {
            count(uses, partner.composition->provenance);
        }
        for (const corpus::Quote& quote : partner.quotes) {
            count(uses, quote.statement.provenance);
        }
        for (const corpus::Event& event : partner.history) {
            count(uses, event.statement.provenance);
        }
        count_all(partner.next_steps);
    }
    return uses;
}

std::string told(const Composer& composer, const Use& use) {
    std::string sentence = composer.words.fill("sources-facts", {"count", use.statements}, {});
    if (use.last_checked.year != 0) {
        sentence += composer.words["semicolon"] +
                    composer.words.fill("last-checked", {{"date", composer.date(use.last_checked)}});
    }
    return composer.words.closed(std::move(sentence));
}

} // namespace

int without_source(const corpus::Corpus& facts) {
    return uses_of(facts)[std::string()].statements;
}

document::Part glossary(const Composer& composer) {
    document::Part part;
    part.role = document::PartRole::glossary;
    part.id = "glossary";
    const auto& terms = composer.edition.facts.glossary;
    if (terms.empty()) {
        return part;
    }
    part.blocks.emplace_back(heading(1, part.id, composer.words["glossary"]));
    document::Table table;
    table.role = document::TableRole::facts;
    table.id = "glossary-table";
    table.columns.resize(2);
    table.header = document::Row{cell(composer.words["acronym"]), cell(composer.words["meaning"])};
    std::vector<std::pair<std::string, const corpus::Term*>> sorted;
    sorted.reserve(terms.size());
    for (const corpus::Term& term : terms) {
        sorted.emplace_back(composer.words.collation_key(composer.edition.plain(term.acronym)), &term);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    Texts texts;
    for (const auto& [key, term] : sorted) {
        texts.push_back(&term->meaning);
        table.rows.push_back({cell(composer.edition.marked(term->acronym)), cell(inlines_of(composer, term->meaning))});
        set_passage(composer, facts::Field::term, term->meaning, table.rows.back().back());
        composer.tell(table.rows.back().front().facts, term->meaning.place, facts::Field::term);
    }
    LanguageRemarks(composer).add(texts, part.blocks);
    part.blocks.emplace_back(std::move(table));
    return part;
}

document::Part sources(const Composer& composer) {
    document::Part part;
    part.role = document::PartRole::sources;
    part.id = "sources";
    if (composer.edition.facts.sources.empty()) {
        return part;
    }
    part.blocks.emplace_back(heading(1, part.id, composer.words["sources"]));
    std::map<std::string, Use> uses = uses_of(composer.edition.facts);
    for (const corpus::Source& source : composer.edition.facts.sources) {
        document::Paragraph entry;
        entry.role = document::ParagraphRole::citation;
        entry.id = anchor_of(source.id);
        if (!source.publisher.empty()) {
            const std::string& main = composer.edition.facts.language;
            append_words(entry.text, source.publisher, composer.edition.is_translation() ? main : std::string(), {});
            append(entry.text, plain_inlines(composer.words["comma"]));
        }
        append(entry.text, plain_inlines(composer.edition.marked(source.title), document::TextRole::emphasis));
        if (source.date) {
            append(entry.text, plain_inlines(composer.words["comma"] + composer.date(*source.date)));
        }
        if (!source.uri.empty()) {
            append(entry.text, plain_inlines(composer.words["comma"]));
            append(entry.text, link_to(source.uri, source.uri));
        }
        append(entry.text, plain_inlines(composer.words["sentence-break"] + told(composer, uses[source.id])));
        set_language(composer, source.title, entry.language);
        composer.tell(entry.facts, source.title.place, facts::Field::source);
        part.blocks.emplace_back(std::move(entry));
    }
    return part;
}

document::Part colophon(const Composer& composer) {
    document::Part part;
    part.role = document::PartRole::colophon;
    part.id = "colophon";
    part.blocks.emplace_back(heading(1, part.id, composer.words["colophon"]));
    const std::string text =
        composer.words.fill("colophon-text", {"partners", static_cast<int>(composer.edition.facts.partners.size())},
                            {{"date", composer.date(composer.edition.facts.date)}});
    const auto add = [&](const std::string& words) {
        part.blocks.emplace_back(paragraph(document::ParagraphRole::imprint, words));
    };
    add(text);
    if (const corpus::Holder& holder = composer.edition.facts.holder; !holder.page.empty()) {
        document::Paragraph address =
            paragraph(document::ParagraphRole::imprint, composer.edition.plain(holder.name) + composer.words["comma"]);
        append(address.text, link_to(holder.page, holder.page));
        set_language(composer, holder.name, address.language);
        composer.tell(address.facts, holder.name.place, facts::Field::holder);
        composer.tell(address.facts, holder.name.place, facts::Field::holder_page);
        part.blocks.emplace_back(std::move(address));
    }
    add(composer.words.fill("colophon-digest", {{"digest", composer.edition.facts.digest}}));
    if (!composer.options.tools.empty() && !composer.options.faces.empty()) {
        add(composer.words.fill("colophon-tools", {{"tools", composer.words.list(composer.options.tools)},
                                                   {"faces", composer.words.list(composer.options.faces)}}));
    }
    return part;
}

} // namespace rapporteur::compose
