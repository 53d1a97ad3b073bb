#include "pdf/structure_tree.hpp"

#include "pdf/names.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

using typeset::Element;
using typeset::ElementId;
using typeset::ElementType;
using typeset::Kid;

std::string_view scope_name(typeset::Scope scope) {
    switch (scope) {
    case typeset::Scope::column:
        return "Column";
    case typeset::Scope::row:
        return "Row";
    case typeset::Scope::both:
        return "Both";
    case typeset::Scope::none:
        break;
    }
    return {};
}

class StructureWriter {
public:
    StructureWriter(ObjectWriter& with, const Conventions& as, const typeset::StructureTree& what,
                    std::span<const Reference> between, std::span<const PageLinks> written)
        : writer(with), conventions(as), tree(what), pages(written), references(between), ids(what.elements.size(), 0),
          contents_of(written.size()) {}

    Result<WrittenStructure> write() {
        root = writer.reserve();
        if (Result<void> written = write_namespaces(); !written) {
            return tl::unexpected(written.error());
        }
        reserve_ids();
        for (ElementId element = 0; element < tree.elements.size(); ++element) {
            if (ids[element] != 0) {
                if (Result<void> written = write_element(element); !written) {
                    return tl::unexpected(written.error());
                }
            }
        }
        const Result<ObjectId> parents = write_parent_tree();
        if (!parents) {
            return tl::unexpected(parents.error());
        }
        std::sort(named.begin(), named.end());
        const Result<ObjectId> names = write_name_tree(writer, named);
        if (!names) {
            return tl::unexpected(names.error());
        }
        const std::uint32_t next_key =
            static_cast<std::uint32_t>(parent_entries.empty() ? 0 : parent_entries.back().first + 1);
        const std::string id_tree = named.empty() ? std::string() : "/IDTree " + reference(*names);
        if (Result<void> written = writer.write(
                root, fmt::format("<</Type/StructTreeRoot/K {}/ParentTree {}/ParentTreeNextKey {}{}{}>>",
                                  reference(ids[0]), reference(*parents), next_key, id_tree, types_told()));
            !written) {
            return tl::unexpected(written.error());
        }
        return WrittenStructure{root, std::move(ids)};
    }

private:
    Result<void> write_namespaces() {
        for (const std::string_view space : conventions.namespaces) {
            const ObjectId id = writer.reserve();
            if (Result<void> written = writer.write(id, "<</Type/Namespace/NS" + text_string(space) + ">>"); !written) {
                return written;
            }
            namespaces.push_back(reference(id));
        }
        return {};
    }

    // The namespaces, and what their new types are to a reader that knows none.
    std::string types_told() const {
        if (namespaces.empty()) {
            return {};
        }
        std::string told = "/RoleMap<</Title/P/FENote/Note>>/Namespaces[";
        for (const std::string& space : namespaces) {
            told += space + " ";
        }
        return told + "]";
    }

    // Elements that joined the tree; the others were measured with, never shown.
    void reserve_ids() {
        ids[0] = writer.reserve();
        for (const Element& element : tree.elements) {
            for (const Kid& kid : element.kids) {
                if (kid.kind == Kid::Kind::element) {
                    ids[kid.value] = writer.reserve();
                }
            }
        }
    }

    void append_kid(std::string& out, const Kid& kid, ElementId element, std::uint32_t home) {
        switch (kid.kind) {
        case Kid::Kind::element:
            append_reference(out, ids[kid.value]);
            break;
        case Kid::Kind::content: {
            std::vector<ElementId>& contents = contents_of[kid.sequence];
            if (contents.size() <= kid.value) {
                contents.resize(std::size_t{kid.value} + 1, 0);
            }
            contents[kid.value] = element;
            if (kid.sequence == home) {
                append_integer(out, kid.value);
            } else {
                out += fmt::format("<</Type/MCR/Pg {}/MCID {}>>", reference(pages[kid.sequence].page), kid.value);
            }
            break;
        }
        case Kid::Kind::annotation: {
            const PageLinks& page = pages[kid.sequence];
            link_parents.emplace_back(page.struct_parents + 1 + kid.value, element);
            out += fmt::format("<</Type/OBJR/Pg {}/Obj {}>>", reference(page.page),
                               reference(page.first_link + kid.value));
            break;
        }
        }
        out.push_back(' ');
    }

    Result<void> write_element(ElementId id) {
        const Element& element = tree.elements[id];
        std::string& out = room;
        out = "<</Type/StructElem/S/";
        const StructureType type = conventions.type_of(element.type);
        out += type.name;
        if (!namespaces.empty()) {
            out += "/NS " + namespaces[type.space];
        }
        out += "/P ";
        append_reference(out, id == 0 ? root : ids[element.parent]);
        const auto first_content = std::find_if(element.kids.begin(), element.kids.end(),
                                                [](const Kid& kid) { return kid.kind == Kid::Kind::content; });
        std::uint32_t home = UINT32_MAX;
        if (first_content != element.kids.end()) {
            home = first_content->sequence;
            out += "/Pg ";
            append_reference(out, pages[home].page);
        }
        append_attributes(out, element, id);
        append_references(out, id);
        if (!element.kids.empty()) {
            out += "/K[";
            for (const Kid& kid : element.kids) {
                append_kid(out, kid, id, home);
            }
            out += ']';
        }
        out += ">>";
        return writer.write(ids[id], out);
    }

    void append_references(std::string& out, ElementId id) {
        const auto first = std::lower_bound(references.begin(), references.end(), Reference(id, 0));
        if (first == references.end() || first->first != id) {
            return;
        }
        out += "/Ref[";
        for (auto next = first; next != references.end() && next->first == id; ++next) {
            out += reference(ids[next->second]) + " ";
        }
        out += ']';
    }

    void append_attributes(std::string& out, const Element& element, ElementId id) {
        const typeset::Attributes& attributes = tree.attributes[element.attributes];
        if (!attributes.language.empty()) {
            out += "/Lang" + text_string(attributes.language);
        }
        if (!attributes.alternative.empty()) {
            out += "/Alt" + text_string(attributes.alternative);
        }
        if (!attributes.actual_text.empty()) {
            out += "/ActualText" + text_string(attributes.actual_text);
        }
        if (!attributes.id.empty()) {
            out += "/ID" + literal_string(attributes.id);
            named.emplace_back(attributes.id, reference(ids[id]));
        }
        if (element.type == ElementType::table_header || element.type == ElementType::table_data) {
            append_cell_attributes(out, element, attributes);
        } else if (element.type == ElementType::list) {
            out += attributes.ordered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>";
        } else if (element.type == ElementType::figure) {
            append_box(out, attributes);
        } else if (element.type == ElementType::note && conventions.refers) {
            out += "/A<</O/FENote/NoteType/Footnote>>";
        }
    }

    static void append_cell_attributes(std::string& out, const Element& element,
                                       const typeset::Attributes& attributes) {
        std::string cell;
        if (element.scope != typeset::Scope::none) {
            cell += fmt::format("/Scope/{}", scope_name(element.scope));
        }
        if (element.column_span > 1) {
            cell += fmt::format("/ColSpan {}", element.column_span);
        }
        if (!attributes.headers.empty()) {
            cell += "/Headers[";
            for (const std::string& header : attributes.headers) {
                cell += literal_string(header);
            }
            cell += ']';
        }
        if (!cell.empty()) {
            out += "/A<</O/Table" + cell + ">>";
        }
    }

    void append_box(std::string& out, const typeset::Attributes& attributes) const {
        const double height = pages[attributes.box_sequence].height;
        out += "/A<</O/Layout/Placement/Block/BBox[";
        for (const double edge : {double{attributes.box[0]}, height - double{attributes.box[3]},
                                  double{attributes.box[2]}, height - double{attributes.box[1]}}) {
            append_number(out, edge);
            out.push_back(' ');
        }
        out += "]>>";
    }

    Result<ObjectId> write_parent_tree() {
        std::sort(link_parents.begin(), link_parents.end());
        auto link = link_parents.begin();
        for (std::size_t sequence = 0; sequence < pages.size(); ++sequence) {
            std::string parents = "[";
            for (const ElementId element : contents_of[sequence]) {
                append_reference(parents, ids[element]);
                parents.push_back(' ');
            }
            contents_of[sequence] = {};
            const std::uint32_t key = pages[sequence].struct_parents;
            parent_entries.emplace_back(key, parents + "]");
            for (; link != link_parents.end() && link->first <= key + pages[sequence].links; ++link) {
                parent_entries.emplace_back(link->first, reference(ids[link->second]));
            }
        }
        return write_number_tree(writer, parent_entries);
    }

    ObjectWriter& writer;
    const Conventions& conventions;
    const typeset::StructureTree& tree;
    std::span<const PageLinks> pages;
    std::span<const Reference> references;
    std::vector<std::string> namespaces; // references to them
    std::vector<ObjectId> ids;
    std::vector<std::vector<ElementId>> contents_of; // by page and MCID
    std::vector<std::pair<std::uint32_t, ElementId>> link_parents;
    std::vector<std::pair<std::string, std::string>> named;
    std::vector<std::pair<std::uint32_t, std::string>> parent_entries;
    ObjectId root = 0;
    std::string room;
};

} // namespace

Result<WrittenStructure> write_structure(ObjectWriter& writer, const Conventions& conventions,
                                         const typeset::StructureTree& tree, std::span<const Reference> references,
                                         std::span<const PageLinks> pages) {
    return StructureWriter(writer, conventions, tree, references, pages).write();
}

} // namespace rapporteur::pdf
