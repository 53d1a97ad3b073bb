#include "corpus/schema_check.hpp"

#include "corpus/schema_words.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <optional>

namespace rapporteur::corpus {

namespace {

struct Release {
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

template <class T>
using Handle = std::unique_ptr<T, Release>;

void ignore(void*, xmlError*) {}

// The place of a DOCTYPE, which may stand only before the first element.
std::optional<std::size_t> doctype_in(std::string_view text) {
    std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
            ++at;
            continue;
        }
        const std::string_view rest = text.substr(at);
        std::string_view closing;
        if (rest.substr(0, 2) == "<?") {
            closing = "?>";
        } else if (rest.substr(0, 4) == "<!--") {
            closing = "-->";
        } else {
            return rest.substr(0, 9) == "<!DOCTYPE" ? std::optional(at) : std::nullopt;
        }
        const std::size_t end = text.find(closing, at);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        at = end + closing.size();
    }
    return std::nullopt;
}

bool readable(const SourceFile& file, Findings& findings) {
    const std::string& bytes = file.bytes();
    if (bytes.empty()) {
        findings.error(file.whole(), "the file is empty");
        return false;
    }
    if (const std::size_t ill = first_ill_formed(bytes); ill < bytes.size()) {
        findings.error(file.at(ill), "a byte here is no part of a character: the file isn't UTF-8",
                       "save it again as UTF-8 in your editor");
        return false;
    }
    if (const std::optional<std::size_t> doctype = doctype_in(bytes)) {
        findings.error(file.at(*doctype), "a corpus has no DOCTYPE",
                       "take it out: the schema does its work, and entities are not read");
        return false;
    }
    const std::size_t declaration = bytes.find("encoding=");
    const std::size_t declared_until = bytes.find("?>");
    if (declaration != std::string::npos && declared_until != std::string::npos && declaration < declared_until) {
        const std::string name = bytes.substr(declaration + 10, 5);
        if (name != "UTF-8" && name != "utf-8") {
            findings.error(file.at(declaration), "the file declares an encoding other than UTF-8",
                           "save it as UTF-8 and write encoding=\"UTF-8\"");
            return false;
        }
    }
    return true;
}

// One run over one file.
struct Run {
    const SourceFile& file;
    Findings& findings;
    xmlTextReader* reader = nullptr;
    bool well_formed = true;
    std::size_t last_offset = 0; // of the fault before
    bool last_was_facet = false;

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
        if (well_formed) { // what follows the first is mostly its echo
            well_formed = false;
            const std::size_t offset = file.offset_of(static_cast<std::size_t>(std::max(error.line, 1)),
                                                      static_cast<std::size_t>(std::max(error.int2, 1)));
            const std::string plain = text.substr(0, text.find_last_not_of("\n. ") + 1);
            findings.error(file.at(offset), fmt::format("this isn't well-formed XML: {}", plain));
        }
    }

    void take_schema_fault(const xmlError& error, const std::string& text) {
        const int line = xmlTextReaderGetParserLineNumber(reader);
        const int column = xmlTextReaderGetParserColumnNumber(reader);
        const std::size_t end =
            file.offset_of(static_cast<std::size_t>(std::max(line, 1)), static_cast<std::size_t>(std::max(column, 1)));
        const std::size_t offset = start_of_tag(end > 1 ? end - 2 : 0);
        const SchemaMessage said = in_plain_words(error.code, text);
        if (said.repeats && last_was_facet && offset == last_offset) {
            last_was_facet = false;
            return;
        }
        last_was_facet = !said.repeats;
        last_offset = offset;
        findings.error(file.at(offset), said.message, said.hint);
    }
};

void collect(void* run, xmlError* error) {
    static_cast<Run*>(run)->take(*error);
}

} // namespace

struct Schema::Rules {
    Handle<xmlSchema> schema;
};

Schema::Schema(std::unique_ptr<Rules> parsed) : rules(std::move(parsed)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

Result<Schema> Schema::load(const std::filesystem::path& path) {
    const Handle<xmlSchemaParserCtxt> parser(xmlSchemaNewParserCtxt(path.c_str()));
    if (parser) {
        xmlSchemaSetParserStructuredErrors(parser.get(), ignore, nullptr);
    }
    auto rules = std::make_unique<Rules>();
    rules->schema.reset(parser ? xmlSchemaParse(parser.get()) : nullptr);
    if (!rules->schema) {
        return surroundings_failed(path.string(), "the schema can't be read", "see --schema-dir");
    }
    return Schema(std::move(rules));
}

bool Schema::check(const SourceFile& file, Findings& findings) const {
    if (!readable(file, findings)) {
        return false;
    }
    const Handle<xmlTextReader> reader(xmlReaderForMemory(file.bytes().data(), static_cast<int>(file.bytes().size()),
                                                          nullptr, nullptr, XML_PARSE_NONET));
    if (!reader) {
        findings.error(file.whole(), "the file can't be read as XML");
        return false;
    }
    Run run{file, findings, reader.get()};
    xmlTextReaderSetStructuredErrorHandler(reader.get(), collect, &run);
    xmlTextReaderSetSchema(reader.get(), rules->schema.get());
    xmlResetLastError();
    int more = 1;
    while (more == 1) {
        more = xmlTextReaderRead(reader.get());
    }
    // With a schema plugged in, the parser's own errors don't come to the handler.
    const xmlError* last = xmlGetLastError();
    if (more < 0 && last != nullptr) {
        run.take(*last);
    }
    run.well_formed = run.well_formed && more == 0;
    return run.well_formed;
}

} // namespace rapporteur::corpus
