#include "typeset/structure.hpp"

namespace rapporteur::typeset {

Structure::Structure() : attached{true} {
    tree.elements.emplace_back();
    tree.elements[root].type = ElementType::document;
    tree.attributes.emplace_back();
}

ElementId Structure::make(ElementType type, ElementId parent) {
    const auto id = static_cast<ElementId>(tree.elements.size());
    Element element;
    element.type = type;
    element.parent = parent;
    tree.elements.push_back(std::move(element));
    attached.push_back(false);
    return id;
}

Attributes& Structure::attributes(ElementId element) {
    std::uint32_t& index = tree.elements[element].attributes;
    if (index == 0) {
        index = static_cast<std::uint32_t>(tree.attributes.size());
        tree.attributes.emplace_back();
    }
    return tree.attributes[index];
}

void Structure::attach(ElementId element) {
    if (!attached[element]) {
        const ElementId parent = tree.elements[element].parent;
        attach(parent);
        attached[element] = true;
        tree.elements[parent].kids.push_back({Kid::Kind::element, element, 0});
    }
}

void Structure::add_content(ElementId element, std::uint32_t sequence, std::uint32_t mcid) {
    attach(element);
    tree.elements[element].kids.push_back({Kid::Kind::content, mcid, sequence});
}

void Structure::add_annotation(ElementId element, std::uint32_t sequence, std::uint32_t number) {
    attach(element);
    tree.elements[element].kids.push_back({Kid::Kind::annotation, number, sequence});
}

void Structure::tell(ElementId element, const document::FactNumbers& facts) {
    if (!facts.empty()) {
        told.push_back({element, facts});
    }
}

} // namespace rapporteur::typeset
