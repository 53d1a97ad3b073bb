#include "pdf/references.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace rapporteur::pdf {

using typeset::ElementId;
using typeset::ElementType;

std::vector<Reference> references_of(const typeset::Layout& layout, std::span<const InternalLink> links) {
    std::unordered_map<std::string_view, ElementId> places;
    for (const typeset::Destination& destination : layout.destinations) {
        places.emplace(destination.id, destination.element);
    }
    const std::vector<typeset::Element>& elements = layout.structure.elements;
    std::vector<Reference> references;
    for (const InternalLink& link : links) {
        const ElementId around = elements[link.element].parent;
        const bool refers =
            elements[around].type == ElementType::contents_item || elements[around].type == ElementType::reference;
        const auto place = refers ? places.find(link.target) : places.end();
        if (place == places.end()) {
            continue;
        }
        references.emplace_back(around, place->second);
        if (elements[place->second].type == ElementType::note) {
            references.emplace_back(place->second, around);
        }
    }
    std::sort(references.begin(), references.end());
    references.erase(std::unique(references.begin(), references.end()), references.end());
    return references;
}

} // namespace rapporteur::pdf
