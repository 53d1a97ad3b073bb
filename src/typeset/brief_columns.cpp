#include "typeset/brief_columns.hpp"

#include "typeset/brief_parts.hpp"
#include "typeset/too_deep.hpp"

#include <algorithm>

namespace rapporteur::typeset {

Measures measures_of(const style::Style& style, double spacing) {
    const style::Style sheet = style::brief_style(style, spacing);
    Measures measures{sheet, sheet, sheet};
    measures.text.page.outer += style.brief->side + style.brief->gutter;
    measures.card.page.inner = sheet.page.width - sheet.page.outer - style.brief->side + panel_padding;
    measures.card.page.outer += panel_padding;
    return measures;
}

std::span<Slab> Column::on(std::size_t page) {
    const std::size_t from = page == 0 ? 0 : ends[page - 1];
    return std::span(slabs).subspan(from, ends[page] - from);
}

double Column::depth_on(std::size_t page) {
    if (page >= pages()) {
        return 0;
    }
    PageColumn column(on(page).front(), rules);
    double depth = 0;
    for (const Slab& slab : on(page)) {
        depth = column.place(slab) + slab.height;
    }
    return depth;
}

double Column::depth_beyond(std::size_t most_pages) {
    double depth = 0;
    for (std::size_t page = 0; page < pages(); ++page) {
        const double notes = notes_depth(on(page));
        const double filled = depth_on(page) + (notes > 0 ? notes + rules.above_notes : 0);
        depth += page < most_pages ? std::max(0.0, filled - rules.depth) : depth_on(page);
    }
    return depth;
}

Column cut(Galley& galley, const PageRules& rules) {
    Column column{std::move(galley.slabs()), {}, rules};
    for (const PageEnd& end : break_pages(column.slabs, {}, rules, GalleyEnd::is_last)) {
        column.ends.push_back(end.slabs);
    }
    return column;
}

Result<void> require_fit(const Column& column, const document::Document& document) {
    for (const Slab& slab : column.slabs) {
        if (std::optional<Diagnostic> fault = too_deep(slab, column.rules, document, std::nullopt); fault) {
            return tl::unexpected(std::move(*fault));
        }
    }
    return {};
}

double notes_depth(std::span<const Slab> slabs) {
    double depth = 0;
    for (const Slab& slab : slabs) {
        for (const Slab& line : slab.notes) {
            depth += line.height;
        }
    }
    return depth;
}

Result<void> set_text_block(Compositor& compositor, const document::Block& block, const Flow& flow) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
        return set_heading(compositor, *heading, flow);
    }
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
        return set_paragraph(compositor, *paragraph, Follows::other, flow);
    }
    if (const auto* list = std::get_if<document::List>(&block)) {
        return set_list(compositor, *list, flow);
    }
    if (const auto* table = std::get_if<document::Table>(&block)) {
        return set_table(compositor, *table, flow);
    }
    const auto* figure = std::get_if<document::Figure>(&block);
    return figure == nullptr ? Result<void>() : set_figure(compositor, *figure, flow);
}

Result<void> set_card_block(Compositor& compositor, const document::Block& block, const Flow& flow) {
    if (const auto* table = std::get_if<document::Table>(&block)) {
        return set_card_table(compositor, *table, flow);
    }
    flow.galley.space(compositor.style[style::TextStyleName::caption].before);
    return set_text_block(compositor, block, flow);
}

} // namespace rapporteur::typeset
