#include "typeset/typeset.hpp"

#include "document/digits.hpp"

#include "typeset/contents.hpp"
#include "typeset/front.hpp"
#include "typeset/outline.hpp"
#include "typeset/sheets.hpp"

#include <algorithm>
#include <numeric>

namespace rapporteur::typeset {

namespace {

using document::PartRole;

constexpr double galley_pages = 12;       // a galley deeper than this is printed as far as its breaks are settled
constexpr double grids_between_parts = 3; // space above a part that goes on on the same page

// The elements that hold the sheets before the text. They are attached first, for they are read first, though the
// contents is printed last.
struct FrontMatter {
    ElementId cover = 0;
    ElementId imprint = 0; // where it has a page of its own
    ElementId title_page = 0;
    ElementId contents = 0;
};

FrontMatter attach_front_matter(Structure& structure, const document::Document& document, const Sheets& sheets) {
    structure.attributes(Structure::root).language = document.metadata.language;
    const auto section = [&] {
        const ElementId made = structure.make(ElementType::section, Structure::root);
        structure.attach(made);
        return made;
    };
    FrontMatter front;
    front.cover = section();
    front.imprint = sheets.own_imprint ? section() : 0;
    front.title_page = section();
    front.contents = part_of(document, PartRole::contents) == nullptr ? 0 : section();
    return front;
}

Result<void> set_block(Compositor& compositor, const document::Block& block, const document::Block* before,
                       const PageNumbers& pages, const Flow& flow) {
    const auto is_running_text = [](const document::Block* other) {
        const auto* paragraph = other == nullptr ? nullptr : std::get_if<document::Paragraph>(other);
        return paragraph != nullptr && paragraph->role == document::ParagraphRole::body;
    };
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
        return set_heading(compositor, *heading, flow);
    }
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
        const Follows follows = is_running_text(before) ? Follows::running_text : Follows::other;
        return set_paragraph(compositor, *paragraph, follows, flow);
    }
    if (const auto* list = std::get_if<document::List>(&block)) {
        return set_list(compositor, *list, flow);
    }
    if (const auto* table = std::get_if<document::Table>(&block)) {
        return set_table(compositor, *table, flow);
    }
    if (const auto* figure = std::get_if<document::Figure>(&block)) {
        return set_figure(compositor, *figure, flow);
    }
    if (const auto* picture = std::get_if<document::Picture>(&block)) {
        return set_picture(compositor, *picture, flow);
    }
    if (const auto* index = std::get_if<document::Index>(&block)) {
        return set_index(compositor, *index, pages, flow);
    }
    return set_contents(compositor, std::get<document::Contents>(block).levels, pages, flow);
}

Result<void> set_part(Compositor& compositor, const document::Part& part, Press& press, const Flow& flow,
                      Galley& galley) {
    const document::Block* before = nullptr;
    const auto number = static_cast<std::size_t>(&part - compositor.document.parts.data());
    for (const document::Block& block : part.blocks) {
        compositor.type.setter.forget_when_large();
        galley.begin(number, static_cast<std::size_t>(&block - part.blocks.data()));
        if (Result<void> set = set_block(compositor, block, before, press.numbers(), flow); !set) {
            return set;
        }
        before = &block;
        if (galley.depth() > galley_pages * press.rules().depth) {
            if (Result<void> printed = press.print(galley, GalleyEnd::more_follows, Furniture::running_head_and_folio);
                !printed) {
                return printed;
            }
        }
    }
    press.part_is_set(number);
    return {};
}

Flow flow_of(const document::Part& part, ElementId section, Galley& galley, Compositor& compositor) {
    const std::string& main = compositor.document.metadata.language;
    if (!part.language.empty() && part.language != main) {
        compositor.structure.attributes(section).language = part.language;
    }
    return Flow{galley, section, part.language.empty() ? main : part.language};
}

Result<void> print_parts(const Parts& parts, const Spread& spread, Compositor& compositor, Press& press) {
    Galley galley;
    const document::Part* before = nullptr;
    for (const document::Part* part : parts) {
        if (before != nullptr && begins_page(*before, *part, spread)) {
            if (Result<void> printed = press.print(galley, GalleyEnd::is_last, Furniture::running_head_and_folio);
                !printed) {
                return printed;
            }
            galley = Galley();
        }
        before = part;
        galley.space(grids_between_parts * compositor.style.grid);
        const Flow flow =
            flow_of(*part, compositor.structure.make(ElementType::section, Structure::root), galley, compositor);
        if (Result<void> set = set_part(compositor, *part, press, flow, galley); !set) {
            return set;
        }
    }
    return press.print(galley, GalleyEnd::is_last, Furniture::running_head_and_folio);
}

// For nobody: numbers of pages that aren't known yet are of the widest sort.
PageCount page_count_of(const document::Document& document, const style::Style& style, TypeCase& type) {
    return [&](const Parts& parts, const Spread& spread) -> Result<std::uint32_t> {
        Structure measured;
        Compositor compositor(document, style, type, measured);
        compositor.detail = Detail::breaks;
        Press press(compositor, {[](Page&&) { return Result<void>(); }});
        const Result<void> printed = print_parts(parts, spread, compositor, press);
        return printed ? Result<std::uint32_t>(press.pages()) : tl::unexpected(printed.error());
    };
}

Result<void> print_body(const document::Document& document, const Sheets& sheets, Compositor& compositor,
                        Press& press) {
    const Parts parts = text_parts(document, document.parts.data() + document.parts.size());
    press.number_from(sheets.before_text() + 1);
    return print_parts(parts, sheets.spread, compositor, press);
}

Result<void> print_front(const document::Document& document, Compositor& compositor, Press& press,
                         const FrontMatter& front) {
    press.number_from(1);
    Result<void> sheets = print_cover(compositor, press, front.cover);
    sheets = sheets && front.imprint != 0 ? print_imprint(compositor, press, front.imprint) : sheets;
    const Imprint imprint = front.imprint == 0 ? Imprint::at_its_foot : Imprint::elsewhere;
    sheets = sheets ? print_title_page(compositor, press, front.title_page, imprint) : sheets;
    if (!sheets) {
        return sheets;
    }
    const document::Part* part = part_of(document, PartRole::contents);
    if (part == nullptr) {
        return {};
    }
    Galley galley;
    const Flow flow = flow_of(*part, front.contents, galley, compositor);
    if (Result<void> set = set_part(compositor, *part, press, flow, galley); !set) {
        return set;
    }
    return press.print(galley, GalleyEnd::is_last, Furniture::running_head_and_folio);
}

// PDF numbers pages in 0 to 9 by itself; in other figures each page has its number as a name.
std::vector<PageLabelRange> page_labels(const document::Document& document, std::uint32_t pages) {
    if (document::in_digits(1, document.labels) == "1") {
        return {{0, Numbering::arabic, 1, {}}};
    }
    std::vector<PageLabelRange> labels;
    labels.reserve(pages);
    for (std::uint32_t page = 0; page < pages; ++page) {
        labels.push_back({page, Numbering::none, 1, document::in_digits(page + 1, document.labels)});
    }
    return labels;
}

} // namespace

Result<Layout> typeset(const document::Document& document, const style::Style& style, fonts::FontBook& book,
                       const Receiver& receiver, Detail text) {
    const Result<Looks> looks = Looks::open(style, book);
    if (!looks) {
        return tl::unexpected(looks.error());
    }
    TypeCase type(*looks, book);
    const Result<Sheets> sheets = plan_sheets(document, style, page_count_of(document, style, type));
    if (!sheets) {
        return tl::unexpected(sheets.error());
    }
    Structure structure;
    Compositor compositor(document, style, type, structure);
    Press press(compositor, receiver);
    const FrontMatter front = attach_front_matter(structure, document, *sheets);
    compositor.detail = text;
    if (Result<void> printed = print_body(document, *sheets, compositor, press); !printed) {
        return tl::unexpected(printed.error());
    }
    const std::uint32_t body_pages = press.pages();
    compositor.detail = Detail::glyphs;
    if (Result<void> printed = print_front(document, compositor, press, front); !printed) {
        return tl::unexpected(printed.error());
    }

    Layout layout;
    layout.order.resize(press.pages());
    std::iota(layout.order.begin(), layout.order.end(), 0U);
    std::rotate(layout.order.begin(), layout.order.begin() + body_pages, layout.order.end());
    layout.labels = page_labels(document, press.pages());
    layout.outline = outline_of(document);
    layout.outline.insert(layout.outline.begin(), {1, document.labels.cover, "cover", document.metadata.language});
    layout.destinations = press.take_destinations();
    layout.starts = press.take_starts();
    layout.told = structure.take_told();
    layout.structure = std::move(structure).take();
    return layout;
}

} // namespace rapporteur::typeset
