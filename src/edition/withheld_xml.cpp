#include "edition/withheld_xml.hpp"

#include "edition/written_xml.hpp"
#include "xml/xml.hpp"

#include <algorithm>
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
    if (node.type() != pugi::node_element) { // words; what else there is isn't written
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

// Says where a schema lies on the machine of who keeps the corpus, or binds a prefix, which may be any word.
bool is_of_the_author(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    return name.ends_with(":schemaLocation") || name.ends_with(":noNamespaceSchemaLocation") || name == "xmlns" ||
           name.starts_with("xmlns:");
}

struct PathsAndPrefixesForgotten : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (is_of_the_author(attribute)) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
        return true;
    }
};

// Takes out what isn't kept, and says whether there was anything.
bool take_out(pugi::xml_document& document, const Places& places, const Kept& kept) {
    std::vector<pugi::xml_node> unwanted;
    std::vector<pugi::xml_node> astray;
    std::vector<pugi::xml_node> waiting = {document.root()};
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
        node.parent().remove_child(node);
    }
    for (const pugi::xml_node list : lists) {
        if (!holds_an_element(list)) {
            list.parent().remove_child(list);
        }
    }
    for (const pugi::xml_node see : astray) {
        unlink(see);
    }
    return !unwanted.empty();
}

} // namespace

std::optional<Filtered> without_withheld(const std::string& bytes, const Kept& kept) {
    pugi::xml_document document;
    if (!xml::read(document, bytes)) {
        return std::nullopt;
    }
    Filtered filtered;
    filtered.withholds = take_out(document, Places(bytes), kept);
    PathsAndPrefixesForgotten forgetting;
    document.traverse(forgetting);
    xml::bind_names(document);
    filtered.bytes = written_xml(document);
    return filtered;
}

} // namespace rapporteur::edition
