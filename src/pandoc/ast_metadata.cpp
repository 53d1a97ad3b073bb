#include "pandoc/ast.hpp"

namespace rapporteur::pandoc {

namespace {

void write_meta_inlines(Ast& ast, std::string_view words) {
    ast.json.open_node("MetaInlines");
    ast.json.open('[');
    write_plain(ast, words);
    ast.json.close(']');
    ast.json.close_node();
}

void write_meta(Ast& ast, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        ast.json.key(name);
        write_meta_inlines(ast, value);
    }
}

void write_meta_list(Ast& ast, std::string_view name, const std::vector<std::string>& values) {
    ast.json.key(name);
    ast.json.open_node("MetaList");
    ast.json.open('[');
    for (const std::string& value : values) {
        write_meta_inlines(ast, value);
    }
    ast.json.close(']');
    ast.json.close_node();
}

} // namespace

void write_metadata(Ast& ast) {
    const document::Metadata& about = ast.document.metadata;
    ast.json.open('{');
    write_meta(ast, "title", about.title);
    write_meta(ast, "subtitle", about.subtitle + (about.subtitle.empty() ? "" : " · ") + about.shown_year);
    write_meta_list(ast, "author", {about.holder});
    if (ast.format == Format::docx) {
        write_meta(ast, "date", about.notice);
    } else {
        write_meta(ast, "date", about.date);
        write_meta(ast, "rights", about.notice);
    }
    write_meta(ast, "lang", about.language);
    write_meta(ast, "identifier", about.identifier);
    write_meta(ast, "description", about.description);
    write_meta(ast, "publisher", about.holder);
    write_meta(ast, "toc-title", ast.document.labels.contents);
    write_meta_list(ast, "subject", about.subjects);
    // A DOCX's directions are set in its package: told of one, pandoc leaves the paragraphs without their styles.
    if (is_right_to_left(about.language) && is_web(ast.format)) {
        write_meta(ast, "dir", "rtl");
        write_meta(ast, "page-progression-direction", "rtl");
    }
    ast.json.close('}');
}

} // namespace rapporteur::pandoc
