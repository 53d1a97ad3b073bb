#include "style/validate.hpp"

#include <algorithm>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <memory>

namespace rapporteur::style {

namespace {

struct Release {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};

template <class T>
using Handle = std::unique_ptr<T, Release>;

struct Found {
    Diagnostics diagnostics;
    std::string file;
};

std::string plain(std::string message) {
    constexpr std::string_view name_space = "{urn:rapporteur:style:1}";
    for (std::size_t at = message.find(name_space); at != std::string::npos; at = message.find(name_space, at)) {
        message.erase(at, name_space.size());
    }
    while (!message.empty() && (message.back() == '\n' || message.back() == '.' || message.back() == ' ')) {
        message.pop_back();
    }
    return message;
}

void collect(void* found_by, xmlError* error) {
    auto& found = *static_cast<Found*>(found_by);
    Diagnostic diagnostic;
    diagnostic.place = place_in(found.file);
    diagnostic.place.line = static_cast<std::uint32_t>(std::max(error->line, 1));
    diagnostic.place.column = 1;
    diagnostic.message = plain(error->message != nullptr ? error->message : "isn't a style");
    found.diagnostics.push_back(std::move(diagnostic));
}

void collect_parser_errors(void* found_by, const xmlError* error) {
    collect(found_by, const_cast<xmlError*>(error));
}

} // namespace

Diagnostics validate(const std::string& bytes, const std::filesystem::path& file, const std::filesystem::path& schema) {
    Found found{{}, file.string()};
    xmlSetStructuredErrorFunc(&found, reinterpret_cast<xmlStructuredErrorFunc>(collect_parser_errors));
    const Handle<xmlDoc> document(
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET));
    const Handle<xmlSchemaParserCtxt> parser(xmlSchemaNewParserCtxt(schema.c_str()));
    const Handle<xmlSchema> rules(parser ? xmlSchemaParse(parser.get()) : nullptr);
    const Handle<xmlSchemaValidCtxt> validator(rules ? xmlSchemaNewValidCtxt(rules.get()) : nullptr);
    if (document && validator) {
        xmlSchemaSetValidStructuredErrors(validator.get(), reinterpret_cast<xmlStructuredErrorFunc>(collect), &found);
        xmlSchemaValidateDoc(validator.get(), document.get());
    }
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    if (!validator) {
        found.diagnostics = {
            surroundings_failed(schema.string(), "the schema of styles can't be read", "see --schema-dir").value()};
    }
    return found.diagnostics;
}

} // namespace rapporteur::style
