#include "compose/composer.hpp"

#include <cstdlib>

namespace rapporteur::compose {

namespace {

using corpus::Provenance;
using corpus::Statement;

void collect(std::vector<const Provenance*>& all, const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
        all.push_back(&statement.provenance);
    }
}

// "every 4 years", from P4Y.
std::string recurrence(const wording::Words& words, const std::string& interval) {
    constexpr int months_in_a_year = 12;
    int months = 0;
    std::string said;
    const auto say = [&](std::string_view word, int number) { said = words.fill(word, {"count", number}, {}); };
    for (const char* at = interval.c_str() + 1; *at != '\0';) {
        char* unit = nullptr;
        const int number = static_cast<int>(std::strtol(at, &unit, 10));
        switch (*unit) {
        case 'Y':
            months = months_in_a_year * number;
            say("every-years", number);
            break;
        case 'M':
            months += number;
            say("every-months", months);
            break;
        case 'W':
            say("every-weeks", number);
            break;
        default:
            say("every-days", number);
        }
        at = unit + 1;
    }
    return said;
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
    }
    for (const corpus::Engagement& engagement : partner.engagements) {
        all.push_back(&engagement.statement.provenance);
    }
    collect(all, partner.next_steps);
    return all;
}

std::string with_holder(const Composer& composer, std::string_view word) {
    return composer.words.fill(word, {{"holder", composer.holder()}});
}

document::Paragraph paragraph_of(const Composer& composer, const Statement& statement, Citations& citations) {
    document::Paragraph text;
    text.id = statement.id;
    text.text = inlines_of(composer, statement.text);
    set_language(composer, statement.text, text.language);
    citations.call_own(text.text, statement.provenance);
    return text;
}

document::ListItem item_of(const Composer& composer, const Statement& statement, Citations& citations) {
    document::ListItem item;
    item.id = statement.id;
    item.text = inlines_of(composer, statement.text);
    set_language(composer, statement.text, item.language);
    citations.call_own(item.text, statement.provenance);
    return item;
}

document::ListItem item_of(const Composer& composer, const corpus::Obligation& obligation, Citations& citations) {
    document::ListItem item;
    item.id = obligation.statement.id;
    item.text = inlines_of(composer, obligation.statement.text);
    set_language(composer, obligation.statement.text, item.language);
    std::string when;
    if (obligation.due) {
        when = composer.words.fill("due", {{"date", composer.date(*obligation.due)}});
    }
    if (!obligation.every.empty()) {
        when += (when.empty() ? "" : ", ") + recurrence(composer.words, obligation.every);
    }
    if (!when.empty()) {
        append(item.text, plain_inlines(" (" + when + ")"));
    }
    citations.call_own(item.text, obligation.statement.provenance);
    return item;
}

} // namespace rapporteur::compose
