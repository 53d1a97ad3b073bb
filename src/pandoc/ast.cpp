#include "pandoc/ast.hpp"

#include <unicode/uloc.h>

namespace rapporteur::pandoc {

namespace {

using namespace document;

// What a locator of the index says: the part that a heading is in.
std::unordered_map<std::string, std::string> titles_of(const Document& document) {
    std::unordered_map<std::string, std::string> titles;
    for (const Part& part : document.parts) {
        std::string title;
        for (const Block& block : part.blocks) {
            const auto* heading = std::get_if<Heading>(&block);
            if (heading == nullptr) {
                continue;
            }
            if (heading->level == 1) {
                title = heading->running.empty() ? words_of(heading->text) : heading->running;
            }
            titles[heading->id] = title;
        }
    }
    return titles;
}

void write_version(Ast& ast, std::array<int, 2> api) {
    ast.json.key("pandoc-api-version");
    ast.json.open('[');
    ast.json.number(api[0]);
    ast.json.number(api[1]);
    ast.json.number(1);
    ast.json.close(']');
}

void write_part(Ast& ast, const Part& part) {
    if (part.role == PartRole::contents) { // each format has its own
        return;
    }
    ast.block = 0;
    ast.language = part.language;
    for (const Block& block : part.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        const bool begins_chapter = heading != nullptr && heading->level == 1;
        if (!begins_chapter) {
            write_page_mark(ast);
        }
        write_block(ast, block);
        if (begins_chapter) { // before it, the mark would be in the chapter before
            write_page_mark(ast);
        }
        ++ast.block;
    }
    write_notes(ast);
    ast.language.clear();
}

// At the beginning, from where each format takes it to where it belongs.
void write_imprint(Ast& ast) {
    if (ast.format == Format::html) {
        open_div(ast, {"imprint", {}, {}});
    }
    for (const Paragraph& paragraph : ast.document.imprint) {
        write_paragraph(ast, paragraph);
    }
    if (ast.format == Format::html) {
        close_div(ast);
    }
}

} // namespace

bool is_right_to_left(const Language& language) {
    return uloc_isRightToLeft(language.c_str()) != 0;
}

bool is_web(Format format) {
    return format != Format::docx;
}

std::string ast(const Document& document, Format format, const Companions& companions, std::array<int, 2> api) {
    Ast ast{document, format, companions, titles_of(document)};
    ast.called.resize(document.notes.size(), false);
    ast.json.open('{');
    write_version(ast, api);
    ast.json.key("meta");
    write_metadata(ast);
    ast.json.key("blocks");
    ast.json.open('[');
    write_imprint(ast);
    for (const Part& part : document.parts) {
        write_part(ast, part);
        ++ast.part;
    }
    ast.json.close(']');
    ast.json.close('}');
    return ast.json.take();
}

} // namespace rapporteur::pandoc
