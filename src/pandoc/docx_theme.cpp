#include "pandoc/docx_theme.hpp"

#include "pandoc/docx_xml.hpp"
#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::Ink;

constexpr const char* drawing_namespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

// A theme has twelve colours; a house has fewer, so that its accents come twice.
constexpr std::pair<const char*, Ink> colours[] = {
    {"dk1", Ink::text},       {"lt1", Ink::paper},      {"dk2", Ink::accent},    {"lt2", Ink::tint},
    {"accent1", Ink::accent}, {"accent2", Ink::second}, {"accent3", Ink::muted}, {"accent4", Ink::rule},
    {"accent5", Ink::accent}, {"accent6", Ink::second}, {"hlink", Ink::accent},  {"folHlink", Ink::muted},
};

// Plain fills, lines and no effects: what a schema asks for (ECMA-376 part 1, 20.1.4.1.14) and the house doesn't use.
constexpr const char* plain_format = R"(<a:fmtScheme name="Plain"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst>)"
                                     R"(<a:lnStyleLst>{line}{line}{line}</a:lnStyleLst>)"
                                     R"(<a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>)"
                                     R"(<a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme>)";

std::string faces(const char* kind, const std::string& family) {
    return fmt::format(R"(<a:{0}><a:latin typeface="{1}"/><a:ea typeface=""/><a:cs typeface="{1}"/></a:{0}>)", kind,
                       escaped(family));
}

} // namespace

std::string docx_theme(const style::Style& style) {
    const std::string name = escaped(style.name);
    std::string theme = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    theme += fmt::format(R"(<a:theme xmlns:a="{}" name="{}"><a:themeElements><a:clrScheme name="{}">)",
                         drawing_namespace, name, name);
    for (const auto& [slot, ink] : colours) {
        theme += fmt::format(R"(<a:{0}><a:srgbClr val="{1}"/></a:{0}>)", slot, hex_of(style, ink));
    }
    theme += fmt::format(R"(</a:clrScheme><a:fontScheme name="{}">)", name);
    theme += faces("majorFont", style[style::TextStyleName::heading_1].family);
    theme += faces("minorFont", style[style::TextStyleName::body].family);
    theme += "</a:fontScheme>";
    theme += fmt::format(fmt::runtime(plain_format),
                         fmt::arg("fill", R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"),
                         fmt::arg("line", R"(<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"),
                         fmt::arg("effect", "<a:effectStyle><a:effectLst/></a:effectStyle>"));
    return theme + "</a:themeElements></a:theme>";
}

} // namespace rapporteur::pandoc
