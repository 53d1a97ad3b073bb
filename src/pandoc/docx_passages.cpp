#include "pandoc/docx_passages.hpp"

#include "pandoc/docx_text.hpp"
#include "pandoc/names.hpp"
#include "support/digest.hpp"
#include "support/xml_escape.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using namespace document;

constexpr const char* declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* passages_namespace = "urn:rapporteur:passages:1";
constexpr std::size_t digest_length = 12;

// In the order in which the AST's writer counts them.
class PassageList {
public:
    explicit PassageList(const Document& of) : document(of) {
        for (const Part& part : document.parts) {
            for (const Block& block : part.blocks) {
                std::visit([&](const auto& thing) { add(thing); }, block);
            }
        }
    }

    std::string elements;

private:
    void add(const Paragraph& paragraph) { add(paragraph.text, paragraph.language, paragraph.origin); }

    void add(const List& list) {
        for (const ListItem& item : list.items) {
            add(item.text, item.language, item.origin);
        }
    }

    void add(const Table& table) {
        for (const Row& row : table.rows) {
            for (const Cell& cell : row) {
                for (const Inlines& line : cell.lines) {
                    add(line, cell.language, cell.origin);
                }
            }
        }
    }

    void add(const Figure& figure) {
        if (figure.data) {
            add(*figure.data);
        }
    }

    template <class Other>
    void add(const Other&) {} // words of ours

    void add(const Inlines& text, const Language& language, const Origin& origin) {
        if (origin.empty()) {
            return;
        }
        const std::size_t colon = origin.rfind(':');
        elements += fmt::format("<passage bookmark=\"{}\" file=\"{}\" line=\"{}\" language=\"{}\" digest=\"{}\"/>\n",
                                bookmark_of(passage_id(count++)), escaped(origin.substr(0, colon)),
                                origin.substr(colon + 1), language.empty() ? document.metadata.language : language,
                                sha256(words_of(text)).substr(0, digest_length));
    }

    const Document& document;
    std::size_t count = 0;
};

// "urn:uuid:0158f4d7-…" as Word writes it: "{0158F4D7-…}".
std::string braced(const std::string& urn) {
    std::string name = urn.substr(urn.rfind(':') + 1);
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'f' ? static_cast<char>(letter - 32) : letter;
    });
    return "{" + name + "}";
}

} // namespace

std::vector<DocxPart> passage_parts(const Document& document) {
    const PassageList passages(document);
    if (passages.elements.empty()) {
        return {};
    }
    const Metadata& about = document.metadata;
    std::string item =
        fmt::format("{}<passages xmlns=\"{}\" edition=\"{}\" corpus=\"{}\">\n{}</passages>\n", declaration,
                    passages_namespace, escaped(about.identifier), escaped(about.corpus_digest), passages.elements);
    std::string properties = fmt::format(
        R"({}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{}">)"
        R"(<ds:schemaRefs><ds:schemaRef ds:uri="{}"/></ds:schemaRefs></ds:datastoreItem>)",
        declaration, braced(about.identifier), passages_namespace);
    std::string relations = fmt::format(
        R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
        R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" )"
        R"(Target="itemProps1.xml"/></Relationships>)",
        declaration);
    return {{"customXml/item1.xml", {}, "customXml", "rIdPassages", std::move(item)},
            {"customXml/itemProps1.xml",
             "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
             {},
             {},
             std::move(properties)},
            {"customXml/_rels/item1.xml.rels", {}, {}, {}, std::move(relations)}};
}

} // namespace rapporteur::pandoc
