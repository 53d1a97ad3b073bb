#pragma once

// White space of XML, collapsed as CSS has it (CSS Text Module Level 3, 4.1): a run of it is one space between words
// and none at the ends. A run with a line break in it is nothing between characters of Chinese, Japanese or Yi: such
// texts are written without spaces, wherever their lines end in an editor.

#include <string>
#include <string_view>

namespace rapporteur::corpus {

// Takes a text in pieces, as inline elements divide it.
class Collapser {
public:
    explicit Collapser(std::string_view language);

    std::string add(std::string_view text);

    // Whether a space stands between what was added and this piece, which is to be added next: the space before an
    // inline element belongs to the text before it.
    bool takes_space_before(std::string_view text);

private:
    enum class Gap : unsigned char { none, settled, space, line_break };

    void widen(std::string_view white_space);
    bool needs_space(std::string_view word) const;

    bool east_asian = false; // Chinese or Japanese
    bool has_text = false;
    char32_t last = 0; // character; 0 for one of ASCII
    Gap gap = Gap::none;
};

} // namespace rapporteur::corpus
