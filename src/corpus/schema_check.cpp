#include "corpus/schema_check.hpp"

#include "corpus/parser_words.hpp"
#include "corpus/schema_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

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
            const ParserMessage said = of_ill_formed(error.code, plain);
            findings.error(file.at(offset), said.message, said.hint);
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
    const Handle<xmlTextReader> reader(xmlReaderForMemory(file.bytes().data(), static_cast<int>(file.bytes().size()),
                                                          nullptr, "UTF-8", XML_PARSE_NONET));
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
