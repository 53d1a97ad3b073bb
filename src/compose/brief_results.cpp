#include "compose/brief_results.hpp"

namespace rapporteur::compose {

using facts::Field;

document::ListItem item_of(const Composer& composer, const corpus::Outcome& outcome, Citations& citations) {
    document::ListItem item;
    item.id = anchor_of(outcome.statement.id);
    item.text = marked_inlines_of(composer, outcome.statement.text);
    const std::string name_here = "\x01";
    const std::string measured =
        measures_in_words(composer.words, name_here, {outcome.baseline, outcome.target, outcome.actual});
    Inlines aside;
    if (outcome.indicator) {
        append(aside, marked_inlines_of(composer, *outcome.indicator));
        append(aside, plain_inlines(measured.substr(name_here.size())));
    } else if (measured != name_here) { // the statement says what is measured
        const std::string between = composer.words.fill("results-told", {{"indicator", ""}, {"values", ""}});
        append(aside, plain_inlines(measured.substr(name_here.size() + between.size())));
    }
    if (!aside.empty()) {
        append_aside(composer, item.text, std::move(aside));
    }
    citations.cite(item.text, outcome.statement.provenance);
    composer.tell(item.facts, outcome.statement.text.place, Field::outcome);
    return item;
}

document::ListItem item_of(const Composer& composer, const corpus::Funding& funding, Citations& citations) {
    const wording::Words& words = composer.words;
    document::ListItem item;
    item.text = plain_inlines(words.year(funding.year) + words["colon"] + money_in_words(words, funding.amount));
    if (funding.purpose) {
        append(item.text, plain_inlines(words["comma"]));
        append(item.text, marked_inlines_of(composer, funding.purpose->text));
    }
    Inlines uses;
    for (const corpus::Use& use : funding.uses) {
        append(uses, plain_inlines(uses.empty() ? words["used-for"] + words["colon"] : words["semicolon"]));
        append(uses, marked_inlines_of(composer, use.text));
        append(uses, plain_inlines(use.amount ? words["colon"] + money_in_words(words, *use.amount) : std::string()));
        composer.tell(item.facts, use.text.place, Field::funding);
    }
    if (!uses.empty()) {
        append_aside(composer, item.text, std::move(uses));
    }
    citations.cite(item.text, funding.provenance);
    composer.tell(item.facts, funding.purpose ? funding.purpose->text.place : funding.place, Field::funding);
    return item;
}

document::ListItem item_of(const Composer& composer, const corpus::Risk& risk, Citations& citations) {
    document::ListItem item;
    item.id = anchor_of(risk.statement.id);
    item.text = marked_inlines_of(composer, risk.statement.text);
    if (risk.response) {
        Inlines response = plain_inlines(composer.words["response"] + composer.words["colon"]);
        append(response, marked_inlines_of(composer, *risk.response));
        append_aside(composer, item.text, std::move(response));
    }
    citations.cite(item.text, risk.statement.provenance);
    tell_risk(composer, risk, item.facts, item.facts);
    return item;
}

Texts texts_of(const std::vector<corpus::Outcome>& outcomes) {
    Texts texts;
    for (const corpus::Outcome& outcome : outcomes) {
        texts.push_back(&outcome.statement.text);
        add_text(texts, outcome.indicator);
    }
    return texts;
}

Texts texts_of(const std::vector<corpus::Funding>& contributions) {
    Texts texts;
    for (const corpus::Funding& funding : contributions) {
        add_text(texts, funding.purpose);
        for (const corpus::Use& use : funding.uses) {
            texts.push_back(&use.text);
        }
    }
    return texts;
}

} // namespace rapporteur::compose
