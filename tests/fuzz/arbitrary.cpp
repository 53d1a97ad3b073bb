#include "arbitrary.hpp"

#include "target.hpp"

#include <array>
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace rapporteur::fuzz {

namespace {

constexpr std::size_t longest_text = 400; // characters
constexpr int most_blocks = 24;

// From each of these, 256 characters can be chosen: Latin, marks, Greek, Hebrew, Arabic, Devanagari, Thai, Hangul's
// letters, Greek with accents, punctuation with its marks of direction, symbols, kana, ideographs, compatibility forms,
// musical symbols, emoji, variation selectors.
constexpr std::array<std::uint32_t, 20> blocks = {0x0000, 0x0100, 0x0300, 0x0370,  0x0590,  0x0600, 0x0900,
                                                  0x0E00, 0x1100, 0x1F00, 0x2000,  0x2200,  0x3000, 0x4E00,
                                                  0xFB00, 0xFE00, 0xFF00, 0x1D100, 0x1F400, 0xE0100};

bool belongs_in_text(std::uint32_t character) {
    const int category = u_charType(static_cast<UChar32>(character));
    return category != U_CONTROL_CHAR && category != U_SURROGATE && category != U_UNASSIGNED &&
           category != U_PRIVATE_USE_CHAR;
}

// As a corpus's texts are: NFC, single spaces and none at the ends.
std::string as_in_a_corpus(const icu::UnicodeString& characters) {
    UErrorCode failed = U_ZERO_ERROR;
    const icu::UnicodeString normal = icu::Normalizer2::getNFCInstance(failed)->normalize(characters, failed);
    std::string bytes;
    normal.toUTF8String(bytes);
    std::string single;
    for (const char byte : bytes) {
        if (byte != ' ' || (!single.empty() && single.back() != ' ')) {
            single += byte;
        }
    }
    while (!single.empty() && single.back() == ' ') {
        single.pop_back();
    }
    return single;
}

class Reporter {
public:
    explicit Reporter(Input& from) : input(from) {}

    document::Document report() {
        document::Metadata& about = made.metadata;
        about.identifier = "urn:uuid:00000000-0000-8000-8000-000000000001";
        about.language = language(input);
        about.title = words("Title");
        about.subtitle = text(input);
        about.holder = words("Holder");
        about.holder_short = "H";
        about.year = 2026;
        about.shown_year = "2026";
        about.date = "2026-11-24";
        about.description = text(input);
        about.file_stem = "report";
        made.labels.contents = "Contents";
        made.labels.note = "Note";
        made.labels.back_to_text = "Back to text";
        made.labels.digits = "0123456789";
        made.labels.continued = "continued";
        add_contents();
        const std::size_t parts = 1 + input.below(3);
        for (std::size_t part = 0; part < parts; ++part) {
            add_part(part);
        }
        return std::move(made);
    }

    document::Table table() {
        document::Table table;
        table.role = static_cast<document::TableRole>(input.below(3));
        table.id = id("table");
        table.caption = inlines();
        table.row_headers = input.flag();
        table.columns.resize(1 + input.below(12));
        for (document::Column& column : table.columns) {
            column.alignment = static_cast<document::Alignment>(input.below(3));
            column.tabular_figures = input.flag();
        }
        if (input.flag()) {
            table.header = row(table.columns.size());
        }
        const std::size_t rows = 1 + input.below(40);
        for (std::size_t at = 0; at < rows && (at == 0 || !input.empty()); ++at) {
            table.rows.push_back(row(table.columns.size()));
        }
        return table;
    }

private:
    std::string words(const char* otherwise) {
        std::string given = text(input);
        return given.empty() ? otherwise : given;
    }

    std::string id(const char* stem) { return fmt::format("{}-{}", stem, ++ids); }

    document::Inlines inlines() {
        document::Inlines made_here;
        const std::size_t count = 1 + input.below(3);
        for (std::size_t at = 0; at < count; ++at) {
            document::Text next;
            next.text = words("word");
            next.role = static_cast<document::TextRole>(input.below(4));
            if (input.below(4) == 0) {
                next.language = language(input);
            }
            if (input.below(5) == 0) {
                next.link = input.flag() ? "https://example.org/a" : "#contents";
            }
            made_here.emplace_back(std::move(next));
        }
        return made_here;
    }

    document::Inlines inlines_with_note() {
        document::Inlines text = inlines();
        if (input.below(3) == 0) {
            text.emplace_back(document::NoteReference{made.notes.size()});
            document::Note note;
            note.id = fmt::format("n{}", made.notes.size());
            note.text = inlines();
            made.notes.push_back(std::move(note));
        }
        return text;
    }

    document::Row row(std::size_t columns) {
        document::Row made_here(columns);
        for (document::Cell& cell : made_here) {
            const std::size_t lines = input.below(3);
            for (std::size_t line = 0; line < lines; ++line) {
                cell.lines.push_back(inlines());
            }
        }
        return made_here;
    }

    document::Heading heading(int level, std::string with_id) {
        document::Heading heading;
        heading.level = level;
        heading.id = std::move(with_id);
        heading.text = inlines();
        return heading;
    }

    void add_contents() {
        document::Part part;
        part.role = document::PartRole::contents;
        part.id = "contents";
        part.blocks.emplace_back(heading(1, "contents"));
        part.blocks.emplace_back(document::Contents{1 + static_cast<int>(input.below(3))});
        made.parts.push_back(std::move(part));
    }

    void add_part(std::size_t number) {
        document::Part part;
        part.role = number % 2 == 0 ? document::PartRole::partner : document::PartRole::introduction;
        part.id = fmt::format("part-{}", number);
        part.blocks.emplace_back(heading(1, part.id));
        const int blocks_here = static_cast<int>(input.below(most_blocks));
        int level = 1;
        for (int at = 0; at < blocks_here && !input.empty(); ++at) {
            part.blocks.push_back(block(level));
        }
        made.parts.push_back(std::move(part));
    }

    document::Block block(int& level) {
        switch (input.below(6)) {
        case 0:
            level = 2 + static_cast<int>(input.below(static_cast<std::size_t>(std::min(level, 3))));
            return heading(level, id("heading"));
        case 1: {
            document::List list;
            list.kind = input.flag() ? document::ListKind::ordered : document::ListKind::bullet;
            list.items.resize(1 + input.below(5));
            for (document::ListItem& item : list.items) {
                item.text = inlines_with_note();
            }
            return list;
        }
        case 2:
            return table();
        case 3: {
            document::Index index;
            index.entries.resize(1 + input.below(5));
            for (document::IndexEntry& entry : index.entries) {
                entry.term = inlines();
                entry.targets = {"contents"};
            }
            return index;
        }
        case 4:
            return figure();
        default:
            break;
        }
        document::Paragraph paragraph;
        paragraph.role = static_cast<document::ParagraphRole>(input.below(5));
        paragraph.text = inlines_with_note();
        return paragraph;
    }

    document::Figure figure() {
        document::Figure figure;
        figure.id = id("figure");
        figure.caption = inlines();
        figure.alternative = words("A figure");
        figure.drawing = drawing();
        figure.narrow = figure.drawing;
        return figure;
    }

    document::Drawing drawing() {
        document::Drawing drawing;
        drawing.width = 20 + static_cast<double>(input.byte());
        drawing.height = 20 + static_cast<double>(input.byte());
        const std::size_t shapes = input.below(6);
        for (std::size_t at = 0; at < shapes; ++at) {
            const document::Point point{static_cast<double>(input.byte()), static_cast<double>(input.byte())};
            switch (input.below(4)) {
            case 0:
                drawing.shapes.emplace_back(document::Line{point, {0, 0}});
                break;
            case 1:
                drawing.shapes.emplace_back(document::Rectangle{point, 10, 10});
                break;
            case 2:
                drawing.shapes.emplace_back(document::Disc{point, 4});
                break;
            default:
                drawing.shapes.emplace_back(document::Label{point, words("label"), {}, 8});
                break;
            }
        }
        return drawing;
    }

    Input& input;
    document::Document made;
    int ids = 0;
};

} // namespace

const style::Style& house_style() {
    static const style::Style style = style::load(root + "/styles/house.xml", root + "/schema/style.xsd").style.value();
    return style;
}

std::string language(Input& input) {
    constexpr std::array<const char*, 8> languages = {"en", "fr", "es", "ar", "ru", "zh", "de", "he"};
    return languages[input.below(languages.size())];
}

std::string text(Input& input) {
    const std::string_view bytes = input.piece();
    if (bytes.empty() || bytes.front() >= ' ') { // most of all, as it stands
        icu::UnicodeString kept;
        const icu::UnicodeString given = icu::UnicodeString::fromUTF8(std::string(bytes));
        for (int at = 0; at < given.length(); at = given.moveIndex32(at, 1)) {
            const UChar32 character = given.char32At(at);
            if (belongs_in_text(static_cast<std::uint32_t>(character)) && kept.length() < 100 * int{longest_text}) {
                kept.append(character);
            }
        }
        return as_in_a_corpus(kept);
    }
    icu::UnicodeString chosen;
    for (std::size_t at = 1; at + 1 < bytes.size() && at < 2 * longest_text; at += 2) {
        const auto block = static_cast<std::uint8_t>(bytes[at]) % blocks.size();
        const std::uint32_t character = blocks[block] + static_cast<std::uint8_t>(bytes[at + 1]);
        if (belongs_in_text(character)) {
            chosen.append(static_cast<UChar32>(character));
        }
    }
    return as_in_a_corpus(chosen);
}

document::Document report(Input& input) {
    return Reporter(input).report();
}

document::Table table(Input& input) {
    return Reporter(input).table();
}

} // namespace rapporteur::fuzz
