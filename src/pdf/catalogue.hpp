#pragma once

// The document as a whole: page tree, destinations, page labels, catalogue (ISO 32000-1, 7.7).

#include "pdf/object_writer.hpp"
#include "pdf/pdf.hpp"
#include "pdf/structure_tree.hpp"

#include <span>

namespace rapporteur::pdf {

struct WrittenPage {
    PageLinks links;
    ObjectId content = 0;
    float width = 0;
    float bleed = 0;
    float margin = 0;
};

Result<ObjectId> write_page_tree(ObjectWriter& writer, std::span<const WrittenPage> pages,
                                 std::span<const std::uint32_t> order, ObjectId resources);
// Each leads to a place on a page; where the standard knows structure destinations, to its element too.
Result<ObjectId> write_destinations(ObjectWriter& writer, const Conventions& conventions,
                                    std::span<const typeset::Destination> destinations,
                                    std::span<const WrittenPage> pages, std::span<const ObjectId> elements);

struct CatalogueParts {
    ObjectId pages = 0;
    ObjectId destinations = 0;
    ObjectId outline = 0;
    ObjectId structure = 0;
    ObjectId metadata = 0;
    ObjectId output_intent = 0;
    ObjectId embedded_files = 0; // 0 for none
    std::string associated_files;
};

Result<ObjectId> write_catalogue(ObjectWriter& writer, const CatalogueParts& parts, const Description& description,
                                 std::span<const typeset::PageLabelRange> labels);

} // namespace rapporteur::pdf
