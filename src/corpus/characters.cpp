#include "corpus/characters.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <unicode/uchar.h>
#include <vector>

namespace rapporteur::corpus {

namespace {

constexpr char32_t pop_directional_formatting = 0x202C;
constexpr char32_t pop_directional_isolate = 0x2069;

const char* fault_of(char32_t character) {
    if (character == 0xFFFD) {
        return "a replacement character: a letter was lost here";
    }
    switch (u_charType(static_cast<UChar32>(character))) {
    case U_CONTROL_CHAR:
        return "a control character, which terminals and other programs obey";
    case U_PRIVATE_USE_CHAR:
        return "a private-use character, which no reader's font knows";
    case U_UNASSIGNED:
        return "a code point that is no character";
    default:
        return nullptr;
    }
}

// What closes a mark that opens; nothing where it opens none.
std::optional<char32_t> closing_of(char32_t character) {
    if (character == 0x202A || character == 0x202B || character == 0x202D || character == 0x202E) {
        return pop_directional_formatting;
    }
    if (character >= 0x2066 && character <= 0x2068) {
        return pop_directional_isolate;
    }
    return std::nullopt;
}

struct Fault {
    char32_t character;
    const char* what;
    const char* hint;
};

// The first character at fault: one that is no part of a text, a mark that isn't closed or one that closes nothing.
std::optional<Fault> fault_in(std::string_view text) {
    constexpr const char* balanced =
        "a mark that opens (U+202A, U+202B, U+202D, U+202E; U+2066 to U+2068) is closed in the same text (by U+202C; "
        "U+2069); <foreign xml:lang=\"…\"> sets the direction by itself";
    struct Open {
        char32_t mark;
        char32_t closing;
    };
    std::vector<Open> open;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        if ((character >= ' ' && character < 0x7F) || character == '\n' || character == '\t' || character == '\r') {
            continue;
        }
        if (const char* what = fault_of(character)) {
            return Fault{character, what, "delete it, or type the text again"};
        }
        if (const std::optional<char32_t> closing = closing_of(character)) {
            open.push_back({character, *closing});
        } else if (character == pop_directional_formatting || character == pop_directional_isolate) {
            if (open.empty() || open.back().closing != character) {
                return Fault{character, "a mark that closes a direction, which isn't opened", balanced};
            }
            open.pop_back();
        }
    }
    return open.empty()
               ? std::nullopt
               : std::optional(Fault{open.back().mark, "a mark that opens a direction, which isn't closed", balanced});
}

// The most characters in a row that stand on a letter or are joined to it. Shaping takes the square of their number, in
// HarfBuzz as elsewhere; Unicode's own bound for streams is 30 (UAX #15, 13).
std::uint64_t most_marks_in(std::string_view text) {
    constexpr char32_t zero_width_joiner = 0x200D;
    std::uint64_t most = 0;
    std::uint64_t here = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        const auto point = static_cast<UChar32>(character);
        const bool is_joined = character == zero_width_joiner || before == zero_width_joiner ||
                               (character >= 0x300 && ((U_GET_GC_MASK(point) & U_GC_M_MASK) != 0 ||
                                                       u_hasBinaryProperty(point, UCHAR_GRAPHEME_EXTEND) != 0));
        here = is_joined ? here + 1 : 0;
        most = std::max(most, here);
        before = character;
    }
    return most;
}

// Whether the bytes hold anything but ASCII, as itself or as a reference.
bool may_hold_any(std::string_view bytes) {
    return bytes.find("&#") != std::string_view::npos ||
           std::any_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x7F; });
}

struct AllText : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& node) override {
        text += node.value();
        return true;
    }
};

bool holds_words(const pugi::xml_node& element) {
    return std::any_of(element.begin(), element.end(), [](const pugi::xml_node& node) {
        const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
        return is_text && std::string_view(node.value()).find_first_not_of(" \t\r\n") != std::string_view::npos;
    });
}

class Checking {
public:
    Checking(const xml::SourceFile& of, Findings& to, const Limits& allowed)
        : file(of), findings(to), limits(allowed) {}

    // Inline elements don't end a text: a mark may open before <em> and close in it.
    void check(const pugi::xml_node& element, bool within_words) {
        for (const pugi::xml_attribute& attribute : element.attributes()) {
            say(element, attribute.value(), fmt::format("{} of <{}>", attribute.name(), element.name()));
        }
        const bool is_words = !within_words && holds_words(element);
        if (is_words) {
            AllText all;
            pugi::xml_node(element).traverse(all);
            say(element, all.text, fmt::format("<{}>", element.name()));
        }
        for (const pugi::xml_node& child : element.children()) {
            if (child.type() == pugi::node_element) {
                check(child, within_words || is_words);
            }
        }
    }

private:
    void say(const pugi::xml_node& element, std::string_view text, const std::string& what) {
        const std::ptrdiff_t offset = element.offset_debug();
        const auto place = [&] { return file.at(offset > 0 ? static_cast<std::size_t>(offset - 1) : 0); };
        if (const std::uint64_t marks = most_marks_in(text); marks > limits[Limit::marks]) {
            findings.add(limits.beyond(Limit::marks, place(), what + " on one letter", marks));
        }
        if (const std::optional<Fault> fault = fault_in(text)) {
            findings.error(
                place(),
                fmt::format("{}: U+{:04X} is {}", what, static_cast<std::uint32_t>(fault->character), fault->what),
                fault->hint);
        }
    }

    const xml::SourceFile& file;
    Findings& findings;
    const Limits& limits;
};

} // namespace

void check_characters(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings,
                      const Limits& limits) {
    if (may_hold_any(file.bytes())) {
        Checking(file, findings, limits).check(root, false);
    }
}

} // namespace rapporteur::corpus
