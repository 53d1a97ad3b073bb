#include "images/kind.hpp"
#include "images/svg_references.hpp"
#include "images/svg_vocabulary.hpp"
#include "support/base64.hpp"
#include "support/xml_escape.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace rapporteur::images {

namespace {

constexpr std::string_view root_names =
    R"( xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")";

bool needs_link(std::string_view element) {
    return element == "image" || element == "use" || element == "feImage" || element == "textPath";
}

// The bytes behind "data:image/png;base64,"; nothing where it is coded otherwise.
std::optional<std::string> embedded_in(std::string_view address) {
    const std::size_t comma = address.find(',');
    if (comma == std::string_view::npos || address.substr(0, comma).find(";base64") == std::string_view::npos) {
        return std::nullopt;
    }
    return from_base64(address.substr(comma + 1));
}

// As a message may print it.
std::string shown(std::string_view address) {
    constexpr std::size_t most = 80;
    return std::string(address.substr(0, most)) + (address.size() > most ? "…" : "");
}

// One pass over the tree: what it leaves out may have been all that referred to something else.
class Pass {
public:
    Pass(const xmlNode* of, const RebuildEmbedded& how) : root(of), rebuild(how), references(of) {}

    tl::expected<RebuiltSvg, SvgFault> write() {
        const xmlNode* node = root;
        while (node != nullptr) {
            const bool goes_in = enter(*node);
            if (goes_in && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
                node = node->children;
                continue;
            }
            leave(*node, goes_in);
            while (node != root && node->next == nullptr) {
                node = node->parent;
                leave(*node, true);
            }
            node = node == root ? nullptr : node->next;
        }
        return fault ? tl::expected<RebuiltSvg, SvgFault>(tl::unexpected(*fault)) : std::move(made);
    }

private:
    bool enter(const xmlNode& node) {
        if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) {
            if (!open.empty() && holds_svg_text(open.back())) {
                close_tag();
                made.bytes += escaped(text_of(node));
            }
            return false;
        }
        const std::string_view name = svg_name(node);
        if (name == "foreignObject") {
            made.left_out.emplace_back("text of a web page (foreignObject)");
        }
        if (!is_svg_element(name) || (&node != root && references.shows_nothing(node))) {
            return false;
        }
        if (name == "style") {
            write_style_sheet(node);
            return false;
        }
        std::optional<std::string> attributes = attributes_of(node, name);
        if (!attributes) {
            return false;
        }
        close_tag();
        // A link draws as a group does.
        const bool is_in_text = std::find(open.begin(), open.end(), "text") != open.end();
        open.emplace_back(name == "a" ? (is_in_text ? "tspan" : "g") : name);
        made.bytes += "<" + open.back() + (&node == root ? std::string(root_names) : std::string()) + *attributes;
        is_tag_open = true;
        return true;
    }

    void leave(const xmlNode& node, bool was_entered) {
        if (!was_entered || node.type != XML_ELEMENT_NODE) {
            return;
        }
        if (is_tag_open) {
            made.bytes += "/>";
            is_tag_open = false;
        } else {
            made.bytes += "</" + open.back() + ">";
        }
        open.pop_back();
    }

    void close_tag() {
        made.bytes += is_tag_open ? ">" : "";
        is_tag_open = false;
    }

    void write_style_sheet(const xmlNode& element) {
        std::string css;
        for (const xmlNode* child = element.children; child != nullptr; child = child->next) {
            for (const Rule& rule : rules_of(text_of(*child))) {
                css += rule.selectors + "{" + to_css(rule.declarations) + "}";
            }
        }
        if (!css.empty()) {
            close_tag();
            made.bytes += "<style>" + escaped(css) + "</style>";
        }
    }

    // Nothing where the element draws only what its link leads to, and that is left out.
    std::optional<std::string> attributes_of(const xmlNode& element, std::string_view name) {
        std::string written;
        bool has_link = false;
        for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
            const std::string called = svg_name(*attribute);
            std::optional<std::string> value = value_of(*attribute);
            if (called == "href") {
                value = name == "a" ? std::nullopt : link(name, *value);
                has_link = has_link || value.has_value();
            } else if (called == "id") {
                value = references.is_id_used(*value) ? value : std::nullopt;
            } else if (called == "class") {
                value = classes_of(*value);
            } else if (called == "style") {
                value = to_css(declarations_of(*value));
            } else if (!is_svg_attribute(called) || !is_safe_value(*value)) {
                value = std::nullopt;
            }
            if (value && (!value->empty() || is_svg_attribute(called))) {
                written += fmt::format(" {}=\"{}\"", called == "href" ? "xlink:href" : called, escaped(*value));
            }
        }
        return needs_link(name) && !has_link ? std::nullopt : std::optional(written);
    }

    std::string classes_of(std::string_view names) const {
        std::string kept;
        for (std::size_t at = names.find_first_not_of(" \t\r\n"); at < names.size();
             at = names.find_first_not_of(" \t\r\n", at)) {
            const std::size_t end = std::min(names.find_first_of(" \t\r\n", at), names.size());
            if (references.is_class_used(names.substr(at, end - at))) {
                kept.append(kept.empty() ? "" : " ").append(names.substr(at, end - at));
            }
            at = end;
        }
        return kept;
    }

    std::optional<std::string> link(std::string_view element, const std::string& address) {
        if (address.starts_with('#')) {
            return address;
        }
        if (!address.starts_with("data:")) {
            made.left_out.push_back(fmt::format("{} linked from “{}”",
                                                element == "image" || element == "feImage" ? "a picture" : "a part",
                                                shown(address)));
            return std::nullopt;
        }
        const std::optional<std::string> bytes = embedded_in(address);
        const Kind kind = bytes ? kind_of(*bytes) : Kind::other;
        if (kind != Kind::jpeg && kind != Kind::png) {
            made.left_out.emplace_back("a picture within it that is neither a JPEG nor a PNG");
            return std::nullopt;
        }
        const tl::expected<std::string, std::string> rebuilt = rebuild(*bytes);
        if (!rebuilt) {
            fault = SvgFault{fmt::format("holds a picture that {}", rebuilt.error()),
                             "save the drawing again with a good one"};
            return std::nullopt;
        }
        return fmt::format("data:image/{};base64,{}", kind_of(*rebuilt) == Kind::jpeg ? "jpeg" : "png",
                           base64(*rebuilt));
    }

    const xmlNode* root;
    const RebuildEmbedded& rebuild;
    SvgReferences references;
    RebuiltSvg made;
    std::vector<std::string> open; // elements
    bool is_tag_open = false;
    std::optional<SvgFault> fault;
};

} // namespace

tl::expected<RebuiltSvg, SvgFault> rebuilt_svg(const std::string& bytes, const RebuildEmbedded& rebuild) {
    constexpr int most_passes = 100; // each leaves out what only the one before referred to
    RebuiltSvg last{bytes, {}};
    std::vector<std::string> left_out;
    for (int pass = 0; pass < most_passes; ++pass) {
        const tl::expected<SvgTree, SvgFault> tree = read_svg(last.bytes);
        if (!tree) {
            return tl::unexpected(tree.error());
        }
        tl::expected<RebuiltSvg, SvgFault> next = Pass(xmlDocGetRootElement(tree->get()), rebuild).write();
        if (!next) {
            return next;
        }
        if (pass == 0) {
            left_out = next->left_out;
        }
        const bool is_settled = next->bytes == last.bytes;
        last = std::move(*next);
        if (is_settled) {
            break;
        }
    }
    last.left_out = std::move(left_out);
    return last;
}

} // namespace rapporteur::images
