#pragma once

// How many sheets stand before the text, and which parts begin a page: known before any page is printed.

#include "document/document.hpp"
#include "style/style.hpp"
#include "support/diagnostic.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace rapporteur::typeset {

// The partners at a glance and the timeline that follows them, as two facing pages.
struct Spread {
    enum class Cut : std::uint8_t {
        where_it_falls, // the two parts fill the two pages together
        between_parts   // each has its own
    };
    const document::Part* glance = nullptr; // nothing: there is no spread
    const document::Part* timeline = nullptr;
    Cut cut = Cut::between_parts;
};

struct Sheets {
    std::uint32_t contents = 0; // pages of it
    Spread spread;
    bool own_imprint = false; // on the inside of the cover, so that the spread's first page is a left-hand one

    std::uint32_t before_contents() const { return own_imprint ? 3 : 2; }
    std::uint32_t before_text() const { return before_contents() + contents; }
};

// Whether a part begins a page, or follows the one before on the same where there is room.
bool begins_page(const document::Part& before, const document::Part& part, const Spread& spread);

using Parts = std::vector<const document::Part*>;

// The document's parts but for its contents, up to `end`.
Parts text_parts(const document::Document& document, const document::Part* end);

// How many pages these parts take, set and printed for nobody.
using PageCount = std::function<Result<std::uint32_t>(const Parts& parts, const Spread& spread)>;

Result<Sheets> plan_sheets(const document::Document& document, const style::Style& style, const PageCount& pages_of);

} // namespace rapporteur::typeset
