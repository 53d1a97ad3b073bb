#include "changes/changes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace rapporteur::changes {

namespace {

using facts::Fact;

// "role", "right right-to-speak", "relationship inco-membership: start date"
std::string name_of_thing(const Fact& fact) {
    const bool of_relationship = !fact.of.empty() && fact.field != facts::Field::relationship;
    const std::string of = of_relationship ? fmt::format("relationship {}: ", fact.of) : std::string();
    const std::string name(facts::plain_name_of(fact.field));
    return of + (fact.key.empty() ? name : name + " " + fact.key);
}

std::string_view name_of(corpus::Audience audience) {
    constexpr std::array<std::string_view, 3> names = {"everyone", "donors", "the organisation alone"};
    return names.at(static_cast<std::size_t>(audience));
}

std::string_view name_of(corpus::Confidence confidence) {
    constexpr std::array<std::string_view, 5> names = {"confidence not stated", "confirmed", "stated by the source",
                                                       "inferred", "doubtful"};
    return names.at(static_cast<std::size_t>(confidence));
}

// Where it is known from; how sure that is, where the two differ in it.
std::string basis_of(const Fact& fact, const Manner& manner, const Fact* other = nullptr) {
    const corpus::Provenance& provenance = *fact.provenance;
    std::string text = provenance.source.empty() ? "no source" : provenance.source;
    text += provenance.locator.empty() ? "" : ", " + provenance.locator;
    text += provenance.checked ? ", checked " + manner.date(*provenance.checked) : ", not checked";
    const bool is_as_sure = other == nullptr || other->provenance->confidence == provenance.confidence;
    return is_as_sure ? text : fmt::format("{}, {}", text, name_of(provenance.confidence));
}

// What a form of output puts around the kind of a change, and how it writes what comes from a corpus.
struct Markup {
    std::string mark;
    std::string (*escaped)(const std::string& text);
};

std::string as_it_is(const std::string& text) {
    return text;
}

// CommonMark 0.31, 2.4: a backslash takes its meaning from each ASCII punctuation character that has one within a line.
std::string escaped_for_markdown(const std::string& text) {
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
    const auto basis = [&](const Fact& fact, const Manner& how, const Fact* other = nullptr) {
        return markup.escaped(basis_of(fact, how, other));
    };
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
        if (said_in(*change.after, change.language).language != change.language) {
            return fmt::format("{}: there is no translation into {} any more", thing(*change.after), change.language);
        }
        const std::string from = old.language == change.language ? fmt::format("“{}” → ", before()) : std::string();
        return fmt::format("{} {} ({}): {}“{}”", thing(*change.after), kind, change.language, from, after());
    }
    case Kind::rechecked:
        return fmt::format("{} {}: {} → {}", thing(*change.after), kind, basis(*change.before, manner, &*change.after),
                           basis(*change.after, manner, &*change.before));
    case Kind::reviewed:
        return fmt::format("{}: its translation into {} {}", thing(*change.after), change.language,
                           said_in(*change.after, change.language).draft ? "is a draft again" : "is a draft no longer");
    case Kind::readers:
        return fmt::format("{} {}: for {} → for {}", thing(*change.after), kind,
                           name_of(change.before->provenance->audience), name_of(change.after->provenance->audience));
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

// Nothing else about it is new.
bool is_checked_again_only(const Change& change) {
    if (change.kind != Kind::rechecked) {
        return false;
    }
    corpus::Provenance before = *change.before->provenance;
    const corpus::Provenance& after = *change.after->provenance;
    before.checked = after.checked;
    return before.source == after.source && before.locator == after.locator && before.confidence == after.confidence;
}

std::vector<Change> listed(const Changes& changes, Rechecks rechecks) {
    std::vector<Change> list;
    std::copy_if(changes.list.begin(), changes.list.end(), std::back_inserter(list),
                 [&](const Change& change) { return rechecks == Rechecks::listed || !is_checked_again_only(change); });
    return list;
}

// "12 facts were checked again and say the same."; empty where none were left out.
std::string summary(std::size_t left_out) {
    return left_out == 0   ? std::string()
           : left_out == 1 ? std::string("1 fact was checked again and says the same.")
                           : fmt::format("{} facts were checked again and say the same.", left_out);
}

} // namespace

std::string to_text(const Changes& changes, const Manner& manner, Rechecks rechecks) {
    if (changes.list.empty()) {
        return fmt::format("Nothing changed from {} to {}.\n", manner.date(changes.from), manner.date(changes.to));
    }
    const std::vector<Change> list = listed(changes, rechecks);
    std::string text = opening(changes, manner) + "\n";
    const std::string* partner = nullptr;
    for (const Change& change : list) {
        if (partner == nullptr || *partner != change.partner) {
            text += fmt::format("\n{}\n", title(change));
            partner = &change.partner;
        }
        text += fmt::format("  {}\n", sentence(change, manner, {"", as_it_is}));
    }
    const std::string summed_up = summary(changes.list.size() - list.size());
    return summed_up.empty() ? text : fmt::format("{}\n{} --all lists them.\n", text, summed_up);
}

std::string to_markdown(const Changes& changes, const Manner& manner, Rechecks rechecks) {
    std::string text = "# " + opening(changes, manner) + "\n";
    if (changes.list.empty()) {
        return text + "\nNothing.\n";
    }
    const std::vector<Change> list = listed(changes, rechecks);
    const std::string* partner = nullptr;
    for (const Change& change : list) {
        if (partner == nullptr || *partner != change.partner) {
            text += fmt::format("\n## {}\n\n", escaped_for_markdown(title(change)));
            partner = &change.partner;
        }
        text += fmt::format("- {}\n", sentence(change, manner, {"**", escaped_for_markdown}));
    }
    const std::string summed_up = summary(changes.list.size() - list.size());
    return summed_up.empty() ? text : fmt::format("{}\n{}\n", text, summed_up);
}

} // namespace rapporteur::changes
