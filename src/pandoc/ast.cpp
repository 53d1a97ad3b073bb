#include "pandoc/json.hpp"
#include "pandoc/names.hpp"
#include "pandoc/pandoc.hpp"

#include <algorithm>
#include <unicode/uloc.h>
#include <unordered_map>

namespace rapporteur::pandoc {

namespace {

using namespace document;

// Pandoc's Attr: id, classes, key-value pairs.
struct Attributes {
    std::string id;
    std::vector<std::string_view> classes;
    std::vector<std::pair<std::string_view, std::string>> pairs;
};

class AstWriter {
public:
    AstWriter(const Document& what, Format as, std::array<int, 2> version)
        : document(what), format(as), api(version), called(what.notes.size(), false) {}

    std::string write() {
        find_titles();
        json.open('{');
        json.key("pandoc-api-version");
        json.open('[');
        json.number(api[0]);
        json.number(api[1]);
        json.number(1);
        json.close(']');
        json.key("meta");
        write_meta();
        json.key("blocks");
        json.open('[');
        write_imprint();
        for (const Part& part : document.parts) {
            write_part(part);
        }
        json.close(']');
        json.close('}');
        return json.take();
    }

private:
    // What a locator of the index says: the part that a heading is in.
    void find_titles() {
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
    }

    static std::string words_of(const Inlines& inlines) {
        std::string words;
        for (const Inline& item : inlines) {
            const auto* text = std::get_if<Text>(&item);
            words += text == nullptr ? std::string() : text->text;
        }
        return words;
    }

    // --- metadata

    void meta_string(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            json.key(name);
            json.open_node("MetaInlines");
            json.open('[');
            plain(value);
            json.close(']');
            json.close_node();
        }
    }

    void write_meta() {
        const Metadata& about = document.metadata;
        json.open('{');
        meta_string("title", about.title);
        meta_string("subtitle", about.subtitle + (about.subtitle.empty() ? "" : " · ") + std::to_string(about.year));
        json.key("author");
        json.open_node("MetaList");
        json.open('[');
        json.open_node("MetaInlines");
        json.open('[');
        plain(about.holder);
        json.close(']');
        json.close_node();
        json.close(']');
        json.close_node();
        if (format == Format::docx) {
            meta_string("date", about.notice.empty() ? std::string() : about.notice);
        } else {
            meta_string("date", about.date);
            meta_string("rights", about.notice);
        }
        meta_string("lang", about.language);
        meta_string("identifier", about.identifier);
        meta_string("description", about.description);
        meta_string("publisher", about.holder);
        meta_string("toc-title", document.labels.contents);
        json.key("subject");
        json.open_node("MetaList");
        json.open('[');
        for (const std::string& subject : about.subjects) {
            json.open_node("MetaInlines");
            json.open('[');
            plain(subject);
            json.close(']');
            json.close_node();
        }
        json.close(']');
        json.close_node();
        if (is_right_to_left(about.language)) {
            meta_string("dir", "rtl");
            meta_string("page-progression-direction", "rtl");
        }
        json.close('}');
    }

    // --- attributes

    void attributes(const Attributes& given) {
        json.open('[');
        json.string(given.id);
        json.open('[');
        for (const std::string_view name : given.classes) {
            json.string(name);
        }
        json.close(']');
        json.open('[');
        for (const auto& [name, value] : given.pairs) {
            json.open('[');
            json.string(name);
            json.string(value);
            json.close(']');
        }
        json.close(']');
        json.close(']');
    }

    static bool is_right_to_left(const std::string& language) { return uloc_isRightToLeft(language.c_str()) != 0; }

    // Language as HTML says it; DOCX, for which pandoc drops it, gets a character style that carries it.
    void add_language(Attributes& to, const Language& language) const {
        to.pairs.emplace_back("lang", language);
        if (is_right_to_left(language) != is_right_to_left(document.metadata.language)) {
            to.pairs.emplace_back("dir", is_right_to_left(language) ? "rtl" : "ltr");
        }
        if (format == Format::docx) {
            to.pairs.emplace_back("custom-style", language_style + language);
        }
    }

    // --- inlines

    void plain(std::string_view text) {
        json.open_node("Str");
        json.string(text);
        json.close_node();
    }

    void write_words(const Text& text, const Language& around) {
        const bool foreign = !text.language.empty() && text.language != around;
        if (foreign) {
            Attributes language;
            add_language(language, text.language);
            json.open_node("Span");
            json.open('[');
            attributes(language);
            json.open('[');
        }
        switch (text.role) {
        case TextRole::emphasis:
            write_wrapped("Emph", text.text);
            break;
        case TextRole::strong:
            write_wrapped("Strong", text.text);
            break;
        case TextRole::acronym:
            if (format == Format::epub) {
                json.open_node("Span");
                json.open('[');
                attributes({{}, {"acronym"}, {}});
                json.open('[');
                plain(text.text);
                json.close(']');
                json.close(']');
                json.close_node();
                break;
            }
            [[fallthrough]];
        case TextRole::plain:
            plain(text.text);
            break;
        }
        if (foreign) {
            json.close(']');
            json.close(']');
            json.close_node();
        }
    }

    void write_wrapped(std::string_view node, const std::string& text) {
        json.open_node(node);
        json.open('[');
        plain(text);
        json.close(']');
        json.close_node();
    }

    void open_link() {
        json.open_node("Link");
        json.open('[');
        attributes({});
        json.open('[');
    }

    void close_link(const std::string& target) {
        json.close(']');
        json.open('[');
        json.string(target);
        json.string("");
        json.close(']');
        json.close(']');
        json.close_node();
    }

    void superscript(const std::string& text) {
        json.open_node("Superscript");
        json.open('[');
        plain(text);
        json.close(']');
        json.close_node();
    }

    void write_note(std::size_t number) {
        if (called[number]) { // a second call: the same note, told in as few words
            superscript(std::to_string(number + 1));
            return;
        }
        called[number] = true;
        const Note& note = document.notes[number];
        json.open_node("Note");
        json.open('[');
        json.open_node("Para");
        json.open('[');
        write_inlines(note.text, document.metadata.language);
        json.close(']');
        json.close_node();
        json.close(']');
        json.close_node();
    }

    void write_inlines(const Inlines& inlines, const Language& around) {
        std::string open;
        bool after_note = false;
        for (const Inline& item : inlines) {
            const auto* text = std::get_if<Text>(&item);
            const std::string link = text == nullptr ? std::string() : text->link;
            if (!open.empty() && link != open) {
                close_link(open);
                open.clear();
            }
            if (!link.empty() && open.empty()) {
                open_link();
                open = link;
            }
            if (text == nullptr && after_note) { // two marks must not read as one number
                superscript(",");
            }
            after_note = text == nullptr;
            if (text != nullptr) {
                write_words(*text, around);
            } else {
                write_note(std::get<NoteReference>(item).note);
            }
        }
        if (!open.empty()) {
            close_link(open);
        }
    }

    // A block's inlines, in a span of their language where the block's isn't the document's.
    void write_text(const Inlines& inlines, const Language& language, const std::string& id = {}) {
        const bool foreign = !language.empty() && language != document.metadata.language;
        if (!foreign && id.empty()) {
            write_inlines(inlines, document.metadata.language);
            return;
        }
        Attributes given;
        given.id = id;
        if (foreign) {
            add_language(given, language);
        }
        json.open_node("Span");
        json.open('[');
        attributes(given);
        json.open('[');
        write_inlines(inlines, foreign ? language : document.metadata.language);
        json.close(']');
        json.close(']');
        json.close_node();
    }

    // --- blocks

    void write_para(std::string_view node, const Inlines& inlines, const Language& language) {
        json.open_node(node);
        json.open('[');
        write_text(inlines, language);
        json.close(']');
        json.close_node();
    }

    void open_div(const Attributes& given) {
        json.open_node("Div");
        json.open('[');
        attributes(given);
        json.open('[');
    }

    void close_div() {
        json.close(']');
        json.close(']');
        json.close_node();
    }

    void write_imprint() {
        if (document.imprint.empty()) {
            return;
        }
        for (const Paragraph& paragraph : document.imprint) {
            write(paragraph);
        }
    }

    void write_part(const Part& part) {
        for (const Block& block : part.blocks) {
            const bool is_contents = part.role == PartRole::contents;
            if (!is_contents) { // pandoc makes each format's own
                std::visit([&](const auto& thing) { write(thing); }, block);
            }
        }
    }

    void write(const Heading& heading) {
        json.open_node("Header");
        json.open('[');
        json.number(heading.level);
        attributes({heading.id, {}, {}});
        json.open('[');
        write_text(heading.text, heading.language);
        json.close(']');
        json.close(']');
        json.close_node();
    }

    void write(const Paragraph& paragraph) {
        Attributes given;
        given.id = paragraph.id;
        const std::string_view name = class_of(paragraph.role);
        if (!name.empty()) {
            given.classes.push_back(name);
        }
        if (format == Format::docx && !name.empty()) {
            given.pairs.emplace_back("custom-style", docx_style_of(paragraph.role));
        }
        const bool wrapped = !given.id.empty() || !given.pairs.empty() || !given.classes.empty();
        if (wrapped) {
            open_div(given);
        }
        write_para("Para", paragraph.text, paragraph.language);
        if (wrapped) {
            close_div();
        }
    }

    void write(const List& list) {
        const bool ordered = list.kind == ListKind::ordered;
        json.open_node(ordered ? "OrderedList" : "BulletList");
        if (ordered) {
            json.open('[');
            json.raw(R"([1,{"t":"Decimal"},{"t":"Period"}])");
        }
        json.open('[');
        for (const ListItem& item : list.items) {
            json.open('[');
            json.open_node("Plain");
            json.open('[');
            write_text(item.text, item.language, item.id);
            json.close(']');
            json.close_node();
            json.close(']');
        }
        json.close(']');
        if (ordered) {
            json.close(']');
        }
        json.close_node();
    }

    static std::string_view alignment(Alignment alignment) {
        switch (alignment) {
        case Alignment::centre:
            return "AlignCenter";
        case Alignment::end:
            return "AlignRight";
        case Alignment::start:
            break;
        }
        return "AlignDefault";
    }

    void write_row(const Row& row) {
        json.open('[');
        attributes({});
        json.open('[');
        for (const Cell& cell : row) {
            json.open('[');
            attributes({});
            json.leaf("AlignDefault");
            json.number(1);
            json.number(1);
            json.open('[');
            for (const Inlines& line : cell.lines) {
                write_para("Plain", line, cell.language);
            }
            json.close(']');
            json.close(']');
        }
        json.close(']');
        json.close(']');
    }

    void write(const Table& table) {
        json.open_node("Table");
        json.open('[');
        attributes({table.id, {class_of(table.role)}, {}});
        json.open('[');
        json.null();
        json.open('[');
        if (!table.caption.empty()) {
            write_para("Plain", table.caption, table.language);
        }
        json.close(']');
        json.close(']');
        json.open('[');
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            json.open('[');
            json.leaf(alignment(table.columns[at].alignment));
            write_width(table, at);
            json.close(']');
        }
        json.close(']');
        json.open('[');
        attributes({});
        json.open('[');
        if (table.header) {
            write_row(*table.header);
        }
        json.close(']');
        json.close(']');
        json.open('[');
        json.open('[');
        attributes({});
        json.number(table.row_headers ? 1 : 0);
        json.raw("[]");
        json.open('[');
        for (const Row& row : table.rows) {
            write_row(row);
        }
        json.close(']');
        json.close(']');
        json.close(']');
        json.raw(R"([["",[],[]],[]])");
        json.close(']');
        json.close_node();
    }

    // Shares of the measure by what the columns hold, so that a table of few words doesn't fall into equal columns.
    void write_width(const Table& table, std::size_t column) {
        const auto letters = [&](std::size_t of) {
            std::size_t most = 10;
            const auto count = [&](const Row& row) {
                for (const Inlines& line : row[of].lines) {
                    std::size_t size = 0;
                    for (const Inline& item : line) {
                        const auto* text = std::get_if<Text>(&item);
                        size += text == nullptr ? 0 : text->text.size();
                    }
                    most = std::max(most, std::min<std::size_t>(size, 48));
                }
            };
            if (table.header) {
                count(*table.header);
            }
            std::for_each(table.rows.begin(), table.rows.end(), count);
            return static_cast<double>(most);
        };
        double all = 0;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            all += letters(at);
        }
        json.open_node("ColWidth");
        const long thousandths = static_cast<long>(1000 * letters(column) / all);
        json.raw("0." + std::string(thousandths < 100 ? "0" : "") + std::to_string(thousandths));
        json.close_node();
    }

    void write(const Figure& figure) {
        open_div({figure.id, {"figure"}, {}});
        json.open_node("Para");
        json.open('[');
        json.open_node("Image");
        json.open('[');
        attributes({});
        json.open('[');
        plain(figure.alternative);
        json.close(']');
        json.open('[');
        json.string(drawing_name(drawings++));
        json.string("");
        json.close(']');
        json.close(']');
        json.close_node();
        json.close(']');
        json.close_node();
        if (!figure.caption.empty()) {
            Attributes caption;
            caption.classes.push_back("figure-caption");
            if (format == Format::docx) {
                caption.pairs.emplace_back("custom-style", "Image Caption");
            }
            open_div(caption);
            write_para("Para", figure.caption, figure.language);
            close_div();
        }
        close_div();
        if (figure.data) {
            write(*figure.data);
        }
    }

    void write(const Contents&) {}

    void write(const Index& index) {
        open_div({{}, {"index"}, {}});
        json.open_node("BulletList");
        json.open('[');
        for (const IndexEntry& entry : index.entries) {
            json.open('[');
            json.open_node("Plain");
            json.open('[');
            write_inlines(entry.term, document.metadata.language);
            std::string before;
            for (const std::string& target : entry.targets) {
                const auto found = titles.find(target);
                const std::string& title = found == titles.end() ? target : found->second;
                if (title == before) {
                    continue;
                }
                plain(before.empty() ? ": " : ", ");
                open_link();
                plain(title);
                close_link("#" + target);
                before = title;
            }
            json.close(']');
            json.close_node();
            json.close(']');
        }
        json.close(']');
        json.close_node();
        close_div();
    }

    const Document& document;
    Format format;
    std::array<int, 2> api;
    Json json;
    std::vector<bool> called;
    std::unordered_map<std::string, std::string> titles;
    std::size_t drawings = 0;
};

} // namespace

std::string ast(const Document& document, Format format, std::array<int, 2> api) {
    return AstWriter(document, format, api).write();
}

} // namespace rapporteur::pandoc
