#include "withheld/pdf_text.hpp"

#include "withheld/letters.hpp"
#include "withheld/pdf_lexer.hpp"

#include <qpdf/QUtil.hh>
#include <vector>

namespace rapporteur::withheld {

namespace {

using Kind = PdfToken::Kind;

std::uint16_t code_at(std::string_view bytes, std::size_t at) {
    const auto high = static_cast<unsigned char>(bytes[at]);
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint16_t>(high << 8U | low);
}

std::string from_utf16(std::string_view bytes) {
    return QUtil::utf16_to_utf8("\xFE\xFF" + std::string(bytes));
}

// A page's content being read.
class Page {
public:
    explicit Page(const std::function<CharacterMap*(const std::string&)>& fonts) : font_of(fonts) {}

    void take(PdfToken&& token) {
        if (token.kind != Kind::word) {
            operands.push_back(std::move(token));
            return;
        }
        const std::string& word = token.text;
        if (word == "Tf") {
            choose_font();
        } else if (word == "Tj" || word == "TJ" || word == "'" || word == "\"") {
            show();
        } else if (word == "BDC" || word == "BMC") {
            open_content();
        } else if (word == "EMC") {
            close_content();
        } else if (word == "ET") {
            text.drawn += seam;
            text.told += replaced == 0 ? std::string(1, seam) : std::string();
        } else if (is_number(word)) {
            return; // what it is an operand of wants no numbers
        }
        operands.clear();
    }

    PageText finish() { return std::move(text); }

private:
    static bool is_number(const std::string& word) {
        return word.find_first_not_of("+-.0123456789") == std::string::npos;
    }

    void choose_font() {
        for (const PdfToken& operand : operands) {
            if (operand.kind == Kind::name) {
                font = font_of(operand.text);
            }
        }
    }

    void show() {
        for (const PdfToken& operand : operands) {
            if (operand.kind == Kind::string) {
                show(operand.text);
            }
        }
    }

    void show(std::string_view codes) {
        if (font == nullptr) {
            text.is_whole = false;
            return;
        }
        for (std::size_t at = 0; at + 1 < codes.size(); at += 2) {
            const std::uint16_t code = code_at(codes, at);
            font->used.insert(code);
            const auto meaning = font->texts.find(code);
            if (meaning == font->texts.end()) {
                text.is_whole = false;
                continue;
            }
            text.drawn += meaning->second;
            if (replaced == 0) {
                text.told += meaning->second;
            }
        }
    }

    // Properties stand in the stream itself, or by name among the resources, where they are read as objects.
    void open_content() {
        bool has_actual = false;
        for (std::size_t at = 0; at < operands.size(); ++at) {
            if (operands[at].kind != Kind::string) {
                continue;
            }
            const std::string words = text_string(operands[at].text);
            const bool is_actual =
                at > 0 && operands[at - 1].kind == Kind::name && operands[at - 1].text == "ActualText";
            if (!is_actual) {
                text.names += words + "\n";
            } else if (replaced == 0) {
                text.told += words;
            }
            has_actual = has_actual || is_actual;
        }
        contents.push_back(has_actual);
        replaced += has_actual ? 1 : 0;
    }

    void close_content() {
        if (!contents.empty()) {
            replaced -= contents.back() ? 1 : 0;
            contents.pop_back();
        }
    }

    const std::function<CharacterMap*(const std::string&)>& font_of;
    PageText text;
    CharacterMap* font = nullptr;
    std::vector<PdfToken> operands;
    std::vector<bool> contents; // those open, and whether each has an ActualText
    int replaced = 0;           // how many of them have
};

} // namespace

std::string text_string(std::string_view bytes) {
    if (bytes.starts_with("\xFE\xFF")) {
        return QUtil::utf16_to_utf8(std::string(bytes));
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return std::string(bytes.substr(3));
    }
    return QUtil::pdf_doc_to_utf8(std::string(bytes));
}

// bfchar and bfrange (9.10.3; Adobe Technical Note 5014).
CharacterMap read_character_map(std::string_view cmap) {
    CharacterMap map;
    PdfLexer lexer(cmap);
    std::vector<std::string> strings;
    bool in_ranges = false;
    bool in_characters = false;
    for (PdfToken token = lexer.next(); token.kind != Kind::end; token = lexer.next()) {
        if (token.kind == Kind::word) {
            in_characters = token.text == "beginbfchar";
            in_ranges = token.text == "beginbfrange";
            strings.clear();
        } else if (token.kind == Kind::string) {
            strings.push_back(std::move(token.text));
        }
        if (in_characters && strings.size() == 2) {
            if (strings[0].size() == 2) {
                map.texts[code_at(strings[0], 0)] = from_utf16(strings[1]);
            }
            strings.clear();
        }
        if (in_ranges && strings.size() == 3 && strings[0].size() == 2 && strings[1].size() == 2) {
            std::string text = strings[2];
            for (std::uint32_t code = code_at(strings[0], 0); code <= code_at(strings[1], 0) && !text.empty(); ++code) {
                map.texts[static_cast<std::uint16_t>(code)] = from_utf16(text);
                ++text.back();
            }
            strings.clear();
        }
    }
    return map;
}

PageText read_page(std::string_view content, const std::function<CharacterMap*(const std::string&)>& font) {
    PdfLexer lexer(content);
    Page page(font);
    for (PdfToken token = lexer.next(); token.kind != Kind::end; token = lexer.next()) {
        page.take(std::move(token));
    }
    return page.finish();
}

} // namespace rapporteur::withheld
