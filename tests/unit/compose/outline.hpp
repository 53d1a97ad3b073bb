#pragma once

// A Document as text that a person can read in a diff.

#include "document/document.hpp"

#include <string>

namespace rapporteur {

inline std::string outline_of(const document::Inlines& inlines) {
    std::string out;
    for (const document::Inline& item : inlines) {
        if (const auto* note = std::get_if<document::NoteReference>(&item)) {
            out += "[^" + std::to_string(note->note + 1) + "]";
            continue;
        }
        const auto& text = std::get<document::Text>(item);
        std::string words = text.text;
        if (text.role == document::TextRole::emphasis) {
            words = "*" + words + "*";
        } else if (text.role == document::TextRole::strong) {
            words = "**" + words + "**";
        } else if (text.role == document::TextRole::acronym) {
            words = "^" + words + "^";
        }
        if (!text.language.empty()) {
            words = "{" + text.language + ": " + words + "}";
        }
        out += text.link.empty() ? words : "<" + words + " " + text.link + ">";
    }
    return out;
}

inline std::string outline_of(const document::Row& row) {
    std::string out = "|";
    for (const document::Cell& cell : row) {
        for (std::size_t line = 0; line < cell.lines.size(); ++line) {
            out += (line == 0 ? " " : " / ") + outline_of(cell.lines[line]);
        }
        out += (cell.language.empty() ? "" : " {" + cell.language + "}") + std::string(" |");
    }
    return out + "\n";
}

inline std::string outline_of(const document::Table& table) {
    std::string out = "table #" + table.id + " " + outline_of(table.caption) + "\n";
    out += table.header ? outline_of(*table.header) + "|---\n" : "";
    for (const document::Row& row : table.rows) {
        out += outline_of(row);
    }
    return out;
}

inline std::string outline_of(const document::Block& block) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
        return "\n" + std::string(static_cast<std::size_t>(heading->level), '#') + " " + outline_of(heading->text) +
               " #" + heading->id + "\n";
    }
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
        constexpr const char* roles[] = {"", "lead: ", "remark: ", "imprint: ", "citation: "};
        const std::string language = paragraph->language.empty() ? "" : "{" + paragraph->language + "} ";
        return language + roles[static_cast<std::size_t>(paragraph->role)] + outline_of(paragraph->text) + "\n";
    }
    if (const auto* list = std::get_if<document::List>(&block)) {
        std::string out;
        for (const document::ListItem& item : list->items) {
            out += "- " + outline_of(item.text) + "\n";
        }
        return out;
    }
    if (const auto* table = std::get_if<document::Table>(&block)) {
        return outline_of(*table);
    }
    if (const auto* figure = std::get_if<document::Figure>(&block)) {
        return "figure #" + figure->id + " " + outline_of(figure->caption) + "\nalternative: " + figure->alternative +
               "\n" + (figure->data ? outline_of(*figure->data) : "");
    }
    if (const auto* index = std::get_if<document::Index>(&block)) {
        std::string out;
        for (const document::IndexEntry& entry : index->entries) {
            out += outline_of(entry.term) + ":";
            for (const std::string& target : entry.targets) {
                out += " " + target;
            }
            out += "\n";
        }
        return out;
    }
    return "contents to level " + std::to_string(std::get<document::Contents>(block).levels) + "\n";
}

inline std::string outline_of(const document::Document& document) {
    std::string out = document.metadata.title + "\n" + document.metadata.subtitle + "\n" + document.metadata.holder +
                      ", " + std::to_string(document.metadata.year) + "\n" + document.metadata.file_stem + "\n" +
                      document.metadata.identifier + "\n" + document.metadata.notice + "\n";
    for (const document::Paragraph& paragraph : document.imprint) {
        out += outline_of(document::Block(paragraph));
    }
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            out += outline_of(block);
        }
    }
    out += "\n";
    for (std::size_t note = 0; note < document.notes.size(); ++note) {
        out += "[^" + std::to_string(note + 1) + "]: " + outline_of(document.notes[note].text) + "\n";
    }
    return out;
}

} // namespace rapporteur
