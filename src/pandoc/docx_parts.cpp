#include "pandoc/docx_parts.hpp"

#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

namespace rapporteur::pandoc {

namespace {

// Seen from word/document.xml.
std::string target_of(const std::string& name) {
    constexpr std::string_view folder = "word/";
    return name.compare(0, folder.size(), folder) == 0 ? name.substr(folder.size()) : "/" + name;
}

void relate(pugi::xml_node relations, const DocxPart& part) {
    pugi::xml_node relation = relations.append_child("Relationship");
    set_attribute(relation, "Id", part.id);
    set_attribute(relation, "Type", std::string(relations_namespace) + "/" + part.relationship);
    set_attribute(relation, "Target", target_of(part.name));
}

void declare_type(pugi::xml_node types, const DocxPart& part) {
    if (!part.content_type.empty()) {
        pugi::xml_node type = types.append_child("Override");
        set_attribute(type, "PartName", "/" + part.name);
        set_attribute(type, "ContentType", part.content_type);
    }
}

} // namespace

Result<void> put_parts(Package& package, std::vector<DocxPart> parts) {
    PackagePart* relations = package.find("word/_rels/document.xml.rels");
    PackagePart* types = package.find("[Content_Types].xml");
    pugi::xml_document relations_tree;
    pugi::xml_document types_tree;
    if (relations == nullptr || types == nullptr || !parse(relations_tree, relations->bytes) ||
        !parse(types_tree, types->bytes)) {
        return surroundings_failed("pandoc", "the DOCX that it made lacks its relations or content types");
    }
    std::vector<PackagePart> added;
    for (DocxPart& part : parts) {
        if (PackagePart* known = package.find(part.name)) {
            known->bytes = std::move(part.bytes);
            continue;
        }
        if (!part.relationship.empty()) {
            relate(relations_tree.document_element(), part);
        }
        declare_type(types_tree.document_element(), part);
        added.push_back({part.name, std::move(part.bytes)});
    }
    relations->bytes = print(relations_tree);
    types->bytes = print(types_tree);
    std::move(added.begin(), added.end(), std::back_inserter(package.parts));
    return {};
}

} // namespace rapporteur::pandoc
