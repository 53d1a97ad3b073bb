#include "document/digits.hpp"
#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"
#include "support/unbroken.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

using namespace document;

namespace {

// Words as they are; for a browser, which breaks lines by rules of its own, with addresses and what stays together
// marked for the style sheet.
void write_stretches(Ast& ast, std::string_view text) {
    if (!is_web(ast.format)) {
        write_plain(ast, text);
        return;
    }
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = stretch_from(text, at);
        if (stretch.breaking != Breaking::as_usual) {
            if (at > written) {
                write_plain(ast, text.substr(written, at - written));
            }
            open_span(ast, {{}, {stretch.breaking == Breaking::address ? "address" : "unbroken"}, {}});
            write_plain(ast, text.substr(at, stretch.end - at));
            close_span(ast);
            written = stretch.end;
        }
        at = std::max(stretch.end, at + 1);
    }
    if (written < text.size()) {
        write_plain(ast, text.substr(written));
    }
}

void write_wrapped(Ast& ast, std::string_view node, const std::string& text) {
    ast.json.open_node(node);
    ast.json.open('[');
    write_stretches(ast, text);
    ast.json.close(']');
    ast.json.close_node();
}

void write_words(Ast& ast, const Text& text, const Language& around) {
    const bool foreign = !text.language.empty() && text.language != around;
    if (foreign) {
        Attributes language;
        add_language(ast, language, text.language);
        open_span(ast, language);
    }
    switch (text.role) {
    case TextRole::emphasis:
        write_wrapped(ast, "Emph", text.text);
        break;
    case TextRole::strong:
        write_wrapped(ast, "Strong", text.text);
        break;
    case TextRole::acronym:
        if (is_web(ast.format)) {
            open_span(ast, {{}, {"acronym"}, {}});
            write_plain(ast, text.text);
            close_span(ast);
            break;
        }
        [[fallthrough]];
    case TextRole::plain:
        write_stretches(ast, text.text);
        break;
    }
    if (foreign) {
        close_span(ast);
    }
}

} // namespace

void write_attributes(Ast& ast, const Attributes& given) {
    ast.json.open('[');
    ast.json.string(given.id);
    ast.json.open('[');
    for (const std::string_view name : given.classes) {
        ast.json.string(name);
    }
    ast.json.close(']');
    ast.json.open('[');
    for (const auto& [name, value] : given.pairs) {
        ast.json.open('[');
        ast.json.string(name);
        ast.json.string(value);
        ast.json.close(']');
    }
    ast.json.close(']');
    ast.json.close(']');
}

void add_language(const Ast& ast, Attributes& to, const Language& language) {
    to.pairs.emplace_back("lang", language);
    if (is_right_to_left(language) != is_right_to_left(ast.document.metadata.language)) {
        to.pairs.emplace_back("dir", is_right_to_left(language) ? "rtl" : "ltr");
    }
    if (ast.format == Format::docx) {
        to.pairs.emplace_back("custom-style", language_style + language);
    }
}

void write_plain(Ast& ast, std::string_view text) {
    ast.json.open_node("Str");
    ast.json.string(text);
    ast.json.close_node();
}

void open_span(Ast& ast, const Attributes& given) {
    ast.json.open_node("Span");
    ast.json.open('[');
    write_attributes(ast, given);
    ast.json.open('[');
}

void close_span(Ast& ast) {
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
}

void open_link(Ast& ast, const Attributes& given) {
    ast.json.open_node("Link");
    ast.json.open('[');
    write_attributes(ast, given);
    ast.json.open('[');
}

void close_link(Ast& ast, const std::string& target) {
    ast.json.close(']');
    ast.json.open('[');
    ast.json.string(target);
    ast.json.string("");
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
}

void write_inlines(Ast& ast, const Inlines& inlines, const Language& around) {
    std::string open;
    bool after_note = false;
    bool after_digit = false;
    for (const Inline& item : inlines) {
        const auto* text = std::get_if<Text>(&item);
        const std::string link = text == nullptr ? std::string() : text->link;
        if (!open.empty() && link != open) {
            close_link(ast, open);
            open.clear();
        }
        if (!link.empty() && open.empty()) {
            open_link(ast);
            open = link;
        }
        if (text == nullptr && after_note) { // two marks must not read as one number
            write_wrapped(ast, "Superscript", ",");
        }
        if (text == nullptr && after_digit) {
            write_plain(ast, gap_before_note);
        }
        after_note = text == nullptr;
        after_digit = text != nullptr && ends_in_digit(text->text);
        if (text != nullptr) {
            write_words(ast, *text, around);
        } else {
            write_call(ast, std::get<NoteReference>(item).note);
        }
    }
    if (!open.empty()) {
        close_link(ast, open);
    }
}

void write_text(Ast& ast, const Inlines& inlines, const Language& language, const std::string& id) {
    const Language& main = ast.document.metadata.language;
    const Language& own = language.empty() ? ast.language : language;
    const bool foreign = !own.empty() && own != main;
    if (!foreign && id.empty()) {
        write_inlines(ast, inlines, main);
        return;
    }
    Attributes given;
    given.id = id;
    if (foreign) {
        add_language(ast, given, own);
    }
    open_span(ast, given);
    write_inlines(ast, inlines, foreign ? own : main);
    close_span(ast);
}

void write_passage(Ast& ast, const Inlines& inlines, const Language& language, const Origin& origin,
                   const std::string& id) {
    const bool marked = ast.format == Format::docx && !origin.empty();
    if (marked) {
        open_span(ast, {passage_id(ast.passages++), {}, {}});
    }
    write_text(ast, inlines, language, id);
    if (marked) {
        close_span(ast);
    }
}

} // namespace rapporteur::pandoc
