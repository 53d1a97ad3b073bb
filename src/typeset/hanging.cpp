#include "typeset/hanging.hpp"

#include <iterator>

namespace rapporteur::typeset {

namespace {

struct Hang {
    std::string_view character;
    double part;
};

constexpr Hang at_end[] = {
    {"-", 0.5}, {".", 0.6},  {",", 0.6},  {";", 0.3},  {":", 0.3}, {"’", 0.5},
    {"”", 0.4}, {"–", 0.25}, {"—", 0.15}, {"!", 0.15}, {"?", 0.1},
};
constexpr Hang at_start[] = {{"‘", 0.5}, {"“", 0.4}, {"’", 0.5}, {"(", 0.05}};

} // namespace

double hang_at_end(std::string_view text) {
    for (const Hang& hang : at_end) {
        if (text.size() >= hang.character.size() &&
            text.substr(text.size() - hang.character.size()) == hang.character) {
            return hang.part;
        }
    }
    return 0;
}

double hang_at_start(std::string_view text) {
    for (const Hang& hang : at_start) {
        if (text.substr(0, hang.character.size()) == hang.character) {
            return hang.part;
        }
    }
    return 0;
}

} // namespace rapporteur::typeset
