#pragma once

// A style, fonts and documents for the tests of typesetting.

#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "style/style.hpp"

#include "catch.hpp"

namespace rapporteur::samples {

inline style::Style house_style() {
    const std::string root = SOURCE_DIR;
    const style::Loaded loaded = style::load(root + "/styles/house.xml", root + "/schema/style.xsd");
    for (const Diagnostic& found : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(found));
    }
    REQUIRE(loaded.style);
    return *loaded.style;
}

inline document::Text words(std::string text, std::string link = {}, std::string language = {}) {
    document::Text inline_text;
    inline_text.text = std::move(text);
    inline_text.link = std::move(link);
    inline_text.language = std::move(language);
    return inline_text;
}

inline document::Heading heading(int level, std::string id, std::string text) {
    document::Heading made;
    made.level = level;
    made.id = std::move(id);
    made.text = {words(std::move(text))};
    return made;
}

inline document::Paragraph paragraph(document::Inlines text) {
    document::Paragraph made;
    made.text = std::move(text);
    return made;
}

constexpr const char* prose =
    "Organisations that work for the rights of children seldom work alone: they sit in councils, write statements "
    "together, and carry what they learn from one meeting to the next. A partnership lasts when each side knows what "
    "the "
    "other may ask of it, what it owes, and when its representatives will next be in the same room.";

inline document::Document report(int chapters, int paragraphs) {
    document::Document made;
    made.metadata.title = "Partnerships";
    made.metadata.subtitle = "A sample";
    made.metadata.holder = "An Organisation";
    made.metadata.year = 2026;
    made.metadata.date = "2026-11-24";
    made.metadata.language = "en";
    made.labels.cover = "Cover";
    made.labels.note = "Note";
    made.labels.back_to_text = "Back to text";
    document::Part contents;
    contents.role = document::PartRole::contents;
    contents.id = "contents";
    contents.blocks.emplace_back(heading(1, "contents", "Contents"));
    contents.blocks.emplace_back(document::Contents{2});
    made.parts.push_back(std::move(contents));
    for (int chapter = 0; chapter < chapters; ++chapter) {
        document::Part part;
        part.role = document::PartRole::partner;
        part.id = "partner-" + std::to_string(chapter);
        part.blocks.emplace_back(heading(1, part.id, "Partner number " + std::to_string(chapter)));
        for (int at = 0; at < paragraphs; ++at) {
            document::Inlines text = {words(prose)};
            if (at == 0) {
                text.emplace_back(document::NoteReference{made.notes.size()});
                document::Note note;
                note.id = "n" + std::to_string(made.notes.size());
                note.text = {
                    words("A note on what is said here, with its source and the day on which it was checked.")};
                made.notes.push_back(std::move(note));
            }
            part.blocks.emplace_back(paragraph(std::move(text)));
        }
        made.parts.push_back(std::move(part));
    }
    return made;
}

} // namespace rapporteur::samples
