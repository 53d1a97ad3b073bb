#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"
#include "pandoc/shown.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

using namespace document;

namespace {

// Navigation repeats what a heading says, and style sheets don't hyphenate one.
Inlines without_break_marks(Inlines inlines) {
    for (Inline& item : inlines) {
        if (auto* text = std::get_if<Text>(&item)) {
            text->text = plain_text(text->text);
        }
    }
    return inlines;
}

void write(Ast& ast, const Heading& heading) {
    ast.json.open_node("Header");
    ast.json.open('[');
    // A page of HTML has the report's own title as its heading of level 1.
    ast.json.number(std::min(ast.format == Format::html ? heading.level + 1 : heading.level, 6));
    write_attributes(ast, {heading.id, {}, {}});
    ast.json.open('[');
    write_text(ast, without_break_marks(heading.text), heading.language);
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
}

void write(Ast& ast, const List& list) {
    const bool ordered = list.kind == ListKind::ordered;
    ast.json.open_node(ordered ? "OrderedList" : "BulletList");
    if (ordered) {
        ast.json.open('[');
        ast.json.raw(R"([1,{"t":"Decimal"},{"t":"Period"}])");
    }
    ast.json.open('[');
    std::size_t number = 0;
    for (const ListItem& item : list.items) {
        ast.json.open('[');
        ast.json.open_node("Plain");
        ast.json.open('[');
        write_page_mark_in_text(ast, ++number);
        write_passage(ast, item.text, item.language, item.origin, item.id);
        ast.json.close(']');
        ast.json.close_node();
        ast.json.close(']');
    }
    ast.json.close(']');
    if (ordered) {
        ast.json.close(']');
    }
    ast.json.close_node();
}

// Its alternative is read out in its own language, where that isn't the one around it. (A DOCX has it in the run.)
void write_image(Ast& ast, const std::string& alternative, const std::string& file, const Language& language) {
    Attributes attributes;
    const Language& own = language.empty() ? ast.language : language;
    if (ast.format != Format::docx && !own.empty() && own != ast.document.metadata.language) {
        add_language(ast, attributes, own);
    }
    ast.json.open_node("Para");
    ast.json.open('[');
    ast.json.open_node("Image");
    ast.json.open('[');
    write_attributes(ast, attributes);
    ast.json.open('[');
    write_plain(ast, alternative);
    ast.json.close(']');
    ast.json.open('[');
    ast.json.string(file);
    ast.json.string("");
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
    ast.json.close(']');
    ast.json.close_node();
}

void write_caption(Ast& ast, const Inlines& words, const Language& language) {
    if (words.empty()) {
        return;
    }
    Attributes caption;
    caption.classes.push_back("figure-caption");
    if (ast.format == Format::docx) {
        caption.pairs.emplace_back("custom-style", "Image Caption");
    }
    open_div(ast, caption);
    write_para(ast, "Para", words, language);
    close_div(ast);
}

void write(Ast& ast, const Figure& figure) {
    open_div(ast, {figure.id, {"figure"}, {}});
    write_image(ast, figure.alternative, file_name(figure, ast.shown++), figure.language);
    write_caption(ast, figure.caption, figure.language);
    close_div(ast);
    if (figure.data) {
        write_table(ast, *figure.data);
    }
}

void write(Ast& ast, const Picture& picture) {
    open_div(ast, {picture.id, {"figure"}, {}});
    write_image(ast, picture.alternative, file_name(picture, ast.shown++), picture.language);
    write_caption(ast, picture.caption, {});
    close_div(ast);
}

void write(Ast&, const Contents&) {} // pandoc makes each format's own

void write(Ast& ast, const Table& table) {
    write_table(ast, table);
}

void write(Ast& ast, const Paragraph& paragraph) {
    write_paragraph(ast, paragraph);
}

void write(Ast& ast, const Index& index) {
    open_div(ast, {{}, {"index"}, {}});
    ast.json.open_node("BulletList");
    ast.json.open('[');
    std::size_t number = 0;
    for (const IndexEntry& entry : index.entries) {
        ast.json.open('[');
        ast.json.open_node("Plain");
        ast.json.open('[');
        write_page_mark_in_text(ast, ++number);
        write_inlines(ast, entry.term, ast.document.metadata.language);
        std::string before;
        for (const std::string& target : entry.targets) {
            const auto found = ast.titles.find(target);
            const std::string& title = found == ast.titles.end() ? target : found->second;
            if (title == before) {
                continue;
            }
            write_plain(ast, ast.document.labels.comma);
            open_link(ast);
            write_plain(ast, title);
            close_link(ast, "#" + target);
            before = title;
        }
        ast.json.close(']');
        ast.json.close_node();
        ast.json.close(']');
    }
    ast.json.close(']');
    ast.json.close_node();
    close_div(ast);
}

} // namespace

void open_div(Ast& ast, const Attributes& given) {
    ast.json.open_node("Div");
    ast.json.open('[');
    write_attributes(ast, given);
    ast.json.open('[');
}

void close_div(Ast& ast) {
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
}

void write_para(Ast& ast, std::string_view node, const Inlines& inlines, const Language& language,
                const Origin& origin) {
    ast.json.open_node(node);
    ast.json.open('[');
    write_passage(ast, inlines, language, origin);
    ast.json.close(']');
    ast.json.close_node();
}

void write_paragraph(Ast& ast, const Paragraph& paragraph) {
    Attributes given;
    given.id = paragraph.id;
    const std::string_view name = class_of(paragraph.role);
    if (!name.empty()) {
        given.classes.push_back(name);
    }
    if (ast.format == Format::docx && !name.empty()) {
        given.pairs.emplace_back("custom-style", docx_style_of(paragraph.role));
    }
    const bool wrapped = !given.id.empty() || !given.pairs.empty() || !given.classes.empty();
    if (wrapped) {
        open_div(ast, given);
    }
    write_para(ast, "Para", paragraph.text, paragraph.language, paragraph.origin);
    if (wrapped) {
        close_div(ast);
    }
}

void write_block(Ast& ast, const Block& block) {
    std::visit([&](const auto& thing) { write(ast, thing); }, block);
}

} // namespace rapporteur::pandoc
