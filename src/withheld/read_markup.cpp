#include "withheld/read_markup.hpp"

#include "withheld/letters.hpp"
#include "withheld/read_package.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <pugixml.hpp>

namespace rapporteur::withheld {

namespace {

// Attributes that are read out or shown: HTML's, EPUB's and OOXML's, by their local names.
constexpr std::array<std::string_view, 12> shown_attributes = {
    "alt",   "title", "content",     "aria-label", "aria-description", "summary", "label",
    "descr", "value", "placeholder", "cite",       "tooltip"};

// Attributes that lead elsewhere: to an address of the corpus, or within the publication.
constexpr std::array<std::string_view, 5> links = {"href", "src", "Target", "action", "data"};

// What a page says to browsers in its <meta>.
constexpr std::array<std::string_view, 5> said_to_programs = {"viewport", "generator", "color-scheme", "referrer",
                                                              "format-detection"};

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Behind the scheme of an address that leads elsewhere; nothing for other values.
std::optional<std::string_view> behind_scheme(std::string_view value) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
        if (value.starts_with(scheme)) {
            return value.substr(scheme.size());
        }
    }
    return std::nullopt;
}

bool is_for_programs(const pugi::xml_node& element) {
    return element.attribute("http-equiv") || is_among(said_to_programs, element.attribute("name").value());
}

// The text and the attributes of a document being gathered.
class Gathering {
public:
    explicit Gathering(Markup what) : markup(what) {}

    void text(std::string_view words) { all.text += words; }
    void edge() { all.text += seam; } // of an element
    void attribute(std::string_view name, std::string_view value) {
        const std::optional<std::string_view> address = behind_scheme(value);
        const std::string_view local = name.substr(name.find(':') + 1); // npos + 1 is 0
        if (name.starts_with("xmlns") || local == "type") {
            for_programs(value);
        } else if (markup == Markup::corpus) {
            (holds_schema_words(name) ? other : shown).text.append(address.value_or(value)).append("\n");
        } else if (address && is_among(links, local)) {
            shown.text.append(*address).append("\n");
        } else {
            const bool is_shown = is_among(shown_attributes, local) || name.starts_with("data-");
            (is_shown ? shown : other).text.append(value).append("\n");
        }
    }
    void hidden(std::string_view words) { shown.text.append(words).append("\n"); }
    void for_programs(std::string_view words) { other.text.append(words).append("\n"); }

    // "application/ld+json": keys and types are schema.org's, all else is the report's.
    void linked_data(std::string_view script) {
        const nlohmann::json parsed = nlohmann::json::parse(script, nullptr, false);
        if (parsed.is_discarded()) {
            hidden(script);
            return;
        }
        const nlohmann::json flat = parsed.flatten();
        for (const auto& [path, value] : flat.items()) {
            const std::string key = path.substr(path.rfind('/') + 1);
            const std::string said = value.is_string() ? value.get<std::string>() : value.dump();
            const bool is_word = key.starts_with('@') ? key == "@value" : true;
            is_word ? hidden(behind_scheme(said).value_or(said)) : for_programs(said);
            for_programs(path);
        }
    }

    std::vector<Reading> finish(const std::string& where) {
        all.where = where;
        shown.where = "an attribute or a remark in " + where;
        other.where = shown.where;
        other.kind = Reading::Kind::vocabulary;
        return {std::move(all), std::move(shown), std::move(other)};
    }

private:
    Markup markup;
    Reading all;
    Reading shown;
    Reading other;
};

// Of XMP, of an EPUB's package and of a DOCX's properties: whether a text stands in a property for readers, not in one
// for programs.
bool is_said_to_readers(pugi::xml_node node) {
    constexpr std::array<std::string_view, 3> not_words = {"dc:format", "dc:language", "dc:date"};
    for (; node; node = node.parent()) {
        const std::string_view name = node.name();
        if (name.starts_with("dc:") || name.starts_with("cp:") || name == "pdf:Keywords") {
            return !is_among(not_words, name);
        }
    }
    return false;
}

struct Walker : pugi::xml_tree_walker {
    explicit Walker(Markup what) : markup(what), gathering(what) {}

    Markup markup;
    Gathering gathering;
    bool for_each(pugi::xml_node& node) override {
        switch (node.type()) {
        case pugi::node_pcdata:
        case pugi::node_cdata:
            if (markup == Markup::data && !is_said_to_readers(node)) {
                gathering.for_programs(node.value());
                break;
            }
            if (node.previous_sibling()) { // whose end is an edge too
                gathering.edge();
            }
            gathering.text(node.value());
            break;
        case pugi::node_comment:
            gathering.hidden(node.value());
            break;
        case pugi::node_pi:
        case pugi::node_declaration:
        case pugi::node_doctype:
            gathering.for_programs(node.value());
            break;
        default:
            gathering.edge();
            for (const pugi::xml_attribute& attribute : node.attributes()) {
                if (std::string_view(attribute.name()) == "content" && is_for_programs(node)) {
                    gathering.for_programs(attribute.value());
                } else {
                    gathering.attribute(attribute.name(), attribute.value());
                }
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
        return std::vector<Reading>(); // read as the attribute that it is
    }
    const bool is_svg = kind.find("svg") != std::string_view::npos;
    return read_part(is_svg ? "within.svg" : "within", without_base64(address.substr(comma + 1)))
        .map([&](std::vector<Reading> readings) {
            for (Reading& reading : readings) {
                reading.where = "a picture in " + where;
            }
            return readings;
        });
}

std::string attribute_of(const xmlNode& element, std::string_view name) {
    for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
        if (text_of(attribute->name) == name) {
            return attribute_value(attribute);
        }
    }
    return {};
}

bool is_for_programs(const xmlNode& element) {
    return !attribute_of(element, "http-equiv").empty() ||
           is_among(said_to_programs, std::string_view(attribute_of(element, "name")));
}

// Text of the page, or of a style or script in it.
void gather_text(const xmlNode& node, Gathering& gathering) {
    const std::string_view parent = node.parent == nullptr ? std::string_view() : text_of(node.parent->name);
    const std::string_view words = text_of(node.content);
    if (parent == "script" && attribute_of(*node.parent, "type") == "application/ld+json") {
        gathering.linked_data(words);
    } else if (parent == "script" || parent == "style") {
        gathering.for_programs(words);
    } else {
        if (node.prev != nullptr) { // whose end is an edge too
            gathering.edge();
        }
        gathering.text(words);
    }
}

} // namespace

Result<std::vector<Reading>> read_xml(std::string_view bytes, const std::string& where, Markup markup) {
    pugi::xml_document document;
    constexpr unsigned everything = pugi::parse_full | pugi::parse_ws_pcdata;
    if (const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), everything); !parsed) {
        return surroundings_failed({}, fmt::format("{} isn't well-formed XML: {}", where, parsed.description()));
    }
    Walker walker(markup);
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
    Gathering gathering(Markup::format);
    std::vector<Reading> within;
    for (const xmlNode* node = document->children; node != nullptr; node = after(node)) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            gather_text(*node, gathering);
        } else if (node->type == XML_ELEMENT_NODE) {
            gathering.edge();
            const bool to_programs = is_for_programs(*node);
            for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
                const std::string value = attribute_value(attribute);
                if (value.starts_with("data:")) {
                    Result<std::vector<Reading>> data = read_data(value, where);
                    if (!data) {
                        return data;
                    }
                    std::move(data->begin(), data->end(), std::back_inserter(within));
                }
                const std::string_view name = text_of(attribute->name);
                if (to_programs && name == "content") {
                    gathering.for_programs(value);
                } else {
                    gathering.attribute(name, value);
                }
            }
        } else if (node->type != XML_DTD_NODE) {
            gathering.hidden(text_of(node->content));
        }
    }
    std::vector<Reading> readings = gathering.finish(where);
    std::move(within.begin(), within.end(), std::back_inserter(readings));
    return readings;
}

} // namespace rapporteur::withheld
