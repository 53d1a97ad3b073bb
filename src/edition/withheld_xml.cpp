#include "edition/withheld_xml.hpp"

#include "xml/xml.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

namespace rapporteur::edition {

namespace {

using corpus::Audience;

// Who may read an element, where it says so or is of those that stay in the house unless they say otherwise.
Audience audience_of(const pugi::xml_node& element) {
    const std::string_view said = element.attribute("audience").value();
    const std::string_view name = element.name();
    const bool stays_in_the_house = name == "contact" || name == "talkingPoint" || name == "accepted";
    if (said == "internal" || (said.empty() && stays_in_the_house)) {
        return Audience::internal;
    }
    return said == "donor" ? Audience::donor : Audience::everyone;
}

// Where tags begin, in lines and in bytes of a line from 1, as the places of a corpus are.
class Places {
public:
    explicit Places(const std::string& bytes) {
        for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1)) {
            lines.push_back(at + 1);
        }
    }

    bool is_kept(const pugi::xml_node& locator, const Kept& kept) const {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(locator.offset_debug() - 1, 0));
        const auto next = std::upper_bound(lines.begin(), lines.end(), offset);
        return kept.locator(static_cast<std::uint32_t>(next - lines.begin()),
                            static_cast<std::uint32_t>(offset - *(next - 1) + 1));
    }

private:
    std::vector<std::size_t> lines = {0}; // where each begins
};

bool is_kept(const pugi::xml_node& node, const Places& places, const Kept& kept) {
    if (node.type() == pugi::node_comment) {
        return kept.audience == Audience::internal;
    }
    if (node.type() == pugi::node_pi) { // where the schema is, and nothing that a person may have written
        return kept.audience == Audience::internal || std::string_view(node.name()) == "xml-model";
    }
    if (node.type() != pugi::node_element) {
        return true;
    }
    const std::string_view name = node.name();
    const std::string_view around = node.parent().name();
    if (name == "source" && around == "sources") {
        return kept.source(node.attribute("id").value());
    }
    if (name == "locator" && around == "source") {
        return places.is_kept(node, kept);
    }
    if (name == "partner" && around == "partners") {
        return kept.partner(node.attribute("id").value());
    }
    if (name == "include") {
        return kept.included(node.attribute("href").value());
    }
    if (name == "fundingTotal") {
        return kept.total(node.attribute("year").as_int(), node.attribute("currency").value());
    }
    if (const pugi::xml_attribute consent = node.attribute("consent"); consent && !kept.agreed(consent.value())) {
        return false;
    }
    return audience_of(node) <= kept.audience;
}

bool is_white_space(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata &&
           std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// With the white space before it, so that no empty line stays behind.
void remove(pugi::xml_node node) {
    pugi::xml_node parent = node.parent();
    const pugi::xml_node before = node.previous_sibling();
    if (is_white_space(before) && (is_white_space(node.next_sibling()) || !node.next_sibling())) {
        parent.remove_child(before);
    }
    parent.remove_child(node);
}

bool holds_an_element(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) {
            return true;
        }
    }
    return false;
}

// These may be left out whole, but not be empty.
bool is_list(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name == "introduction" || name == "glossary" || name == "sources";
}

bool leads_nowhere(const pugi::xml_node& node, const Kept& kept) {
    return std::string_view(node.name()) == "see" && !kept.partner(node.attribute("partner").value());
}

// Its words stay.
void unlink(pugi::xml_node see) {
    pugi::xml_node around = see.parent();
    for (pugi::xml_node words = see.first_child(); words; words = see.first_child()) {
        around.insert_move_before(words, see);
    }
    around.remove_child(see);
}

// Says where a schema lies on the machine of who keeps the corpus.
bool is_schema_path(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    return name.ends_with(":schemaLocation") || name.ends_with(":noNamespaceSchemaLocation");
}

bool forget_schema_paths(pugi::xml_node element) {
    bool any = false;
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        any = (is_schema_path(attribute) && element.remove_attribute(attribute)) || any;
        attribute = next;
    }
    return any;
}

// Takes out what isn't kept, and says whether there was anything.
bool take_out(pugi::xml_document& document, const Places& places, const Kept& kept) {
    std::vector<pugi::xml_node> unwanted;
    std::vector<pugi::xml_node> astray;
    std::vector<pugi::xml_node> waiting = {document.root()};
    const bool has_forgotten = kept.audience < Audience::internal && forget_schema_paths(document.document_element());
    while (!waiting.empty()) {
        const pugi::xml_node node = waiting.back();
        waiting.pop_back();
        for (const pugi::xml_node child : node.children()) {
            if (leads_nowhere(child, kept)) {
                astray.push_back(child);
            } else if (is_kept(child, places, kept)) {
                waiting.push_back(child);
            } else {
                unwanted.push_back(child);
            }
        }
    }
    std::vector<pugi::xml_node> lists; // looked at once nothing more is taken out of them
    for (const pugi::xml_node node : unwanted) {
        const pugi::xml_node around = node.parent();
        if (is_list(around) && std::find(lists.begin(), lists.end(), around) == lists.end()) {
            lists.push_back(around);
        }
        remove(node);
    }
    for (const pugi::xml_node list : lists) {
        if (!holds_an_element(list)) {
            remove(list);
        }
    }
    for (const pugi::xml_node see : astray) {
        unlink(see);
    }
    return has_forgotten || !unwanted.empty() || !astray.empty();
}

} // namespace

std::string without_withheld(std::string bytes, const Kept& kept) {
    pugi::xml_document document;
    xml::read(document, bytes, pugi::parse_full | pugi::parse_ws_pcdata);
    if (!take_out(document, Places(bytes), kept)) {
        return bytes;
    }
    xml::bind_names(document);
    std::ostringstream out;
    for (const pugi::xml_node node : document.children()) {
        node.print(out, "", pugi::format_raw, pugi::encoding_utf8);
        out << '\n';
    }
    return out.str();
}

} // namespace rapporteur::edition
