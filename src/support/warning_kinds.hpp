#pragma once

// The kinds of warnings: each is one line of a run's messages, however often it is found.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class WarningKind : std::uint8_t {
    none, // of an error
    // Found in a corpus, which may accept them:
    unsourced,
    untranslated,
    stale_translation,
    unused_source,
    same_name,
    acronym_is_name,
    edition_year,
    long_summary,
    late_consent,
    deducible_total,
    linked_picture,
    value_without_number,
    mixed_units,
    // Found elsewhere, or about acceptances themselves:
    unused_acceptance,
    not_checked_lately,
    no_own_words,
    no_hyphenation,
    shortened_brief,
    other_tools,
    other_pandoc,
};

struct WarningWords {
    WarningKind kind;
    std::string_view id;   // by which a corpus accepts it, see <accepted> in schema/corpus.xsd
    std::string_view many; // "{}" stands for how many there are, "{language}" for the translation's language
};

inline constexpr std::array<WarningWords, 20> warning_words = {{
    {WarningKind::unsourced, "unsourced", "{} facts name no source"},
    {WarningKind::untranslated, "untranslated", "{} texts have no translation into {language}"},
    {WarningKind::stale_translation, "stale-translation", "{} translations into {language} are older than their texts"},
    {WarningKind::unused_source, "unused-source", "{} sources are named by no fact"},
    {WarningKind::same_name, "same-name", "{} partners have the name of another"},
    {WarningKind::acronym_is_name, "acronym-is-name", "{} acronyms are the same as the name"},
    {WarningKind::edition_year, "edition-year", "{} editions are of a later year than their day"},
    {WarningKind::long_summary, "long-summary", "{} summaries are longer than a brief has room for"},
    {WarningKind::late_consent, "late-consent",
     "{} photos or quotes are not shown: they were agreed to after the day of the corpus"},
    {WarningKind::deducible_total, "deducible-total",
     "{} totals are left out for some readers, who could work out a contribution that they may not see"},
    {WarningKind::linked_picture, "linked-picture", "{} pictures are drawn without something that they link to"},
    {WarningKind::value_without_number, "value-without-number",
     "{} results have a value that isn't a number with a unit"},
    {WarningKind::mixed_units, "mixed-units", "{} results have values in different units"},
    {WarningKind::unused_acceptance, "unused-acceptance", "{} acceptances match no warning"},
    {WarningKind::not_checked_lately, "not-checked-lately", "{} facts were not checked for more than a year"},
    {WarningKind::no_own_words, "no-own-words", "{} languages have no words of the program's own"},
    {WarningKind::no_hyphenation, "no-hyphenation", "{} languages have no hyphenation patterns"},
    {WarningKind::shortened_brief, "shortened-brief", "{} briefs leave something out to fit"},
    {WarningKind::other_tools, "other-tools", "{} files were made with other tools than these"},
    {WarningKind::other_pandoc, "other-pandoc", "{} runs used a pandoc that isn't tested"},
}};

// Whether a corpus may say that it accepts warnings of a kind, and the ids of all such kinds.
constexpr bool may_be_accepted(WarningKind kind) {
    return kind > WarningKind::none && kind < WarningKind::unused_acceptance;
}
std::vector<std::string_view> acceptable_ids();

std::optional<WarningKind> warning_kind_of(std::string_view id);

// "36 facts name no source"; `language` is the translation's, empty for kinds that are about none.
std::string summary_of(WarningKind kind, std::size_t count, const std::string& language);

} // namespace rapporteur
