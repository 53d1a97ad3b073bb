#include "pandoc/docx_order.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace rapporteur::pandoc {

namespace {

using Order = std::span<const std::string_view>;

// CT_PPr
constexpr std::string_view paragraph_order[] = {
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
};

// EG_RPrBase
constexpr std::string_view run_order[] = {
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:smallCaps",
    "w:strike",
    "w:dstrike",
    "w:outline",
    "w:shadow",
    "w:emboss",
    "w:imprint",
    "w:noProof",
    "w:snapToGrid",
    "w:vanish",
    "w:webHidden",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:em",
    "w:lang",
    "w:eastAsianLayout",
    "w:specVanish",
    "w:oMath",
    "w14:numForm",
    "w14:numSpacing",
};

// CT_TblPr
constexpr std::string_view table_order[] = {
    "w:tblStyle",  "w:tblpPr",     "w:tblOverlap",     "w:bidiVisual", "w:tblStyleRowBandSize", "w:tblStyleColBandSize",
    "w:tblW",      "w:jc",         "w:tblCellSpacing", "w:tblInd",     "w:tblBorders",          "w:shd",
    "w:tblLayout", "w:tblCellMar", "w:tblLook",        "w:tblCaption", "w:tblDescription",
};

// CT_TcPr
constexpr std::string_view cell_order[] = {
    "w:cnfStyle", "w:tcW",   "w:gridSpan",      "w:hMerge",    "w:vMerge", "w:tcBorders", "w:shd",
    "w:noWrap",   "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
};

// CT_SectPr
constexpr std::string_view section_order[] = {
    "w:headerReference", "w:footerReference", "w:footnotePr",    "w:endnotePr", "w:type",      "w:pgSz",     "w:pgMar",
    "w:paperSrc",        "w:pgBorders",       "w:lnNumType",     "w:pgNumType", "w:cols",      "w:formProt", "w:vAlign",
    "w:noEndnote",       "w:titlePg",         "w:textDirection", "w:bidi",      "w:rtlGutter", "w:docGrid",
};

// CT_Style
constexpr std::string_view style_order[] = {
    "w:name",       "w:aliases",    "w:basedOn",        "w:next",    "w:link",       "w:autoRedefine", "w:hidden",
    "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:locked",     "w:rsid",         "w:pPr",
    "w:rPr",        "w:tblPr",      "w:trPr",           "w:tcPr",    "w:tblStylePr",
};

// CT_TblStylePr
constexpr std::string_view table_style_part_order[] = {"w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"};

constexpr std::pair<std::string_view, Order> orders[] = {
    {"w:rPr", run_order},
    {"w:pPr", paragraph_order},
    {"w:tcPr", cell_order},
    {"w:tblPr", table_order},
    {"w:sectPr", section_order},
    {"w:style", style_order},
    {"w:tblStylePr", table_style_part_order},
};

const Order* order_of(std::string_view element) {
    if (element.empty() || (element.back() != 'r' && element.back() != 'e')) { // most are none of these
        return nullptr;
    }
    const auto* found =
        std::find_if(std::begin(orders), std::end(orders), [&](const auto& one) { return one.first == element; });
    return found == std::end(orders) ? nullptr : &found->second;
}

bool may_recur(std::string_view name) {
    return name == "w:headerReference" || name == "w:footerReference" || name == "w:tblStylePr";
}

void put_in_order(pugi::xml_node properties, const Order& order) {
    std::vector<std::pair<std::ptrdiff_t, pugi::xml_node>> children;
    for (const pugi::xml_node& child : properties.children()) {
        const auto place = std::find(order.begin(), order.end(), std::string_view(child.name()));
        children.emplace_back(place - order.begin(), child);
    }
    const auto before = [](const auto& one, const auto& other) { return one.first < other.first; };
    if (!std::is_sorted(children.begin(), children.end(), before)) {
        std::stable_sort(children.begin(), children.end(), before);
        for (const auto& [place, child] : children) {
            properties.append_move(child);
        }
    }
    for (pugi::xml_node child = properties.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        const std::string_view name = child.name();
        if (next && name == next.name() && !may_recur(name)) {
            properties.remove_child(next);
        } else {
            child = next;
        }
    }
}

} // namespace

void order_properties(const pugi::xml_node& root) {
    pugi::xml_node at = root;
    while (at) {
        if (const Order* order = order_of(at.name())) {
            put_in_order(at, *order);
        }
        pugi::xml_node next = at.first_child();
        while (!next && at != root) {
            next = at.next_sibling();
            at = at.parent();
        }
        at = next;
    }
}

} // namespace rapporteur::pandoc
