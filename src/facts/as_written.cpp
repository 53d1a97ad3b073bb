#include "facts/as_written.hpp"

#include "facts/facts.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::facts {

namespace {

// As the schema writes them, for they are the same in every language.
std::string_view name_of(corpus::RelationshipKind kind) {
    constexpr std::array<std::string_view, 13> names = {"consultative-special",
                                                        "consultative-general",
                                                        "consultative-roster",
                                                        "consultative",
                                                        "participatory",
                                                        "member",
                                                        "founder",
                                                        "host",
                                                        "steering-committee",
                                                        "observer",
                                                        "partnership",
                                                        "memorandum",
                                                        "programme"};
    return names.at(static_cast<std::size_t>(kind));
}

} // namespace

std::string_view name_of(corpus::PartnerKind kind) {
    constexpr std::array<std::string_view, 8> names = {"un-organ",  "un-agency",   "un-panel", "intergovernmental",
                                                       "eu-agency", "ngo-network", "ngo",      "other"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(corpus::PartnerStatus status) {
    constexpr std::array<std::string_view, 3> names = {"active", "dormant", "ended"};
    return names.at(static_cast<std::size_t>(status));
}

std::string kinds_of(const corpus::Relationship& relationship) {
    std::string kinds;
    for (const corpus::RelationshipKind kind : relationship.kinds) {
        kinds += kinds.empty() ? "" : ", ";
        kinds += name_of(kind);
    }
    return kinds;
}

std::string in_words(const corpus::Money& money) {
    return fmt::format("{} {}", money.currency, corpus::number_of(money, corpus::decimals_of(money)));
}

std::string period(const std::optional<corpus::Date>& from, const std::optional<corpus::Date>& to) {
    if (!from && !to) {
        return {};
    }
    return fmt::format("{}–{}: ", from ? iso(*from) : "", to ? iso(*to) : "");
}

std::string in_language(const corpus::Text& text, const std::string& language) {
    const auto found = std::find_if(text.versions.begin(), text.versions.end(),
                                    [&](const corpus::Version& version) { return version.language == language; });
    return found == text.versions.end() ? words_of(text) : words_of(*found);
}

} // namespace rapporteur::facts
