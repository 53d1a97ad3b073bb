#include "images/svg_tree.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

namespace rapporteur::images {

namespace {

constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr std::string_view xlink_space = "http://www.w3.org/1999/xlink";
constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

// Only what the file itself says: an entity of another file stays undeclared.
void declare_entity(void* context, const xmlChar* name, int type, const xmlChar* public_id, const xmlChar* system_id,
                    xmlChar* content) {
    if (type == XML_INTERNAL_GENERAL_ENTITY) {
        xmlSAX2EntityDecl(context, name, type, public_id, system_id, content);
    }
}

xmlParserInputPtr resolve_none(void*, const xmlChar*, const xmlChar*) {
    return nullptr;
}

void read_no_subset(void*, const xmlChar*, const xmlChar*, const xmlChar*) {}

std::string first_line(std::string_view message) {
    return std::string(message.substr(0, message.find('\n')));
}

SvgFault fault_of(const xmlParserCtxt* context) {
    const xmlError* error = xmlCtxtGetLastError(const_cast<xmlParserCtxt*>(context)); // which only reads it
    const std::string message = error == nullptr || error->message == nullptr ? "it is no XML" : error->message;
    const int code = error == nullptr ? 0 : error->code;
    if (code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY) {
        return {fmt::format("can't be drawn: {}, in the drawing itself", first_line(message)),
                "export it from your drawing program as a plain SVG"};
    }
    if (code == XML_ERR_ENTITY_LOOP || code == XML_ERR_INTERNAL_ERROR) {
        return {fmt::format("can't be drawn: {}", first_line(message)), "make it simpler, or make it a PNG"};
    }
    return {fmt::format("is damaged: {}, at its line {}", first_line(message), error == nullptr ? 0 : error->line),
            "copy it again from where it came"};
}

// Then libxml2's bounds, which a photo within a drawing may well exceed, protect from nothing. In another encoding,
// nobody knows.
bool is_free_of_entities(std::string_view bytes) {
    const std::string_view declaration = bytes.substr(0, bytes.find('>'));
    const bool is_utf_8 = declaration.find("encoding") == std::string_view::npos ||
                          declaration.find("utf-8") != std::string_view::npos ||
                          declaration.find("UTF-8") != std::string_view::npos;
    return is_utf_8 && bytes.find("<!ENTITY") == std::string_view::npos;
}

constexpr int deepest = 250; // rsvg-convert reads no more than 256

bool is_deeper_than_drawn(const xmlNode* root) {
    int depth = 0;
    for (const xmlNode* node = root; node != nullptr && depth <= deepest;) {
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            ++depth;
            continue;
        }
        while (node != root && node->next == nullptr) {
            node = node->parent;
            --depth;
        }
        node = node == root ? nullptr : node->next;
    }
    return depth > deepest;
}

bool is_undeclared_entity(const xmlParserCtxt* context) {
    const xmlError* error = xmlCtxtGetLastError(const_cast<xmlParserCtxt*>(context));
    return error != nullptr && (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY);
}

} // namespace

tl::expected<SvgTree, SvgFault> read_svg(const std::string& bytes) {
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    context->sax->entityDecl = declare_entity;
    context->sax->resolveEntity = resolve_none;
    context->sax->externalSubset = read_no_subset;
    const int bounds = is_free_of_entities(bytes) ? XML_PARSE_HUGE : 0;
    const int options =
        XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | bounds;
    SvgTree tree(
        xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
    if (!tree || is_undeclared_entity(context.get())) {
        return tl::unexpected(fault_of(context.get()));
    }
    const xmlNode* root = xmlDocGetRootElement(tree.get());
    if (root == nullptr || svg_name(*root) != "svg") {
        return tl::unexpected(SvgFault{fmt::format("can't be drawn: its root isn't <svg xmlns=\"{}\">", svg_space),
                                       "export it from your drawing program as an SVG"});
    }
    if (is_deeper_than_drawn(root)) {
        return tl::unexpected(
            SvgFault{fmt::format("can't be drawn: its elements stand more than {} deep in each other", deepest),
                     "make it simpler, or make it a PNG"});
    }
    for (const xmlNode* node = root; node != nullptr; node = after(node, root)) {
        if (node->type == XML_ENTITY_REF_NODE) {
            return tl::unexpected(SvgFault{
                fmt::format("can't be drawn: Entity '{}' not defined, in the drawing itself", view(node->name)),
                "export it from your drawing program as a plain SVG"});
        }
    }
    return tree;
}

std::string_view svg_name(const xmlNode& node) {
    const bool is_svg = node.type == XML_ELEMENT_NODE && node.ns != nullptr && view(node.ns->href) == svg_space;
    return is_svg ? view(node.name) : std::string_view();
}

std::string svg_name(const xmlAttr& attribute) {
    const std::string_view name = view(attribute.name);
    if (attribute.ns == nullptr) {
        return std::string(name);
    }
    const std::string_view space = view(attribute.ns->href);
    if (space == xml_space) {
        return fmt::format("xml:{}", name);
    }
    return space == xlink_space && name == "href" ? std::string(name) : std::string();
}

std::string value_of(const xmlAttr& attribute) {
    std::string value;
    for (const xmlNode* part = attribute.children; part != nullptr; part = part->next) {
        value += text_of(*part);
    }
    return value;
}

std::string_view text_of(const xmlNode& node) {
    return view(node.content);
}

std::string attribute_of(const xmlNode& element, std::string_view name) {
    for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
        if (svg_name(*attribute) == name) {
            return value_of(*attribute);
        }
    }
    return {};
}

const xmlNode* after(const xmlNode* node, const xmlNode* root) {
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        return node->children;
    }
    while (node != root && node->next == nullptr) {
        node = node->parent;
    }
    return node == root ? nullptr : node->next;
}

} // namespace rapporteur::images
