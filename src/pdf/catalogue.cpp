#include "pdf/catalogue.hpp"

#include "pdf/names.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

constexpr std::size_t pages_in_a_node = 200;

// The page's rectangle, `beyond` points larger at each side (ISO 32000-1, 14.11.2).
void append_box(std::string& value, std::string_view name, const WrittenPage& page, float beyond) {
    value += fmt::format("/{}[", name);
    const double out = double{beyond};
    for (const double edge : {-out, -out, double{page.width} + out, page.links.height + out}) {
        append_number(value, edge);
        value.push_back(' ');
    }
    value.back() = ']';
}

Result<void> write_page(ObjectWriter& writer, const WrittenPage& page, ObjectId node, ObjectId resources) {
    std::string value = fmt::format("<</Type/Page/Parent {}/Resources {}/Contents {}", reference(node),
                                    reference(resources), reference(page.content));
    append_box(value, "MediaBox", page, page.margin);
    if (page.margin > 0) {
        append_box(value, "BleedBox", page, page.bleed);
        append_box(value, "TrimBox", page, 0);
    }
    value += fmt::format("/StructParents {}/Tabs/S", page.links.struct_parents);
    if (page.links.links > 0) {
        value += "/Annots[";
        for (std::uint32_t at = 0; at < page.links.links; ++at) {
            value += reference(page.links.first_link + at) + " ";
        }
        value += ']';
    }
    return writer.write(page.links.page, value + ">>");
}

std::string page_labels(std::span<const typeset::PageLabelRange> ranges) {
    std::string labels = "<</Nums[";
    for (const typeset::PageLabelRange& range : ranges) {
        labels += fmt::format("{}<<", range.from);
        if (range.numbering != typeset::Numbering::none) {
            labels += range.numbering == typeset::Numbering::roman ? "/S/r" : "/S/D";
            labels += fmt::format("/St {}", range.first);
        }
        labels += range.prefix.empty() ? "" : "/P" + text_string(range.prefix);
        labels += ">>";
    }
    return labels + "]>>";
}

} // namespace

Result<ObjectId> write_page_tree(ObjectWriter& writer, std::span<const WrittenPage> pages,
                                 std::span<const std::uint32_t> order, ObjectId resources) {
    const ObjectId root = writer.reserve();
    std::string nodes;
    for (std::size_t from = 0; from < order.size(); from += pages_in_a_node) {
        const std::size_t to = std::min(from + pages_in_a_node, order.size());
        const ObjectId node = writer.reserve();
        std::string kids;
        for (std::size_t at = from; at < to; ++at) {
            const std::uint32_t sequence = order[at];
            if (Result<void> written = write_page(writer, pages[sequence], node, resources); !written) {
                return tl::unexpected(written.error());
            }
            kids += reference(pages[sequence].links.page) + " ";
        }
        if (Result<void> written = writer.write(
                node, fmt::format("<</Type/Pages/Parent {}/Count {}/Kids[{}]>>", reference(root), to - from, kids));
            !written) {
            return tl::unexpected(written.error());
        }
        nodes += reference(node) + " ";
    }
    if (Result<void> written =
            writer.write(root, fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", order.size(), nodes));
        !written) {
        return tl::unexpected(written.error());
    }
    return root;
}

Result<ObjectId> write_destinations(ObjectWriter& writer, const Conventions& conventions,
                                    std::span<const typeset::Destination> destinations,
                                    std::span<const WrittenPage> pages, std::span<const ObjectId> elements) {
    std::vector<std::pair<std::string, std::string>> entries;
    entries.reserve(destinations.size());
    for (const typeset::Destination& destination : destinations) {
        const WrittenPage& page = pages[destination.sequence];
        std::string place = "/XYZ null ";
        append_number(place, page.links.height - double{destination.y});
        std::string target = "[" + reference(page.links.page) + place + " null]";
        if (conventions.refers) {
            target =
                fmt::format("<</S/GoTo/D{}/SD[{}{} null]>>", target, reference(elements[destination.element]), place);
        }
        entries.emplace_back(destination.id, std::move(target));
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const auto& one, const auto& other) { return one.first == other.first; }),
                  entries.end());
    return write_name_tree(writer, entries);
}

Result<ObjectId> write_catalogue(ObjectWriter& writer, const CatalogueParts& parts, const Description& description,
                                 std::span<const typeset::PageLabelRange> labels) {
    const ObjectId id = writer.reserve();
    std::string value =
        fmt::format("<</Type/Catalog/Pages {}/Outlines {}/StructTreeRoot {}/Metadata {}/OutputIntents[{}]",
                    reference(parts.pages), reference(parts.outline), reference(parts.structure),
                    reference(parts.metadata), reference(parts.output_intent));
    value += fmt::format("/Names<</Dests {}", reference(parts.destinations));
    value += parts.embedded_files == 0 ? ">>" : fmt::format("/EmbeddedFiles {}>>", reference(parts.embedded_files));
    value += parts.associated_files.empty() ? "" : "/AF[" + parts.associated_files + "]";
    value += "/PageLabels" + page_labels(labels);
    value += "/MarkInfo<</Marked true>>/PageMode/UseOutlines/Lang" + text_string(description.language);
    value += "/ViewerPreferences<</DisplayDocTitle true";
    value += description.two_sided ? "/Duplex/DuplexFlipLongEdge" : "";
    value += description.right_to_left ? "/Direction/R2L>>>>" : ">>>>";
    if (Result<void> written = writer.write(id, value); !written) {
        return tl::unexpected(written.error());
    }
    return id;
}

} // namespace rapporteur::pdf
