#include "typeset/blocks.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double deepest = 0.55; // of the text's depth on a page, so that words stand beside it

// Its words stand below it, on the same page.
Result<void> set_words(Compositor& compositor, const document::Picture& picture, ElementId figure, const Flow& flow) {
    constexpr TextStyleName name = TextStyleName::caption;
    const std::string& language = flow.language;
    const ElementId element = compositor.structure.make(ElementType::caption, figure);
    if (!compositor.structure.attributes(figure)
             .language.empty()) { // that of the alternative, which isn't the caption's
        compositor.structure.attributes(element).language = language;
    }
    const Passage passage = compositor.passages.make(picture.caption, {name, element, language});
    Result<std::vector<Slab>> slabs =
        compositor.set_text(passage, {name, 0, true, false}, {element, language, 0, compositor.measure()});
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    flow.galley.keep_with_next();
    compositor.add_block(flow.galley, std::move(*slabs), name);
    return {};
}

} // namespace

Result<void> set_picture(Compositor& compositor, const document::Picture& picture, const Flow& flow) {
    const style::Page& page = compositor.style.page;
    const double most = deepest * (page.height - page.top - page.bottom);
    const double scale = std::min({1.0, compositor.measure() / picture.width, most / picture.height});
    const ElementId element = compositor.structure.make(ElementType::figure, flow.section);
    compositor.structure.tell(element, picture.facts);
    Attributes& attributes = compositor.structure.attributes(element);
    attributes.alternative = picture.alternative;
    attributes.language = picture.language == flow.language ? std::string() : picture.language;

    Image image;
    image.width = static_cast<float>(picture.width * scale);
    image.height = static_cast<float>(picture.height * scale);
    image.origin.x = is_right_to_left(flow.language) ? compositor.measure() - static_cast<double>(image.width) : 0;
    image.raster = picture.raster;
    Slab slab;
    slab.height = static_cast<double>(image.height);
    slab.boxed = element;
    slab.box_left = image.origin.x;
    slab.box_width = static_cast<double>(image.width);
    if (!picture.id.empty()) {
        slab.anchors.push_back({picture.id, element});
    }
    slab.items.push_back({element, ArtifactKind::none, std::move(image)});
    flow.galley.space(compositor.style.grid);
    flow.galley.add(std::move(slab));
    if (!picture.caption.empty()) {
        if (Result<void> set = set_words(compositor, picture, element, flow); !set) {
            return set;
        }
    }
    flow.galley.space(compositor.style.grid);
    return {};
}

} // namespace rapporteur::typeset
