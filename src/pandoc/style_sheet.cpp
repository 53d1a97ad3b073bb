#include "pandoc/style_sheet.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::TextStyleName;

std::string family(const style::Style& style, TextStyleName name, const char* generic) {
    return fmt::format("font-family: \"{}\", {};", style[name].family, generic);
}

double relative(const style::Style& style, TextStyleName name) {
    return style[name].size / style[TextStyleName::body].size;
}

} // namespace

std::string style_sheet(const style::Style& style) {
    const style::TextStyle& body = style[TextStyleName::body];
    const std::string accent = style::hexadecimal(style[style::Ink::accent]);
    const std::string sans = family(style, TextStyleName::table, "sans-serif");
    const std::string display = family(style, TextStyleName::heading_1, "sans-serif");
    std::string css;
    css += fmt::format("body {{ {} line-height: {:.2f}; margin: 0 5%; font-feature-settings: \"onum\"; }}\n",
                       family(style, TextStyleName::body, "serif"), body.leading / body.size);
    css += "p { margin: 0; text-align: justify; hyphens: auto; }\np + p { text-indent: 1.3em; }\n";
    css += fmt::format(
        "h1, h2, h3 {{ {} line-height: 1.2; hyphens: none; text-align: left; break-after: avoid; color: {}; }}\n",
        display, accent);
    css += fmt::format("h1 {{ font-size: {:.2f}em; font-weight: {}; margin: 1.2em 0 0.6em; }}\n",
                       relative(style, TextStyleName::heading_1), style[TextStyleName::heading_1].weight);
    css += fmt::format("h2 {{ font-size: {:.2f}em; font-weight: {}; margin: 1.4em 0 0.3em; }}\n",
                       relative(style, TextStyleName::heading_2) * 1.1, style[TextStyleName::heading_2].weight);
    css += fmt::format("a {{ color: {}; text-decoration: underline; text-decoration-thickness: 0.05em; }}\n", accent);
    css += ".acronym { font-variant-caps: all-small-caps; letter-spacing: 0.03em; }\n";
    css +=
        fmt::format(".lead p {{ font-style: italic; font-size: {:.2f}em; text-align: left; margin: 0.3em 0 0.9em; }}\n",
                    relative(style, TextStyleName::lead));
    css += fmt::format(
        ".remark p, .imprint p {{ {} font-size: {:.2f}em; text-align: left; text-indent: 0; margin: 0 0 0.7em; }}\n",
        sans, relative(style, TextStyleName::table) * 1.08);
    css += ".citation p { text-align: left; text-indent: -1.3em; margin-left: 1.3em; margin-bottom: 0.4em; }\n";
    css += fmt::format("table {{ {} font-size: 0.82em; border-collapse: collapse; width: 100%; margin: 1em 0 1.4em; "
                       "font-feature-settings: \"tnum\"; }}\n",
                       sans);
    css += "caption { text-align: left; font-weight: 600; padding: 0.2em 0 0.4em; }\n";
    css += "th, td { text-align: start; vertical-align: top; padding: 0.35em 0.6em; border-bottom: 1px solid; "
           "border-color: currentColor; }\n";
    css += "th { font-weight: 600; }\nthead th { border-bottom-width: 2px; }\ntr { break-inside: avoid; }\n";
    css += "ul, ol { margin: 0.3em 0; padding-inline-start: 1.3em; }\nli { margin: 0.1em 0; }\n";
    css += ".index ul { list-style: none; padding: 0; }\n.index li { padding-inline-start: 1.2em; text-indent: -1.2em; "
           "}\n";
    css += ".figure { margin: 1.2em 0; break-inside: avoid; }\n.figure p { text-indent: 0; }\n.figure img { max-width: "
           "100%; height: auto; }\n";
    css += fmt::format(".figure-caption p {{ {} font-size: 0.82em; font-weight: 600; text-align: left; }}\n", sans);
    css += ".titlepage { margin-top: 15%; }\n.titlepage h1 { font-size: 2em; }\n.titlepage p { text-indent: 0; }\n";
    css += ".footnotes { font-size: 0.85em; margin-top: 2em; }\n";
    css += "a.footnote-ref { vertical-align: super; font-size: 0.7em; line-height: 1; text-decoration: none; }\n";
    css += "nav ol { list-style: none; padding-inline-start: 0; }\n";
    css +=
        "@media (prefers-color-scheme: dark) { h1, h2, h3, a { color: inherit; } .figure img { background: #fff; } }\n";
    return css;
}

} // namespace rapporteur::pandoc
