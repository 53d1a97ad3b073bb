#include "xml/schema.hpp"

#include "xml/loaded_schema.hpp"
#include "xml/markup.hpp"
#include "xml/parser_words.hpp"
#include "xml/schema_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <optional>
#include <string_view>
#include <vector>

namespace rapporteur::xml {

namespace {

struct Release {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

struct OpenElement {
    std::string name;
    std::size_t offset = 0;
};

// The innermost element that is still open at the end of a file whose tags match so far; nothing where they don't, for
// then the parser says where.
std::optional<OpenElement> open_at_end(std::string_view text) {
    std::vector<OpenElement> open;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        const std::size_t end = end_of_markup(text, at);
        if (end == std::string_view::npos) { // cut off within a tag
            return OpenElement{std::string(text.substr(at + 1, text.find_first_of(" \t\r\n", at) - at - 1)), at};
        }
        const std::string_view tag = text.substr(at + 1, end - at - 2);
        const bool closes = tag.substr(0, 1) == "/";
        const std::string name(tag.substr(closes ? 1 : 0, tag.find_first_of(" \t\r\n/", 1) - (closes ? 1 : 0)));
        if (closes && (open.empty() || open.back().name != name)) {
            return std::nullopt;
        }
        if (closes) {
            open.pop_back();
        } else if (tag.substr(0, 1) != "!" && tag.substr(0, 1) != "?" && tag.back() != '/') {
            open.push_back({name, at});
        }
        at = end;
    }
    return open.empty() ? std::nullopt : std::optional(open.back());
}

template <class T>
using Handle = std::unique_ptr<T, Release>;

// One run over one file.
struct Run {
    const SourceFile& file;
    const SchemaRules& rules;
    xmlTextReader* reader = nullptr;
    Checked checked;
    std::size_t last_offset = 0; // of the fault before
    std::string last_value;      // and what has its value

    // The start of the tag that the parser has just passed: where libxml2 notices a fault is its end.
    std::size_t start_of_tag(std::size_t end) const {
        const std::string& bytes = file.bytes();
        if (bytes.empty()) {
            return 0;
        }
        const std::size_t tag = bytes.rfind('<', std::min(end, bytes.size() - 1));
        return tag == std::string::npos ? 0 : tag;
    }

    void take(const xmlError& error) {
        const std::string text = error.message != nullptr ? error.message : "";
        if (error.domain == XML_FROM_SCHEMASV) {
            take_schema_fault(error, text);
            return;
        }
        if (error.level == XML_ERR_WARNING || error.domain == XML_FROM_SCHEMASP) {
            return;
        }
        if (checked.well_formed) { // what follows the first is mostly its echo
            checked.well_formed = false;
            const std::size_t offset = file.offset_of(static_cast<std::size_t>(std::max(error.line, 1)),
                                                      static_cast<std::size_t>(std::max(error.int2, 1)));
            const std::string plain = text.substr(0, text.find_last_not_of("\n. ") + 1);
            if (const std::optional<OpenElement> open = open_at_end(file.bytes()); open && is_at_end(error)) {
                add(file.bytes().size(),
                    fmt::format("<{}> isn't closed: it was opened at line {}, and the file ends", open->name,
                                file.at(open->offset).line),
                    fmt::format("is the end of the file missing? the last line is </{}>", open->name));
                return;
            }
            const ParserMessage said = of_ill_formed(error.code, plain);
            add(offset, said.message, said.hint);
        }
    }

    static bool is_at_end(const xmlError& error) {
        return error.code == XML_ERR_DOCUMENT_END || error.code == XML_ERR_TAG_NOT_FINISHED;
    }

    void add(std::size_t offset, std::string message, std::string hint) {
        Diagnostic fault;
        fault.place = file.at(offset);
        fault.message = std::move(message);
        fault.hint = std::move(hint);
        checked.faults.push_back(std::move(fault));
    }

    void take_schema_fault(const xmlError& error, const std::string& text) {
        const int line = xmlTextReaderGetParserLineNumber(reader);
        const int column = xmlTextReaderGetParserColumnNumber(reader);
        const std::size_t end =
            file.offset_of(static_cast<std::size_t>(std::max(line, 1)), static_cast<std::size_t>(std::max(column, 1)));
        const std::size_t offset = start_of_tag(end > 1 ? end - 2 : 0);
        const SchemaMessage said = in_plain_words(error.code, text, rules);
        const bool repeats = !said.value_of.empty() && said.value_of == last_value && offset == last_offset;
        last_value = said.value_of;
        last_offset = offset;
        if (!repeats) { // libxml2 says a wrong value for each facet, and once more for its type
            add(offset, said.message, said.hint);
        }
    }
};

void collect(void* run, xmlError* error) {
    static_cast<Run*>(run)->take(*error);
}

} // namespace

struct Schema::Rules {
    LoadedSchema schema;
    SchemaRules in_words;
};

Schema::Schema(std::unique_ptr<Rules> parsed) : rules(std::move(parsed)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

Result<Schema> Schema::load(const std::filesystem::path& path) {
    Result<LoadedSchema> schema = LoadedSchema::load(path);
    if (!schema) {
        return tl::unexpected(schema.error());
    }
    return Schema(std::make_unique<Rules>(Rules{std::move(*schema), SchemaRules(path)}));
}

Checked Schema::check(const SourceFile& file) const {
    const Handle<xmlTextReader> reader(xmlReaderForMemory(file.bytes().data(), static_cast<int>(file.bytes().size()),
                                                          nullptr, "UTF-8", XML_PARSE_NONET));
    Run run{file, rules->in_words, reader.get(), {}, 0, {}};
    if (!reader) {
        run.add(0, "the file can't be read as XML", {});
        run.checked.well_formed = false;
        return std::move(run.checked);
    }
    xmlTextReaderSetStructuredErrorHandler(reader.get(), collect, &run);
    xmlTextReaderSetSchema(reader.get(), rules->schema.get());
    xmlResetLastError();
    int more = 1;
    while (more == 1) {
        more = xmlTextReaderRead(reader.get());
        if (more == 1 && xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_DOCUMENT_TYPE) {
            run.add(0, "a DOCTYPE isn't read, nor are the entities that it declares", "take it out");
            run.checked.well_formed = false;
            return std::move(run.checked);
        }
    }
    // With a schema plugged in, the parser's own errors don't come to the handler.
    const xmlError* last = xmlGetLastError();
    if (more < 0 && last != nullptr) {
        run.take(*last);
    }
    run.checked.well_formed = run.checked.well_formed && more == 0;
    return std::move(run.checked);
}

} // namespace rapporteur::xml
