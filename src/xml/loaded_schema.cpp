#include "xml/loaded_schema.hpp"

#include "support/files.hpp"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlschemas.h>
#include <memory>
#include <optional>
#include <utility>

namespace rapporteur::xml {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_schema = 1U << 20U;

// The folder whose schemas may be read: that of the schema that this thread is loading, else none.
class OpenFolder;
thread_local OpenFolder* open_folder = nullptr;

class OpenFolder {
public:
    explicit OpenFolder(fs::path named) : folder(std::move(named)) { open_folder = this; }
    ~OpenFolder() { open_folder = nullptr; }
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;

    bool holds(const fs::path& file) const {
        return file.extension() == ".xsd" && file.parent_path().lexically_normal() == folder.lexically_normal();
    }

    std::optional<Diagnostic> failure; // of reading one of them, which libxml2 takes for one that isn't there

private:
    fs::path folder;
};

struct ReleaseText {
    void operator()(char* text) const { xmlFree(text); }
};

// libxml2 names a file as it was named, or by its address, in which a space is %20.
std::optional<std::string> text_at(const char* address) {
    const std::unique_ptr<char, ReleaseText> unescaped(xmlURIUnescapeString(address, 0, nullptr));
    std::optional<Diagnostic> failure;
    for (const char* path : {address, static_cast<const char*>(unescaped.get())}) {
        if (path != nullptr && open_folder != nullptr && open_folder->holds(path)) {
            Result<std::string> bytes = read_file(path, largest_schema);
            if (bytes) {
                return std::move(*bytes);
            }
            failure = bytes.error();
        }
    }
    if (failure) {
        open_folder->failure = std::move(failure);
    }
    return std::nullopt;
}

// Given to libxml2 as what finds the text of an address; nothing stands for "not found".
xmlParserInput* find_text(const char* address, const char*, xmlParserCtxt* parser) {
    const std::optional<std::string> bytes = address == nullptr ? std::nullopt : text_at(address);
    if (!bytes) {
        return nullptr;
    }
    xmlParserInputBuffer* buffer =
        xmlParserInputBufferCreateMem(bytes->data(), static_cast<int>(bytes->size()), XML_CHAR_ENCODING_NONE);
    if (buffer == nullptr) {
        return nullptr;
    }
    xmlParserInput* input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
    if (input != nullptr) { // what it imports is named as seen from here
        input->filename = reinterpret_cast<const char*>(xmlStrdup(reinterpret_cast<const xmlChar*>(address)));
    }
    return input;
}

void ignore(void*, xmlError*) {}

struct ReleaseParser {
    void operator()(xmlSchemaParserCtxt* parser) const { xmlSchemaFreeParserCtxt(parser); }
};

} // namespace

void keep_libxml2_from_opening_files() {
    static const bool kept = [] {
        xmlInitParser();
        xmlSetExternalEntityLoader(find_text);
        return true;
    }();
    static_cast<void>(kept);
}

void LoadedSchema::Release::operator()(_xmlSchema* schema) const {
    xmlSchemaFree(schema);
}

Result<LoadedSchema> LoadedSchema::load(const fs::path& path) {
    keep_libxml2_from_opening_files();
    const OpenFolder opened(path.parent_path());
    const std::unique_ptr<xmlSchemaParserCtxt, ReleaseParser> parser(xmlSchemaNewParserCtxt(path.c_str()));
    if (parser) {
        xmlSchemaSetParserStructuredErrors(parser.get(), reinterpret_cast<xmlStructuredErrorFunc>(ignore), nullptr);
    }
    LoadedSchema schema(parser ? xmlSchemaParse(parser.get()) : nullptr);
    if (opened.failure) {
        return tl::unexpected(*opened.failure);
    }
    if (!schema.rules) {
        return surroundings_failed(path.string(), "the schema can't be read", "see --schema-dir");
    }
    return schema;
}

} // namespace rapporteur::xml
