#include "typeset/brief_parts.hpp"

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

// One row: what it is called, and below that what it says.
class CardRow {
public:
    CardRow(Compositor& with, std::string within, ElementId body)
        : compositor(with), language(std::move(within)), row(with.structure.make(ElementType::table_row, body)) {
        slab.opens.push_back(row);
    }

    Result<void> add(const document::Cell& cell, ElementType type, TextStyleName name) {
        const ElementId element = compositor.structure.make(type, row);
        if (type == ElementType::table_header) {
            compositor.structure[element].scope = Scope::row;
        }
        slab.opens.push_back(element);
        const std::string& in = cell.language.empty() ? language : cell.language;
        if (in != language) {
            compositor.structure.attributes(element).language = in;
        }
        for (const document::Inlines& line : cell.lines) {
            Result<std::vector<Slab>> lines =
                compositor.set_text(compositor.passages.make(line, {name, element, in}), {name, 0, true, false},
                                    {element, in, 0, compositor.measure()});
            if (!lines) {
                return tl::unexpected(lines.error());
            }
            for (Slab& text : *lines) {
                take(std::move(text));
            }
        }
        return {};
    }

    Slab finish() { return std::move(slab); }

private:
    void take(Slab&& text) {
        for (GalleyItem& item : text.items) {
            move_by(item.item, 0, slab.height);
            slab.items.push_back(std::move(item));
        }
        for (LinkArea& area : text.links) {
            area.origin.y += slab.height;
            slab.links.push_back(std::move(area));
        }
        std::move(text.notes.begin(), text.notes.end(), std::back_inserter(slab.notes));
        std::move(text.anchors.begin(), text.anchors.end(), std::back_inserter(slab.anchors));
        slab.height += text.height;
    }

    Compositor& compositor;
    std::string language;
    ElementId row;
    Slab slab;
};

} // namespace

Result<void> set_card_table(Compositor& compositor, const document::Table& table, const Flow& flow) {
    const ElementId element = compositor.structure.make(ElementType::table, flow.section);
    const ElementId body = compositor.structure.make(ElementType::table_body, element);
    bool is_first = true;
    for (const document::Row& row : table.rows) {
        CardRow set(compositor, flow.language, body);
        Result<void> added = set.add(row.front(), ElementType::table_header, TextStyleName::table_header);
        added = added ? set.add(row.back(), ElementType::table_data, TextStyleName::table) : added;
        if (!added) {
            return added;
        }
        Slab slab = set.finish();
        if (is_first) {
            slab.anchors.push_back({table.id, element});
        }
        is_first = false;
        flow.galley.add(std::move(slab));
        flow.galley.space(compositor.style[TextStyleName::table].after);
    }
    return {};
}

} // namespace rapporteur::typeset
