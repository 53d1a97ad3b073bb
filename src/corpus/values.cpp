#include "corpus/corpus.hpp"
#include "support/utf8.hpp"

#include <charconv>
#include <unicode/uchar.h>

namespace rapporteur::corpus {

namespace {

bool is_figure(char byte) {
    return byte >= '0' && byte <= '9';
}

std::size_t end_of_figures(std::string_view text, std::size_t from) {
    while (from < text.size() && is_figure(text[from])) {
        ++from;
    }
    return from;
}

// Past spaces, be they breaking or not.
std::string_view past_spaces(std::string_view text) {
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
            if (text.substr(0, space.size()) == space) {
                text.remove_prefix(space.size());
                found = true;
            }
        }
    }
    return text;
}

// A letter, a sign such as ° or €, a percentage. What goes on with figures or another mark is a number written
// otherwise: 1 250, 1,250, 40/60, 40–60 %.
bool begins_unit(std::string_view text) {
    std::size_t at = 0;
    const auto first = static_cast<UChar32>(next_character(text, at));
    return u_isalpha(first) != 0 || (U_GET_GC_MASK(first) & U_GC_S_MASK) != 0 || first == u'%' || first == u'‰';
}

bool is_known(const Value& value) {
    return !value.number.empty();
}

} // namespace

Value value_of(const std::string& written) {
    Value value;
    value.written = written;
    const std::string_view text = written;
    const std::size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t end = end_of_figures(text, start);
    if (end == start) {
        return value;
    }
    if (end + 1 < text.size() && text[end] == '.' && is_figure(text[end + 1])) {
        end = end_of_figures(text, end + 1);
    }
    const std::string_view unit = past_spaces(text.substr(end));
    if (unit.empty() || begins_unit(unit)) {
        value.number = std::string(text.substr(0, end));
        value.unit = std::string(unit);
    }
    return value;
}

double drawn(const Value& value) {
    double number = 0;
    std::from_chars(value.number.data(), value.number.data() + value.number.size(), number);
    return number;
}

bool is_comparable(const Outcome& outcome) {
    const auto alike = [&](const Value& other) {
        return other.written.empty() || (is_known(other) && other.unit == outcome.actual.unit);
    };
    return is_known(outcome.target) && is_known(outcome.actual) && alike(outcome.target) && alike(outcome.baseline);
}

std::optional<bool> is_reached(const Outcome& outcome) {
    if (!is_comparable(outcome) || !is_known(outcome.baseline)) {
        return std::nullopt;
    }
    const bool was_to_fall = drawn(outcome.target) < drawn(outcome.baseline);
    return was_to_fall ? drawn(outcome.actual) <= drawn(outcome.target)
                       : drawn(outcome.actual) >= drawn(outcome.target);
}

} // namespace rapporteur::corpus
