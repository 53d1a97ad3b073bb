#include "document/digits.hpp"
#include "pandoc/ast.hpp"

namespace rapporteur::pandoc {

using namespace document;

namespace {

constexpr std::string_view right_to_left_mark = "\u200F";

std::string number_of(const Ast& ast, std::size_t note) {
    return in_digits(note + 1, ast.document.labels);
}

// The first call of a note, to which the note leads back.
std::string call_id(std::size_t note) {
    return "call-" + std::to_string(note + 1);
}

// The note itself stands at its first call; a further call is a link there, which becomes a cross-reference.
void write_docx_note(Ast& ast, std::size_t number) {
    const Note& note = ast.document.notes[number];
    if (ast.called[number]) {
        open_link(ast);
        write_plain(ast, number_of(ast, number));
        close_link(ast, "#" + note.id);
        return;
    }
    ast.called[number] = true;
    open_span(ast, {note.id, {}, {}});
    ast.json.open_node("Note");
    ast.json.open('[');
    write_para(ast, "Para", note.text, note.language);
    ast.json.close(']');
    ast.json.close_node();
    close_span(ast);
}

} // namespace

void write_call(Ast& ast, std::size_t note) {
    const bool right_to_left = is_right_to_left(ast.document.metadata.language);
    if (!is_web(ast.format)) {
        if (right_to_left) { // Word keeps a number with the figure before it, over a stop between them
            write_plain(ast, right_to_left_mark);
        }
        write_docx_note(ast, note);
        return;
    }
    Attributes call;
    call.classes.push_back("note-call");
    call.pairs.emplace_back("dir", right_to_left ? "rtl" : "ltr"); // isolates it: an EPUB's style sheet must not
    call.pairs.emplace_back("role", "doc-noteref");
    call.pairs.emplace_back("aria-label", ast.document.labels.note + " " + number_of(ast, note));
    if (ast.format == Format::epub) {
        call.pairs.emplace_back("epub:type", "noteref");
    }
    if (!ast.called[note]) {
        ast.called[note] = true;
        ast.to_tell.push_back(note);
        call.id = call_id(note);
    }
    ast.json.open_node("Superscript");
    ast.json.open('[');
    open_link(ast, call);
    write_plain(ast, number_of(ast, note));
    close_link(ast, "#" + ast.document.notes[note].id);
    ast.json.close(']');
    ast.json.close_node();
}

void write_notes(Ast& ast) {
    if (ast.to_tell.empty()) {
        return;
    }
    Attributes notes;
    notes.classes.push_back("notes");
    if (ast.format == Format::epub) {
        notes.pairs.emplace_back("epub:type", "footnotes");
    }
    open_div(ast, notes);
    for (const std::size_t note : ast.to_tell) {
        const Note& told = ast.document.notes[note];
        Attributes back;
        back.classes.push_back("note-back");
        back.pairs.emplace_back("role", "doc-backlink");
        back.pairs.emplace_back("aria-label", ast.document.labels.back_to_text + " " + number_of(ast, note));
        Attributes note_itself{told.id, {"note"}, {{"role", "doc-footnote"}}};
        if (ast.format == Format::epub) {
            note_itself.pairs.emplace_back("epub:type", "footnote");
        }
        open_div(ast, note_itself);
        ast.json.open_node("Para");
        ast.json.open('[');
        open_link(ast, back);
        write_plain(ast, number_of(ast, note));
        close_link(ast, "#" + call_id(note));
        write_plain(ast, " ");
        write_text(ast, told.text, told.language);
        ast.json.close(']');
        ast.json.close_node();
        close_div(ast);
    }
    close_div(ast);
    ast.to_tell.clear();
}

} // namespace rapporteur::pandoc
