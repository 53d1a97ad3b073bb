#include "changes/changes.hpp"

#include <fmt/format.h>
#include <string_view>

namespace rapporteur::changes {

namespace {

using facts::Fact;

// "role", "right right-to-speak", "relationship inco-membership"
std::string name_of_thing(const Fact& fact) {
    const std::string name(facts::name_of(fact.field));
    return fact.key.empty() ? name : name + " " + fact.key;
}

std::string basis_of(const Fact& fact, const Manner& manner) {
    const corpus::Provenance& provenance = *fact.provenance;
    std::string text = provenance.source.empty() ? "no source" : provenance.source;
    text += provenance.locator.empty() ? "" : ", " + provenance.locator;
    return text + (provenance.checked ? ", checked " + manner.date(*provenance.checked) : ", not checked");
}

// What a form of output puts around the kind of a change, and how it writes what comes from a corpus.
struct Markup {
    std::string mark;
    std::string (*escaped)(std::string text);
};

std::string as_it_is(std::string text) {
    return text;
}

// CommonMark 0.31, 2.4: a backslash takes its meaning from each ASCII punctuation character that has one within a line.
std::string escaped_for_markdown(std::string text) {
    constexpr std::string_view with_meaning = "\\`*_[]<>&!|~#";
    std::string escaped;
    for (const char byte : text) {
        escaped += with_meaning.find(byte) == std::string_view::npos ? "" : "\\";
        escaped += byte == '\n' || byte == '\r' ? ' ' : byte;
    }
    return escaped;
}

// One change as a sentence without its end.
std::string sentence(const Change& change, const Manner& plain, const Markup& markup) {
    const std::string& mark = markup.mark;
    const Manner manner = {
        plain.date, [&](const Fact& fact, const facts::Said& said) { return markup.escaped(plain.said(fact, said)); }};
    std::string kind = mark + std::string(name_of(change.kind)) + mark;
    const auto thing = [&](const Fact& fact) { return markup.escaped(name_of_thing(fact)); };
    const auto basis = [&](const Fact& fact, const Manner& how) { return markup.escaped(basis_of(fact, how)); };
    const auto before = [&] { return manner.said(*change.before, said_in(*change.before, change.language)); };
    const auto after = [&] { return manner.said(*change.after, said_in(*change.after, change.language)); };
    switch (change.kind) {
    case Kind::joined:
    case Kind::left:
        return kind;
    case Kind::renamed:
        return change.before->words() == change.after->words()
                   ? fmt::format("{}: its id was {}", kind, change.before->partner)
                   : fmt::format("{}: “{}” → “{}”", kind, before(), after());
    case Kind::merged:
        return fmt::format("{}: “{}” is part of it now", kind, before());
    case Kind::related:
        return fmt::format("{}: {} → {}", kind, before(), after());
    case Kind::added:
        return fmt::format("{} {}: “{}”", thing(*change.after), kind, after());
    case Kind::removed:
        return fmt::format("{} {}: “{}”", thing(*change.before), kind, before());
    case Kind::corrected:
        return fmt::format("{} {}: “{}” → “{}”", thing(*change.after), kind, before(), after());
    case Kind::translated: {
        const facts::Said& old = said_in(*change.before, change.language);
        const std::string from = old.language == change.language ? fmt::format("“{}” → ", before()) : std::string();
        return fmt::format("{} {} ({}): {}“{}”", thing(*change.after), kind, change.language, from, after());
    }
    case Kind::rechecked:
        return fmt::format("{} {}: {} → {}", thing(*change.after), kind, basis(*change.before, manner),
                           basis(*change.after, manner));
    case Kind::stale:
        break;
    }
    return change.language.empty() ? fmt::format("{} {}: {}", thing(*change.after), kind, basis(*change.after, manner))
                                   : fmt::format("{} {}: its translation into {} is older than the text",
                                                 thing(*change.after), mark + "gone stale" + mark, change.language);
}

std::string title(const Change& change) {
    return change.partner.empty() ? std::string("The corpus itself")
                                  : fmt::format("{} ({})", change.partner_name, change.partner);
}

std::string opening(const Changes& changes, const Manner& manner) {
    return fmt::format("What changed from {} to {}", manner.date(changes.from), manner.date(changes.to));
}

} // namespace

std::string to_text(const Changes& changes, const Manner& manner) {
    if (changes.list.empty()) {
        return fmt::format("Nothing changed from {} to {}.\n", manner.date(changes.from), manner.date(changes.to));
    }
    std::string text = opening(changes, manner) + "\n";
    const std::string* partner = nullptr;
    for (const Change& change : changes.list) {
        if (partner == nullptr || *partner != change.partner) {
            text += fmt::format("\n{}\n", title(change));
            partner = &change.partner;
        }
        const bool of_relationship = !change.fact().of.empty() && change.fact().field != facts::Field::relationship;
        text += fmt::format("  {}{}\n", of_relationship ? change.fact().of + ": " : "",
                            sentence(change, manner, {"", as_it_is}));
    }
    return text;
}

std::string to_markdown(const Changes& changes, const Manner& manner) {
    std::string text = "# " + opening(changes, manner) + "\n";
    if (changes.list.empty()) {
        return text + "\nNothing.\n";
    }
    const std::string* partner = nullptr;
    for (const Change& change : changes.list) {
        if (partner == nullptr || *partner != change.partner) {
            text += fmt::format("\n## {}\n\n", escaped_for_markdown(title(change)));
            partner = &change.partner;
        }
        text += fmt::format("- {}\n", sentence(change, manner, {"**", escaped_for_markdown}));
    }
    return text;
}

} // namespace rapporteur::changes
