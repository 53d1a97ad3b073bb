#include "document/digits.hpp"
#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"

#include <tuple>

namespace rapporteur::pandoc {

namespace {

// The page that begins at this item of the block being written, if one does. Pages that begin in what isn't written
// here (the cover, the title page, the contents) are passed over.
const PageStart* page_beginning(Ast& ast, std::size_t item) {
    const std::vector<PageStart>& pages = ast.companions.pages;
    if (!is_web(ast.format)) {
        return nullptr;
    }
    const auto here = std::tuple(ast.part, ast.block, item);
    const auto is_before = [&](const PageStart& page) {
        return page.leaf != Leaf::text || std::tuple(page.part, page.block, page.item) < here;
    };
    while (ast.next_page < pages.size() && is_before(pages[ast.next_page])) {
        ++ast.next_page;
    }
    if (ast.next_page == pages.size()) {
        return nullptr;
    }
    const PageStart& page = pages[ast.next_page];
    const bool begins_here = std::tuple(page.part, page.block, page.item) == here;
    return begins_here ? &pages[ast.next_page++] : nullptr;
}

Attributes mark_of(const Ast& ast, const PageStart& page) {
    Attributes mark;
    mark.id = page_id(page.label);
    mark.classes.push_back(page_mark_class);
    if (page.block == 0 && page.item == 0) {
        mark.classes.push_back(opening_mark_class);
    }
    if (ast.format == Format::epub) {
        mark.pairs.emplace_back("epub:type", "pagebreak");
        mark.pairs.emplace_back("role", "doc-pagebreak");
        mark.pairs.emplace_back("aria-label",
                                ast.document.labels.page + " " + in_digits(page.label, ast.document.labels));
    } else { // a place to point at, whose number the style sheet shows in the margin
        mark.pairs.emplace_back("data-page", in_digits(page.label, ast.document.labels));
    }
    return mark;
}

} // namespace

void write_page_mark(Ast& ast, std::size_t item) {
    if (const PageStart* page = page_beginning(ast, item)) {
        open_div(ast, mark_of(ast, *page));
        close_div(ast);
    }
}

void write_page_mark_in_text(Ast& ast, std::size_t item) {
    if (const PageStart* page = page_beginning(ast, item)) {
        open_span(ast, mark_of(ast, *page));
        close_span(ast);
    }
}

} // namespace rapporteur::pandoc
