#include "typeset/shortened.hpp"

#include "typeset/characters.hpp"
#include "typeset/line_breaks.hpp"

#include <unicode/uchar.h>

namespace rapporteur::typeset {

namespace {

std::vector<std::uint32_t> ends_of_words(const std::string& text, const std::string& language) {
    LineBreaks breaks(language);
    breaks.set(text);
    std::vector<std::uint32_t> ends;
    for (std::uint32_t at = breaks.after(0).at; at < text.size(); at = breaks.after(at).at) {
        ends.push_back(at);
    }
    return ends;
}

// A letter ends after the marks that stand on it.
std::vector<std::uint32_t> ends_of_letters(const std::string& text) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t at = 0; at < text.size();) {
        const auto character = static_cast<UChar32>(next_character(text, at));
        const bool is_mark = (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
        if (is_mark && !ends.empty()) {
            ends.back() = at;
        } else {
            ends.push_back(at);
        }
    }
    return ends;
}

std::string cut_at(const std::string& text, std::uint32_t end) {
    std::string cut = text.substr(0, end);
    cut.erase(cut.find_last_not_of(" ,;:-") + 1);
    return cut + "…";
}

// The first part of a text that is longer than any line, cut where a letter begins: so that a text is looked through no
// further than a few lines, however long it is and on however many pages it stands.
std::string beginning_of(const std::string& text) {
    constexpr std::size_t longest = 2000; // bytes; a line of a page holds some 300
    std::size_t end = std::min(longest, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

} // namespace

Result<SetLabel> set_shortened(Compositor& compositor, const std::string& full, style::TextStyleName style,
                               ArtifactKind kind, double width) {
    const auto set = [&](const std::string& words) { return compositor.set_label(words, style, kind, 0, {0, 0}); };
    const std::string text = beginning_of(full);
    Result<SetLabel> whole = set(text);
    if (!whole || (whole->width <= width && text.size() == full.size())) {
        return whole;
    }
    for (const std::vector<std::uint32_t>& ends :
         {ends_of_words(text, compositor.document.metadata.language), ends_of_letters(text)}) {
        Result<SetLabel> longest = SetLabel();
        std::size_t fits = 0; // of the ends
        for (std::size_t beyond = ends.size(); fits < beyond;) {
            const std::size_t middle = (fits + beyond) / 2;
            Result<SetLabel> label = set(cut_at(text, ends[middle]));
            if (!label) {
                return label;
            }
            if (label->width > width) {
                beyond = middle;
            } else {
                longest = std::move(label);
                fits = middle + 1;
            }
        }
        if (fits > 0) {
            return longest;
        }
    }
    return SetLabel(); // not even one letter fits
}

} // namespace rapporteur::typeset
