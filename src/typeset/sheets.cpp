#include "typeset/sheets.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

using document::Part;
using document::PartRole;

constexpr std::uint32_t facing_pages = 2;

// The pair that a spread is made of, where the document has it.
Spread spread_in(const document::Document& document) {
    Spread spread;
    for (std::size_t at = 1; at < document.parts.size(); ++at) {
        if (document.parts[at].role == PartRole::timeline && document.parts[at - 1].role == PartRole::glance) {
            spread.glance = &document.parts[at - 1];
            spread.timeline = &document.parts[at];
        }
    }
    return spread;
}

// Tables of so many rows surely don't fit, which needs no trial.
bool may_fit(const Spread& spread, const style::Style& style) {
    std::size_t rows = 0;
    for (const document::Block& block : spread.glance->blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        rows += table == nullptr ? 0 : table->rows.size();
    }
    const double least_depth = static_cast<double>(rows) * style[style::TextStyleName::table].leading;
    return least_depth < facing_pages * (style.page.height - style.page.top - style.page.bottom);
}

Parts contents_of(const document::Document& document) {
    Parts parts;
    for (const Part& part : document.parts) {
        if (part.role == PartRole::contents) {
            parts.push_back(&part);
        }
    }
    return parts;
}

} // namespace

Parts text_parts(const document::Document& document, const Part* end) {
    Parts parts;
    for (const Part* part = document.parts.data(); part != end; ++part) {
        if (part->role != PartRole::contents) {
            parts.push_back(part);
        }
    }
    return parts;
}

bool begins_page(const Part& before, const Part& part, const Spread& spread) {
    if (&part == spread.glance || (&before == spread.timeline && spread.timeline != nullptr)) {
        return true;
    }
    if (&part == spread.timeline) {
        return spread.cut == Spread::Cut::between_parts;
    }
    switch (part.role) {
    case PartRole::introduction:
    case PartRole::donor:
    case PartRole::partner:
    case PartRole::index: // which tells the numbers of pages that must have been printed before it
        return true;
    case PartRole::glossary:
        return before.role == PartRole::partner;
    default:
        return false;
    }
}

Result<Sheets> plan_sheets(const document::Document& document, const style::Style& style, const PageCount& pages_of) {
    Sheets sheets;
    const Parts contents = contents_of(document);
    const Result<std::uint32_t> pages = contents.empty() ? Result<std::uint32_t>(0U) : pages_of(contents, {});
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    sheets.contents = *pages;
    Spread spread = spread_in(document);
    if (style.page.overview == style::Overview::run_on || spread.glance == nullptr || !may_fit(spread, style)) {
        return sheets;
    }
    for (const Spread::Cut cut : {Spread::Cut::between_parts, Spread::Cut::where_it_falls}) {
        spread.cut = cut;
        const Result<std::uint32_t> depth = pages_of({spread.glance, spread.timeline}, spread);
        if (!depth) {
            return tl::unexpected(depth.error());
        }
        if (*depth == facing_pages) {
            sheets.spread = spread;
            break;
        }
    }
    if (sheets.spread.glance == nullptr) {
        return sheets;
    }
    const Parts text = text_parts(document, spread.glance);
    const Result<std::uint32_t> before = text.empty() ? Result<std::uint32_t>(0U) : pages_of(text, sheets.spread);
    if (!before) {
        return tl::unexpected(before.error());
    }
    // The spread begins on the page after these, which has an even number where it lies on the left.
    sheets.own_imprint = (sheets.before_text() + *before) % 2 == 0;
    return sheets;
}

} // namespace rapporteur::typeset
