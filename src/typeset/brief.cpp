#include "typeset/brief.hpp"

#include "document/digits.hpp"
#include "typeset/brief_columns.hpp"
#include "typeset/brief_parts.hpp"
#include "typeset/outline.hpp"
#include "typeset/press.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace rapporteur::typeset {

namespace {

using document::PartRole;
using style::TextStyleName;

constexpr double never_a_page_more = 1e6; // than it takes, however good the place for one to end
constexpr double below_band = 16;         // points
constexpr double above_notes = 16;        // from the columns to the first note, the rule in between
constexpr double note_rule = 6;           // above the notes
constexpr double note_rule_length = 72;
constexpr double above_lines = 20; // from the columns to the lines to write on
constexpr double foot_below_text = 15;

// One brief being set.
class Setting {
public:
    Setting(const document::Document& what, const style::Brief& looks, const Measures& measures, TypeCase& type)
        : document(what), brief(looks), sheet(what, measures.sheet, type, structure),
          text(what, measures.text, type, structure), card(what, measures.card, type, structure),
          leaf_style(measures.sheet), leaf(what, leaf_style, type, structure),
          press(leaf, {[this](Page&& page) {
                    pages.push_back(std::move(page));
                    return Result<void>();
                }}),
          from_right(is_right_to_left(what.metadata.language)) {
        text.note_measure = sheet.measure();
        card.note_measure = sheet.measure();
        structure.attributes(Structure::root).language = document.metadata.language;
        section = structure.make(ElementType::section, Structure::root);
    }

    Result<BriefPages> set(const BriefLimits& limits) {
        Result<void> done = set_columns();
        if (!done) {
            return tl::unexpected(done.error());
        }
        BriefPages made;
        made.text_over = reading.depth_beyond(limits.most_pages);
        made.card_over = particulars.depth_beyond(limits.most_pages);
        if (!made.fits()) {
            return made;
        }
        const std::size_t count = std::max(reading.pages(), particulars.pages());
        share_leaf = limits.to_a_sheet > 1 && (count == 1 || count == limits.to_a_sheet);
        copies = share_leaf && count == 1 ? limits.to_a_sheet : 1;
        leaf_style.page.width *= share_leaf ? static_cast<double>(limits.to_a_sheet) : 1;
        for (std::size_t page = 0; page < count; ++page) {
            done = print(page, count);
            if (!done) {
                return tl::unexpected(done.error());
            }
        }
        made.layout = layout();
        made.pages = std::move(pages);
        return made;
    }

private:
    Result<void> set_columns() {
        const document::Part* head = part_of(document, PartRole::brief_head);
        const document::Part* facts = part_of(document, PartRole::brief_card);
        const document::Part* words = part_of(document, PartRole::brief_text);
        Result<Slab> made = set_band(sheet, *head, section);
        if (!made) {
            return tl::unexpected(made.error());
        }
        band = std::move(*made);
        band_height = band.height;
        Galley text_galley = below_the_band(below_band);
        const Flow text_flow{text_galley, section, document.metadata.language};
        for (const document::Block& block : words == nullptr ? std::vector<document::Block>() : words->blocks) {
            if (Result<void> set = set_text_block(text, block, text_flow); !set) {
                return set;
            }
        }
        Galley card_galley = below_the_band(below_band + panel_padding);
        const Flow card_flow{card_galley, section, document.metadata.language};
        for (const document::Block& block : facts->blocks) {
            if (Result<void> set = set_card_block(card, block, card_flow); !set) {
                return set;
            }
        }
        // Notes go across the whole sheet, so each column leaves room for the other's.
        PageRules rules = press.rules();
        rules.above_notes = above_notes;
        rules.least_last_page = 0;
        rules.page_cost = never_a_page_more;
        rules.long_notes = LongNotes::stay_whole;
        const auto less = [&](double noted, double padding) {
            PageRules made_less = rules;
            made_less.depth -= padding + (noted > 0 ? noted + above_notes : 0);
            return made_less;
        };
        particulars.rules = rules;
        reading = cut(text_galley, less(notes_depth(card_galley.slabs()), 0));
        double deepest = 0;
        for (std::size_t page = 0; page < reading.pages(); ++page) {
            deepest = std::max(deepest, notes_depth(reading.on(page)));
        }
        particulars = cut(card_galley, less(deepest, 2 * panel_padding));
        const Result<void> fits = require_fit(reading, document);
        return fits ? require_fit(particulars, document) : fits;
    }

    Galley below_the_band(double space) const {
        Galley galley;
        Slab room;
        room.height = band_height;
        galley.add(std::move(room));
        galley.space(space);
        return galley;
    }

    double text_left() const { return sheet.style.page.inner + (from_right ? brief.side + brief.gutter : 0); }
    double card_left() const {
        return sheet.style.page.inner + panel_padding + (from_right ? 0 : text.measure() + brief.gutter);
    }

    // Where the ground of the particulars ends on a page, in points from the head of the text area.
    double card_bottom(std::size_t page) {
        return page < particulars.pages() ? particulars.depth_on(page) + (page == 0 ? 1 : 2) * panel_padding : 0;
    }

    void place(Column& column, std::size_t page, Point from) {
        if (page >= column.pages()) {
            return;
        }
        PageColumn at(column.on(page).front(), column.rules);
        for (Slab& slab : column.on(page)) {
            const double top = from.y + at.place(slab);
            std::move(slab.notes.begin(), slab.notes.end(), std::back_inserter(notes));
            slab.notes.clear();
            placed.push_back({std::move(slab), from.x, top});
        }
    }

    // The ground that the particulars stand on.
    void place_panel(std::size_t page) {
        if (page >= particulars.pages()) {
            return;
        }
        const double first = page == 0 ? band_height + below_band : 0;
        const double depth = card_bottom(page) - first;
        Fill ground;
        ground.width = static_cast<float>(brief.side);
        ground.height = static_cast<float>(depth);
        ground.colour = colour_of(sheet.style[style::Ink::tint]);
        Slab panel;
        panel.items.push_back({0, ArtifactKind::layout, ground});
        placed.push_back({std::move(panel), card_left() - panel_padding, sheet.style.page.top + first});
    }

    // Returns where they begin.
    double place_notes() {
        const style::Page& size = sheet.style.page;
        const double depth = std::accumulate(notes.begin(), notes.end(), 0.0,
                                             [](double sum, const Slab& line) { return sum + line.height; });
        double y = size.height - size.bottom - depth;
        const double top = y;
        if (!notes.empty()) {
            const double start = from_right ? sheet.measure() - note_rule_length : 0;
            placed.push_back({short_rule(sheet, start, note_rule_length), size.inner, y - note_rule});
        }
        for (Slab& line : notes) {
            const double height = line.height;
            placed.push_back({std::move(line), size.inner, y});
            y += height;
        }
        const bool has_notes = !notes.empty();
        notes.clear();
        return has_notes ? top - above_notes : top;
    }

    Result<void> place_imprint() {
        const style::Page& size = sheet.style.page;
        double y = size.height - size.bottom + foot_below_text;
        for (const document::Paragraph& paragraph : document.imprint) {
            const ElementId element = structure.make(ElementType::paragraph, section);
            const Passage passage =
                sheet.passages.make(paragraph.text, {TextStyleName::imprint, element, document.metadata.language});
            const double folio_room = 40;
            Result<std::vector<Slab>> lines = sheet.set_text(
                passage, {TextStyleName::imprint, 0, true, false},
                {element, document.metadata.language, from_right ? folio_room : 0, sheet.measure() - folio_room});
            if (!lines) {
                return tl::unexpected(lines.error());
            }
            for (Slab& line : *lines) {
                const double height = line.height;
                placed.push_back({std::move(line), size.inner, y});
                y += height;
            }
        }
        return {};
    }

    Result<void> place_folio(std::size_t page, std::size_t count) {
        const style::Page& size = sheet.style.page;
        Result<SetLabel> label = sheet.set_label(
            document::in_digits(fmt::format("{} / {}", page + 1, count), document.labels), TextStyleName::folio,
            ArtifactKind::footer, 0, {0, sheet.baseline_of(TextStyleName::folio)});
        if (!label) {
            return tl::unexpected(label.error());
        }
        Slab slab;
        slab.items = std::move(label->items);
        const double left = from_right ? size.inner : size.width - size.outer - label->width;
        placed.push_back({std::move(slab), left, size.height - size.bottom + foot_below_text});
        return {};
    }

    Result<void> print(std::size_t page, std::size_t count) {
        const style::Page& size = sheet.style.page;
        const bool is_last = page + 1 == count;
        const double depth = size.top + std::max(reading.depth_on(page), card_bottom(page));
        placed.clear();
        if (page == 0) {
            placed.push_back({std::move(band), size.inner, size.top});
        }
        place_panel(page);
        place(reading, page, {text_left(), size.top});
        place(particulars, page, {card_left(), size.top + (page == 0 ? 0 : panel_padding)});
        const double notes_top = place_notes();
        Result<void> done;
        if (is_last) {
            Result<std::optional<Slab>> lines = writing_lines(sheet, depth + above_lines, notes_top);
            if (!lines) {
                return tl::unexpected(lines.error());
            }
            if (*lines) {
                placed.push_back({std::move(**lines), size.inner, depth + above_lines});
            }
            done = place_imprint();
        }
        done = done && count > 1 ? place_folio(page, count) : done;
        if (!done || !share_leaf) {
            return done ? press.print_sheet(std::move(placed)) : done;
        }
        if (copies > 1) {
            add_copies_to_leaf();
        } else {
            add_to_leaf(page, count);
        }
        return is_last ? press.print_sheet(std::move(shared)) : done;
    }

    // Beside the pages that are on it.
    void add_to_leaf(std::size_t page, std::size_t count) {
        const std::size_t before = from_right ? count - 1 - page : page;
        for (Press::Placed& slab : placed) {
            slab.left += static_cast<double>(before) * sheet.style.page.width;
            shared.push_back(std::move(slab));
        }
    }

    // The same page again beside itself, to be cut: who reads the file and not the paper gets it once.
    void add_copies_to_leaf() {
        for (std::size_t copy = 1; copy < copies; ++copy) {
            for (const Press::Placed& original : placed) {
                const double left = original.left + static_cast<double>(copy) * sheet.style.page.width;
                shared.push_back({only_shown(original.slab), left, original.top});
            }
        }
        shared.insert(shared.begin(), std::make_move_iterator(placed.begin()), std::make_move_iterator(placed.end()));
    }

    Layout layout() {
        Layout made;
        made.order.resize(press.pages());
        std::iota(made.order.begin(), made.order.end(), 0U);
        made.labels.push_back({0, Numbering::arabic, 1, {}});
        made.destinations = press.take_destinations();
        made.outline = outline_of(document);
        made.structure = std::move(structure).take();
        return made;
    }

    const document::Document& document;
    const style::Brief& brief;
    Structure structure;
    Compositor sheet;
    Compositor text;
    Compositor card;
    style::Style leaf_style; // of what is printed on: a page, or several beside each other
    Compositor leaf;
    Press press;
    bool from_right;
    ElementId section = 0;
    Slab band;
    double band_height = 0;
    Column reading;
    Column particulars;
    std::vector<Slab> notes; // lines, of the page at hand
    std::vector<Press::Placed> placed;
    std::vector<Press::Placed> shared; // of the pages on this leaf so far
    bool share_leaf = false;
    std::size_t copies = 1; // of a single page, on the leaf
    std::vector<Page> pages;
};

} // namespace

struct BriefSetter::Type {
    const style::Style& style;
    Looks looks;
    TypeCase type;

    Type(const style::Style& like, Looks opened, fonts::FontBook& book)
        : style(like), looks(std::move(opened)), type(looks, book) {}
};

BriefSetter::BriefSetter(std::unique_ptr<Type> made) : type(std::move(made)) {}
BriefSetter::~BriefSetter() = default;
BriefSetter::BriefSetter(BriefSetter&&) noexcept = default;
BriefSetter& BriefSetter::operator=(BriefSetter&&) noexcept = default;

Result<BriefSetter> BriefSetter::open(const style::Style& style, fonts::FontBook& book) {
    Result<Looks> looks = Looks::open(style::brief_style(style, 1), book);
    if (!looks) {
        return tl::unexpected(looks.error());
    }
    return BriefSetter(std::make_unique<Type>(style, std::move(*looks), book));
}

GlyphsByFace BriefSetter::alphabet_of(const std::string& language) {
    return type->type.setter.alphabet_of(language);
}

Result<BriefPages> BriefSetter::set(const document::Document& brief, const BriefLimits& limits) {
    type->type.setter.forget_when_large();
    const Measures measures = measures_of(type->style, limits.spacing);
    return Setting(brief, *type->style.brief, measures, type->type).set(limits);
}

} // namespace rapporteur::typeset
