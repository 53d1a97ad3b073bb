#include "compose/composer.hpp"

#include <array>

namespace rapporteur::compose {

std::string name_of(const wording::Words& words, corpus::RelationshipKind kind) {
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
    return words["relationship." + std::string(names.at(static_cast<std::size_t>(kind)))];
}

std::string name_of(const wording::Words& words, corpus::PartnerKind kind) {
    constexpr std::array<std::string_view, 8> names = {"un-organ",  "un-agency",   "un-panel", "intergovernmental",
                                                       "eu-agency", "ngo-network", "ngo",      "other"};
    return words["kind." + std::string(names.at(static_cast<std::size_t>(kind)))];
}

std::string full_name(const Composer& composer, const corpus::Partner& partner) {
    const std::string name = composer.edition.marked(partner.name);
    return partner.acronym
               ? composer.words.fill("aside", {{"text", name}, {"aside", composer.edition.marked(*partner.acronym)}})
               : name;
}

std::string short_name(const Composer& composer, const corpus::Partner& partner) {
    return composer.edition.marked(partner.acronym ? *partner.acronym : partner.name);
}

} // namespace rapporteur::compose
