#pragma once

// A Document and a Style become pages.
//
// Parts are set in order into galleys, galleys cut into pages, and each page is handed to the receiver as soon as it is
// finished: memory holds a few pages, the structure tree, and destinations. Pages are numbered from the cover's 1
// without a gap, so that the printed number is the one that a viewer shows; the contents, whose numbers are known last,
// is handed on last, and Layout::order says where it stands.
//
// For one who wants to know only where pages begin, `text` says that its pages are set without what is painted on them;
// the sheets before the text have all of theirs either way.
//
// Fails (surroundings) where a font isn't installed or no font has a character, and with whatever the receiver fails.

#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "style/style.hpp"
#include "support/diagnostic.hpp"
#include "typeset/page.hpp"

#include <functional>

namespace rapporteur::typeset {

struct Receiver {
    std::function<Result<void>(Page&&)> take_page;
    // Told the number of each part in Document::parts that is set: of its blocks, only headings are read again. May be
    // empty.
    std::function<void(std::size_t)> part_is_set = {};
};

Result<Layout> typeset(const document::Document& document, const style::Style& style, fonts::FontBook& book,
                       const Receiver& receiver, Detail text = Detail::glyphs);

// The Debian package with a language's hyphenation patterns, where there is one and no patterns are installed: words in
// that language aren't divided. Empty otherwise.
std::string missing_hyphenation(const std::string& language);

} // namespace rapporteur::typeset
