#pragma once

// A brief's Document becomes one or two pages: a band across the head of the sheet, a column for reading, a narrow one
// for particulars, and below them, where room is left, lines to write on.
//
// A brief that doesn't fit gives no pages, and by how much it is too deep. One BriefSetter sets many briefs: what it
// has shaped and divided it remembers. It is for one thread.

#include "typeset/typeset.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::typeset {

struct BriefLimits {
    double spacing = 1; // of the style's space between blocks
    std::size_t most_pages = 1;
    std::size_t to_a_sheet = 1; // pages beside each other on one sheet; a brief of one page stands there as often
};

struct BriefPages {
    std::vector<Page> pages; // or sheets of several; none where the brief doesn't fit
    Layout layout;
    double text_over = 0; // points of text beyond the last page; 0 where it fits
    double card_over = 0; // the same of the particulars

    bool fits() const { return text_over == 0 && card_over == 0; }
};

class BriefSetter {
public:
    // The style has a brief; style and book must outlive the setter. Fails (surroundings) where a font isn't installed.
    static Result<BriefSetter> open(const style::Style& style, fonts::FontBook& book);
    ~BriefSetter();
    BriefSetter(BriefSetter&&) noexcept;
    BriefSetter& operator=(BriefSetter&&) noexcept;

    // The glyphs that most briefs in `language` (BCP 47) are set with, by face.
    std::map<fonts::FaceId, std::vector<std::uint16_t>> alphabet_of(const std::string& language);

    // The document's parts are a brief's head, card and text. Fails (surroundings) where no font has a character.
    Result<BriefPages> set(const document::Document& brief, const BriefLimits& limits);

private:
    struct Type;
    explicit BriefSetter(std::unique_ptr<Type> type);
    std::unique_ptr<Type> type;
};

} // namespace rapporteur::typeset
