#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"

namespace rapporteur::pandoc {

using namespace document;

namespace {

void write_wrapped(Ast& ast, std::string_view node, const std::string& text) {
    ast.json.open_node(node);
    ast.json.open('[');
    write_plain(ast, text);
    ast.json.close(']');
    ast.json.close_node();
}

void write_words(Ast& ast, const Text& text, const Language& around) {
    const bool foreign = !text.language.empty() && text.language != around;
    if (foreign) {
        Attributes language;
        add_language(ast, language, text.language);
        ast.json.open_node("Span");
        ast.json.open('[');
        write_attributes(ast, language);
        ast.json.open('[');
    }
    switch (text.role) {
    case TextRole::emphasis:
        write_wrapped(ast, "Emph", text.text);
        break;
    case TextRole::strong:
        write_wrapped(ast, "Strong", text.text);
        break;
    case TextRole::acronym:
        if (ast.format == Format::epub) {
            ast.json.open_node("Span");
            ast.json.open('[');
            write_attributes(ast, {{}, {"acronym"}, {}});
            ast.json.open('[');
            write_plain(ast, text.text);
            ast.json.close(']');
            ast.json.close(']');
            ast.json.close_node();
            break;
        }
        [[fallthrough]];
    case TextRole::plain:
        write_plain(ast, text.text);
        break;
    }
    if (foreign) {
        ast.json.close(']');
        ast.json.close(']');
        ast.json.close_node();
    }
}

void write_superscript(Ast& ast, const std::string& text) {
    ast.json.open_node("Superscript");
    ast.json.open('[');
    write_plain(ast, text);
    ast.json.close(']');
    ast.json.close_node();
}

void write_note(Ast& ast, std::size_t number) {
    if (ast.called[number]) { // a second call: the same note, told in as few words
        write_superscript(ast, std::to_string(number + 1));
        return;
    }
    ast.called[number] = true;
    const Note& note = ast.document.notes[number];
    ast.json.open_node("Note");
    ast.json.open('[');
    ast.json.open_node("Para");
    ast.json.open('[');
    write_inlines(ast, note.text, ast.document.metadata.language);
    ast.json.close(']');
    ast.json.close_node();
    ast.json.close(']');
    ast.json.close_node();
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

void open_link(Ast& ast) {
    ast.json.open_node("Link");
    ast.json.open('[');
    write_attributes(ast, {});
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
            write_superscript(ast, ",");
        }
        after_note = text == nullptr;
        if (text != nullptr) {
            write_words(ast, *text, around);
        } else {
            write_note(ast, std::get<NoteReference>(item).note);
        }
    }
    if (!open.empty()) {
        close_link(ast, open);
    }
}

void write_text(Ast& ast, const Inlines& inlines, const Language& language, const std::string& id) {
    const bool foreign = !language.empty() && language != ast.document.metadata.language;
    if (!foreign && id.empty()) {
        write_inlines(ast, inlines, ast.document.metadata.language);
        return;
    }
    Attributes given;
    given.id = id;
    if (foreign) {
        add_language(ast, given, language);
    }
    ast.json.open_node("Span");
    ast.json.open('[');
    write_attributes(ast, given);
    ast.json.open('[');
    write_inlines(ast, inlines, foreign ? language : ast.document.metadata.language);
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close_node();
}

} // namespace rapporteur::pandoc
