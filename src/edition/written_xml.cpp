#include "edition/written_xml.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rapporteur::edition {

namespace {

constexpr std::string_view white = " \t\r\n";

bool is_words(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_declaration(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    return name == "xmlns" || name.starts_with("xmlns:");
}

// Line breaks and runs of white space as one line break or one space: both mean a space in most languages, and only a
// space does in Chinese and Japanese.
std::string collapsed(std::string_view text) {
    std::string made;
    while (!text.empty()) {
        const std::size_t word = std::min(text.find_first_not_of(white), text.size());
        if (word > 0) {
            made += text.substr(0, word).find_first_of("\r\n") == std::string_view::npos ? ' ' : '\n';
        }
        const std::size_t end = std::min(text.find_first_of(white, word), text.size());
        made += text.substr(word, end - word);
        text.remove_prefix(end);
    }
    return made;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(white);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(white) + 1 - first);
}

class Writing {
public:
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    void write(const pugi::xml_node& element) {
        write_tag(element);
        const bool is_passage = std::string_view(element.name()) == "text" || !holds_elements(element);
        if (!is_passage) {
            write_children(element);
        } else {
            write_passage(element);
        }
    }

private:
    static bool holds_elements(const pugi::xml_node& element) {
        return static_cast<bool>(
            element.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; }));
    }

    void write_tag(const pugi::xml_node& element) {
        out.append("<").append(element.name());
        for (const pugi::xml_attribute& attribute : element.attributes()) {
            if (is_declaration(attribute) && depth == 0) {
                write(attribute);
            }
        }
        for (const pugi::xml_attribute& attribute : element.attributes()) {
            if (!is_declaration(attribute)) {
                write(attribute);
            }
        }
    }

    void write(const pugi::xml_attribute& attribute) {
        out.append(" ").append(attribute.name()).append("=\"");
        escape(attribute.value(), "&<\"\t\n\r");
        out += '"';
    }

    void write_children(const pugi::xml_node& element) {
        out += '>';
        ++depth;
        for (const pugi::xml_node& child : element.children()) {
            if (child.type() == pugi::node_element) {
                new_line();
                write(child);
            }
        }
        --depth;
        new_line();
        write_end(element);
    }

    // Words with elements among them, on one line but where the author breaks them.
    void write_passage(const pugi::xml_node& element) {
        const std::size_t tag_end = out.size();
        out += '>';
        write_words_in(element);
        const std::string inside(trimmed(std::string_view(out).substr(tag_end + 1)));
        out.resize(tag_end);
        if (inside.empty()) {
            out += "/>";
            return;
        }
        out.append(">").append(inside);
        write_end(element);
    }

    void write_words_in(const pugi::xml_node& element) {
        std::string words; // what comments and sections part belongs together
        const auto write_words = [&] { escape(collapsed(std::exchange(words, {})), "&<>"); };
        for (const pugi::xml_node& child : element.children()) {
            if (is_words(child)) {
                words += child.value();
            } else if (child.type() == pugi::node_element) {
                write_words();
                write_tag(child);
                out += '>';
                write_words_in(child);
                write_end(child);
            }
        }
        write_words();
    }

    void write_end(const pugi::xml_node& element) { out.append("</").append(element.name()).append(">"); }

    void new_line() { out.append("\n").append(2 * depth, ' '); }

    void escape(std::string_view text, std::string_view special) {
        for (const char letter : text) {
            if (special.find(letter) == std::string_view::npos) {
                out += letter;
            } else if (letter == '&') {
                out += "&amp;";
            } else if (letter == '<') {
                out += "&lt;";
            } else if (letter == '>') {
                out += "&gt;";
            } else if (letter == '"') {
                out += "&quot;";
            } else {
                out.append("&#").append(std::to_string(static_cast<int>(letter))).append(";");
            }
        }
    }

    std::size_t depth = 0;
};

} // namespace

std::string written_xml(const pugi::xml_document& document) {
    Writing writing;
    writing.write(document.document_element());
    return std::move(writing.out) + "\n";
}

} // namespace rapporteur::edition
