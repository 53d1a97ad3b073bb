#include "support/warning_kinds.hpp"

#include <algorithm>

namespace rapporteur {

namespace {

void fill(std::string& text, std::string_view place, const std::string& value) {
    if (const std::size_t at = text.find(place); at != std::string::npos) {
        text.replace(at, place.size(), value);
    }
}

} // namespace

std::vector<std::string_view> acceptable_ids() {
    std::vector<std::string_view> ids;
    for (const WarningWords& words : warning_words) {
        if (may_be_accepted(words.kind)) {
            ids.push_back(words.id);
        }
    }
    return ids;
}

std::optional<WarningKind> warning_kind_of(std::string_view id) {
    const auto found = std::find_if(warning_words.begin(), warning_words.end(),
                                    [&](const WarningWords& words) { return words.id == id; });
    return found == warning_words.end() ? std::nullopt : std::optional(found->kind);
}

std::string summary_of(WarningKind kind, std::size_t count, const std::string& language) {
    const auto found = std::find_if(warning_words.begin(), warning_words.end(),
                                    [&](const WarningWords& words) { return words.kind == kind; });
    std::string text(found == warning_words.end() ? "{} warnings" : found->many);
    fill(text, "{}", std::to_string(count));
    fill(text, "{language}", language);
    return text;
}

} // namespace rapporteur
