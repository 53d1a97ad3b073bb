#include "document/digits.hpp"
#include "typeset/blocks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

struct Locator {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string target; // of the first
};

// Page numbers without doubles, neighbours drawn together: 3–5.
std::vector<Locator> locators_of(const std::vector<std::string>& targets, const PageNumbers& pages) {
    std::vector<Locator> found;
    for (const std::string& target : targets) {
        if (const auto page = pages.find(target); page != pages.end()) {
            found.push_back({page->second, page->second, target});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Locator& one, const Locator& other) { return one.first < other.first; });
    std::vector<Locator> drawn;
    for (Locator& next : found) {
        if (!drawn.empty() && next.first <= drawn.back().last + 1) {
            drawn.back().last = std::max(drawn.back().last, next.last);
        } else {
            drawn.push_back(std::move(next));
        }
    }
    return drawn;
}

document::Inlines with_locators(const document::IndexEntry& entry, const PageNumbers& pages,
                                const document::Labels& labels) {
    document::Inlines line = entry.term;
    for (const Locator& locator : locators_of(entry.targets, pages)) {
        document::Text comma;
        comma.text = labels.comma;
        line.emplace_back(comma);
        document::Text number;
        number.text = document::in_digits(locator.first, labels);
        if (locator.last != locator.first) {
            number.text += "–" + document::in_digits(locator.last, labels);
        }
        number.link = "#" + locator.target;
        line.emplace_back(number);
    }
    return line;
}

} // namespace

Result<void> set_index(Compositor& compositor, const document::Index& index, const PageNumbers& pages,
                       const Flow& flow) {
    constexpr TextStyleName name = TextStyleName::index;
    const ElementId element = compositor.structure.make(ElementType::index, flow.section);
    const double hang = compositor.style[name].indent;
    for (const document::IndexEntry& entry : index.entries) {
        flow.galley.begin_item();
        const ElementId line = compositor.structure.make(ElementType::paragraph, element);
        compositor.structure.tell(line, entry.facts);
        const Passage passage = compositor.passages.make(with_locators(entry, pages, compositor.document.labels),
                                                         {name, line, flow.language});
        const Slot slot{line, flow.language, passage.right_to_left ? 0 : hang, compositor.measure() - hang};
        Result<std::vector<Slab>> slabs = compositor.set_text(passage, {name, -hang, true, false}, slot);
        if (!slabs) {
            return tl::unexpected(slabs.error());
        }
        compositor.add_block(flow.galley, std::move(*slabs), name);
    }
    return {};
}

} // namespace rapporteur::typeset
