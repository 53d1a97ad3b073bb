#include "typeset/running_heads.hpp"
#include "support/utf8.hpp"
#include "typeset/line_breaks.hpp"

#include <unicode/uchar.h>
#include <vector>

namespace rapporteur::typeset {

namespace {

constexpr const char* ellipsis = "…";

std::string cut_at(const std::string& text, std::size_t end) {
    const std::size_t last = text.find_last_not_of(' ', end - 1);
    return text.substr(0, last == std::string::npos ? 0 : last + 1) + ellipsis;
}

// Where a line may break, in order.
std::vector<std::size_t> breaks_of(const std::string& text, const std::string& language) {
    LineBreaks breaks(language);
    breaks.set(text);
    std::vector<std::size_t> found;
    for (std::uint32_t at = breaks.after(0).at; at < text.size(); at = breaks.after(at).at) {
        found.push_back(at);
    }
    return found;
}

// The beginnings of letters but the first one's, marks kept with the letters that they stand on.
std::vector<std::size_t> letters_of(const std::string& text) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto character = static_cast<UChar32>(next_character(text, at));
        if (begin > 0 && (U_GET_GC_MASK(character) & U_GC_M_MASK) == 0) {
            found.push_back(begin);
        }
    }
    return found;
}

} // namespace

Result<SetLabel> RunningHeads::set_whole(const std::string& text) {
    return compositor.set_label(text, style::TextStyleName::running_head, ArtifactKind::header, 0, {0, 0});
}

Result<bool> RunningHeads::fits(const std::string& text) {
    const Result<SetLabel> label = set_whole(text);
    if (!label) {
        return tl::unexpected(label.error());
    }
    return label->width <= compositor.measure();
}

// The longest beginning that fits with an ellipsis: to a break, or within the first word where that alone is too wide.
Result<std::string> RunningHeads::shortened(const std::string& text) {
    for (const std::vector<std::size_t>& ends :
         {breaks_of(text, compositor.document.metadata.language), letters_of(text)}) {
        std::size_t fitting = 0; // how many of the ends fit; none of those from `too_wide` on does
        std::size_t too_wide = ends.size() + 1;
        while (fitting + 1 < too_wide) {
            const std::size_t middle = (fitting + too_wide) / 2;
            const Result<bool> fit = fits(cut_at(text, ends[middle - 1]));
            if (!fit) {
                return tl::unexpected(fit.error());
            }
            (*fit ? fitting : too_wide) = middle;
        }
        if (fitting > 0) {
            return cut_at(text, ends[fitting - 1]);
        }
    }
    return std::string(ellipsis);
}

Result<SetLabel> RunningHeads::set(const std::string& text) {
    if (const auto known = shown.find(text); known != shown.end()) {
        return set_whole(known->second);
    }
    const Result<bool> fit = fits(text);
    if (!fit) {
        return tl::unexpected(fit.error());
    }
    const Result<std::string> head = *fit ? Result<std::string>(text) : shortened(text);
    if (!head) {
        return tl::unexpected(head.error());
    }
    return set_whole(shown.emplace(text, *head).first->second);
}

} // namespace rapporteur::typeset
