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

// Standard structure types (14.8.4).
std::string_view type_name(ElementType type) {
    switch (type) {
    case ElementType::document:
        return "Document";
    case ElementType::part:
        return "Part";
    case ElementType::section:
        return "Sect";
    case ElementType::heading_1:
        return "H1";
    case ElementType::heading_2:
        return "H2";
    case ElementType::heading_3:
        return "H3";
    case ElementType::heading_4:
        return "H4";
    case ElementType::heading_5:
        return "H5";
    case ElementType::heading_6:
        return "H6";
    case ElementType::paragraph:
        return "P";
    case ElementType::list:
        return "L";
    case ElementType::list_item:
        return "LI";
    case ElementType::label:
        return "Lbl";
    case ElementType::list_body:
        return "LBody";
    case ElementType::table:
        return "Table";
    case ElementType::table_head:
        return "THead";
    case ElementType::table_body:
        return "TBody";
    case ElementType::table_row:
        return "TR";
    case ElementType::table_header:
        return "TH";
    case ElementType::table_data:
        return "TD";
    case ElementType::caption:
        return "Caption";
    case ElementType::figure:
        return "Figure";
    case ElementType::note:
        return "Note";
    case ElementType::reference:
        return "Reference";
    case ElementType::contents:
        return "TOC";
    case ElementType::contents_item:
        return "TOCI";
    case ElementType::index:
        return "Index";
    case ElementType::link:
        return "Link";
    case ElementType::span:
        return "Span";
    case ElementType::block_quote:
        return "BlockQuote";
    }
    return "NonStruct";
}

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
    StructureWriter(ObjectWriter& with, const typeset::StructureTree& what, std::span<const PageLinks> written)
        : writer(with), tree(what), pages(written), ids(what.elements.size(), 0), contents_of(written.size()) {}

    Result<ObjectId> write() {
        root = writer.reserve();
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
            return parents;
        }
        std::sort(named.begin(), named.end());
        const Result<ObjectId> names = write_name_tree(writer, named);
        if (!names) {
            return names;
        }
        const std::uint32_t next_key =
            static_cast<std::uint32_t>(parent_entries.empty() ? 0 : parent_entries.back().first + 1);
        const std::string id_tree = named.empty() ? std::string() : "/IDTree " + reference(*names);
        if (Result<void> written =
                writer.write(root, fmt::format("<</Type/StructTreeRoot/K {}/ParentTree {}/ParentTreeNextKey {}{}>>",
                                               reference(ids[0]), reference(*parents), next_key, id_tree));
            !written) {
            return tl::unexpected(written.error());
        }
        return root;
    }

private:
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
            out += reference(ids[kid.value]);
            break;
        case Kid::Kind::content: {
            std::vector<ElementId>& contents = contents_of[kid.sequence];
            if (contents.size() <= kid.value) {
                contents.resize(std::size_t{kid.value} + 1, 0);
            }
            contents[kid.value] = element;
            out += kid.sequence == home
                       ? fmt::format("{}", kid.value)
                       : fmt::format("<</Type/MCR/Pg {}/MCID {}>>", reference(pages[kid.sequence].page), kid.value);
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
        out += type_name(element.type);
        out += "/P " + reference(id == 0 ? root : ids[element.parent]);
        const auto first_content = std::find_if(element.kids.begin(), element.kids.end(),
                                                [](const Kid& kid) { return kid.kind == Kid::Kind::content; });
        std::uint32_t home = UINT32_MAX;
        if (first_content != element.kids.end()) {
            home = first_content->sequence;
            out += "/Pg " + reference(pages[home].page);
        }
        append_attributes(out, element, id);
        if (!element.kids.empty()) {
            out += "/K[";
            for (const Kid& kid : element.kids) {
                append_kid(out, kid, id, home);
            }
            out += "]";
        }
        out += ">>";
        return writer.write(ids[id], out);
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
            cell += "]";
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
                parents += reference(ids[element]);
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
    const typeset::StructureTree& tree;
    std::span<const PageLinks> pages;
    std::vector<ObjectId> ids;
    std::vector<std::vector<ElementId>> contents_of; // by page and MCID
    std::vector<std::pair<std::uint32_t, ElementId>> link_parents;
    std::vector<std::pair<std::string, std::string>> named;
    std::vector<std::pair<std::uint32_t, std::string>> parent_entries;
    ObjectId root = 0;
    std::string room;
};

} // namespace

Result<ObjectId> write_structure(ObjectWriter& writer, const typeset::StructureTree& tree,
                                 std::span<const PageLinks> pages) {
    return StructureWriter(writer, tree, pages).write();
}

} // namespace rapporteur::pdf
