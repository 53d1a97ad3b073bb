#include "withheld/read_markup.hpp"

#include "withheld/letters.hpp"
#include "withheld/read_package.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <memory>
#include <openssl/evp.h>
#include <pugixml.hpp>

namespace rapporteur::withheld {

namespace {

// Attributes that are read out or shown: HTML's, EPUB's and OOXML's, by their local names.
constexpr std::array<std::string_view, 12> told = {"alt",     "title",  "content", "aria-label", "aria-description",
                                                   "summary", "label",  "descr",   "value",      "placeholder",
                                                   "cite",    "tooltip"};

// The text and the attributes of a document being gathered.
class Gathering {
public:
    void text(std::string_view words) { all.text += words; }
    void edge() { all.text += seam; } // of an element
    void attribute(std::string_view name, std::string_view value) {
        const std::string_view local = name.substr(name.find(':') + 1); // npos + 1 is 0
        const bool is_told = std::find(told.begin(), told.end(), local) != told.end();
        (is_told ? shown : other).text.append(value).append("\n");
    }
    void hidden(std::string_view words) { other.text.append(words).append("\n"); }

    std::vector<Reading> finish(const std::string& where) {
        all.where = where;
        shown.where = "an attribute in " + where;
        other.where = shown.where;
        other.kind = Reading::Kind::technical;
        return {std::move(all), std::move(shown), std::move(other)};
    }

private:
    Reading all;
    Reading shown;
    Reading other;
};

struct Walker : pugi::xml_tree_walker {
    Gathering gathering;
    bool for_each(pugi::xml_node& node) override {
        switch (node.type()) {
        case pugi::node_pcdata:
        case pugi::node_cdata:
            if (node.previous_sibling()) { // whose end is an edge too
                gathering.edge();
            }
            gathering.text(node.value());
            break;
        case pugi::node_comment:
        case pugi::node_pi:
            gathering.hidden(node.value());
            break;
        default:
            gathering.edge();
            for (const pugi::xml_attribute& attribute : node.attributes()) {
                gathering.attribute(attribute.name(), attribute.value());
            }
        }
        return true;
    }
};

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// The node after this one in document order; null after the last.
const xmlNode* after(const xmlNode* node) {
    if (node->type != XML_ENTITY_REF_NODE && node->children != nullptr) {
        return node->children;
    }
    while (node != nullptr && node->next == nullptr) {
        node = node->parent;
    }
    return node == nullptr ? nullptr : node->next;
}

std::string attribute_value(const xmlAttr* attribute) {
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
        value += text_of(part->content);
    }
    return value;
}

std::string without_base64(std::string_view data) {
    std::string bytes(data.size() / 4 * 3 + 3, '\0');
    const int length =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(data.data()), static_cast<int>(data.size()));
    bytes.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return bytes;
}

// "data:image/svg+xml;base64,…" read as the file that it is (RFC 2397).
Result<std::vector<Reading>> read_data(std::string_view address, const std::string& where) {
    const std::size_t comma = address.find(',');
    const std::string_view kind = address.substr(5, comma == std::string_view::npos ? 0 : comma - 5);
    if (kind.find(";base64") == std::string_view::npos) {
        return std::vector<Reading>(); // told as the attribute that it is
    }
    const bool is_svg = kind.find("svg") != std::string_view::npos;
    return read_part(is_svg ? "within.svg" : "within.bin", without_base64(address.substr(comma + 1)))
        .map([&](std::vector<Reading> readings) {
            for (Reading& reading : readings) {
                reading.where = "a picture in " + where;
            }
            return readings;
        });
}

} // namespace

Result<std::vector<Reading>> read_xml(std::string_view bytes, const std::string& where) {
    pugi::xml_document document;
    constexpr unsigned everything = pugi::parse_full | pugi::parse_ws_pcdata;
    if (const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), everything); !parsed) {
        return surroundings_failed({}, fmt::format("{} isn't well-formed XML: {}", where, parsed.description()));
    }
    Walker walker;
    document.traverse(walker);
    return walker.gathering.finish(where);
}

Result<std::vector<Reading>> read_html(std::string_view bytes, const std::string& where) {
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options));
    if (!document) {
        return surroundings_failed({}, fmt::format("{} can't be read as HTML", where));
    }
    Gathering gathering;
    std::vector<Reading> within;
    for (const xmlNode* node = document->children; node != nullptr; node = after(node)) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->prev != nullptr) { // whose end is an edge too
                gathering.edge();
            }
            gathering.text(text_of(node->content));
        } else if (node->type == XML_ELEMENT_NODE) {
            gathering.edge();
            for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
                const std::string value = attribute_value(attribute);
                if (value.starts_with("data:")) {
                    Result<std::vector<Reading>> data = read_data(value, where);
                    if (!data) {
                        return data;
                    }
                    std::move(data->begin(), data->end(), std::back_inserter(within));
                }
                gathering.attribute(text_of(attribute->name), value);
            }
        } else {
            gathering.hidden(text_of(node->content));
        }
    }
    std::vector<Reading> readings = gathering.finish(where);
    std::move(within.begin(), within.end(), std::back_inserter(readings));
    return readings;
}

} // namespace rapporteur::withheld
