#include "compose/composer.hpp"

namespace rapporteur::compose {

namespace {

using corpus::Provenance;
using corpus::Statement;

void collect(std::vector<const Provenance*>& all, const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
        all.push_back(&statement.provenance);
    }
}

} // namespace

std::vector<const Provenance*> provenances_of(const corpus::Partner& partner) {
    std::vector<const Provenance*> all;
    if (partner.summary) {
        all.push_back(&partner.summary->provenance);
    }
    collect(all, partner.mandate);
    for (const corpus::Relationship& relationship : partner.relationships) {
        all.push_back(&relationship.provenance);
        collect(all, relationship.descriptions);
        collect(all, relationship.rights);
        for (const corpus::Obligation& obligation : relationship.obligations) {
            all.push_back(&obligation.statement.provenance);
        }
    }
    for (const corpus::Engagement& engagement : partner.engagements) {
        all.push_back(&engagement.statement.provenance);
    }
    for (const corpus::Outcome& outcome : partner.outcomes) {
        all.push_back(&outcome.statement.provenance);
    }
    for (const corpus::Funding& funding : partner.funding) {
        all.push_back(&funding.provenance);
    }
    for (const corpus::Risk& risk : partner.risks) {
        all.push_back(&risk.statement.provenance);
    }
    collect(all, partner.next_steps);
    if (partner.composition) {
        all.push_back(&partner.composition->provenance);
    }
    for (const corpus::Quote& quote : partner.quotes) {
        all.push_back(&quote.statement.provenance);
    }
    return all;
}

namespace {

// What a statement says, what is added to it, and the call of its note.
template <class Passage>
Passage passage_of(const Composer& composer, facts::Field field, const Statement& statement, const std::string& added,
                   Citations& citations) {
    Passage passage;
    passage.id = anchor_of(statement.id);
    passage.text = inlines_of(composer, statement.text);
    set_passage(composer, field, statement.text, passage);
    if (!added.empty()) {
        const bool differs = !passage.language.empty();
        append_words(passage.text, composer.words.fill("aside", {{"text", ""}, {"aside", added}}),
                     differs ? composer.edition.reader.language : std::string(), {});
        passage.origin.clear(); // it isn't that text alone any more
    }
    citations.cite(passage.text, statement.provenance);
    return passage;
}

} // namespace

void tell_when_due(const Composer& composer, const corpus::Obligation& obligation, document::FactNumbers& passage) {
    composer.tell(passage, obligation.statement.text.place, facts::Field::due);
    composer.tell(passage, obligation.statement.text.place, facts::Field::interval);
}

void tell_risk(const Composer& composer, const corpus::Risk& risk, document::FactNumbers& told,
               document::FactNumbers& response) {
    composer.tell(told, risk.statement.text.place, facts::Field::risk);
    if (risk.response) {
        composer.tell(response, risk.response->place, facts::Field::risk);
    }
}

document::Paragraph paragraph_of(const Composer& composer, facts::Field field, const Statement& statement,
                                 Citations& citations) {
    return passage_of<document::Paragraph>(composer, field, statement, {}, citations);
}

document::Paragraph paragraph_of(const Composer& composer, const corpus::Engagement& engagement, Citations& citations) {
    return passage_of<document::Paragraph>(composer, facts::Field::engagement, engagement.statement,
                                           span_of(composer.words, engagement.from, engagement.to), citations);
}

document::ListItem item_of(const Composer& composer, facts::Field field, const Statement& statement,
                           Citations& citations) {
    return passage_of<document::ListItem>(composer, field, statement, {}, citations);
}

void append_aside(const Composer& composer, Inlines& inlines, Inlines aside) {
    constexpr const char* aside_here = "\x01";
    const std::string pattern = composer.words.fill("aside", {{"text", ""}, {"aside", aside_here}});
    const std::size_t mark = pattern.find(aside_here);
    append(inlines, plain_inlines(pattern.substr(0, mark)));
    append(inlines, std::move(aside));
    append(inlines, plain_inlines(pattern.substr(mark + 1)));
}

// Somebody's own words between the language's quotation marks, and who said them.
document::Paragraph paragraph_of(const Composer& composer, const corpus::Quote& quote, Citations& citations) {
    document::Paragraph text;
    text.id = anchor_of(quote.statement.id);
    text.text = plain_inlines(composer.words["quote-open"]);
    append(text.text, marked_inlines_of(composer, quote.statement.text));
    append(text.text, plain_inlines(composer.words["quote-close"]));
    if (!quote.speaker.empty()) {
        append_aside(composer, text.text, plain_inlines(quote.speaker));
    }
    citations.cite(text.text, quote.statement.provenance);
    composer.tell(text.facts, quote.statement.text.place, facts::Field::quote);
    return text;
}

document::ListItem item_of(const Composer& composer, const corpus::Obligation& obligation, Citations& citations) {
    std::vector<std::string> when;
    if (obligation.due) {
        when.push_back(composer.words.fill("due", {{"date", composer.date(*obligation.due)}}));
    }
    if (!obligation.every.empty()) {
        when.push_back(interval_in_words(composer.words, obligation.every));
    }
    document::ListItem item = passage_of<document::ListItem>(composer, facts::Field::obligation, obligation.statement,
                                                             composer.words.row(when), citations);
    tell_when_due(composer, obligation, item.facts);
    return item;
}

} // namespace rapporteur::compose
