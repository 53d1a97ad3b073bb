#include "pandoc/css.hpp"

#include <array>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::Ink;
using style::TextStyleName;

std::string size_of(const style::Style& style, TextStyleName name) {
    return fmt::format("{:.3f}em", style[name].size / style[TextStyleName::body].size);
}

std::string family_of(const style::Style& style, TextStyleName name, const char* like_it) {
    return fmt::format("\"{}\", {}", style[name].family, like_it);
}

CssValues values_of(const style::Style& style) {
    constexpr const char* sans = "Inter, system-ui, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
    constexpr const char* serif =
        "\"EB Garamond\", \"Iowan Old Style\", \"Palatino Linotype\", Palatino, Georgia, serif";
    const style::TextStyle& body = style[TextStyleName::body];
    CssValues values = {
        {"$serif", family_of(style, TextStyleName::body, serif)},
        {"$sans", family_of(style, TextStyleName::table, sans)},
        {"$display", family_of(style, TextStyleName::heading_1, sans)},
        {"$body_leading", fmt::format("{:.2f}", body.leading / body.size + 0.1)}, // screens are wider than the page
        {"$heading_1", size_of(style, TextStyleName::heading_1)},
        {"$heading_2", size_of(style, TextStyleName::heading_2)},
        {"$heading_3", size_of(style, TextStyleName::heading_3)},
        {"$lead", size_of(style, TextStyleName::lead)},
        {"$table", size_of(style, TextStyleName::table)},
        {"$table_of_many", fmt::format("{:.3f}em", 0.85 * style[TextStyleName::table].size / body.size)},
        {"$note", size_of(style, TextStyleName::note)},
        {"$small", size_of(style, TextStyleName::imprint)},
        {"$heading_weight", fmt::format("{}", style[TextStyleName::heading_1].weight)},
    };
    constexpr std::array<std::pair<const char*, Ink>, style::ink_count> inks = {{{"$text", Ink::text},
                                                                                 {"$muted", Ink::muted},
                                                                                 {"$rule", Ink::rule},
                                                                                 {"$accent", Ink::accent},
                                                                                 {"$second", Ink::second},
                                                                                 {"$tint", Ink::tint},
                                                                                 {"$paper", Ink::paper},
                                                                                 {"$on_accent", Ink::on_accent}}};
    for (const auto& [name, ink] : inks) {
        values.emplace_back(name, style::hexadecimal(style[ink]));
    }
    return values;
}

bool is_name_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

} // namespace

std::string_view text_rules() {
    return R"(p { margin: 0; hyphens: auto; -webkit-hyphens: auto; -epub-hyphens: auto; orphans: 2; widows: 2; }
p + p { text-indent: 1.3em; }
h1, h2, h3, h4 { line-height: 1.25; text-align: start; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none;
  break-after: avoid; page-break-after: avoid; }
.address { hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
.unbroken { white-space: nowrap; }
.acronym { font-variant-caps: all-small-caps; letter-spacing: 0.02em; }
h1 .acronym, h2 .acronym, h3 .acronym, table .acronym, figcaption .acronym, nav .acronym, .imprint .acronym { font-variant-caps: normal;
  letter-spacing: normal; }
.lead p { font-style: italic; font-size: $lead; line-height: 1.4; text-align: start; margin: 0.2em 0 1.1em; }
.remark p { font-family: $sans; font-size: $table; line-height: 1.45; text-align: start; text-indent: 0; margin: 0 0 1em; }
.imprint p { font-size: $small; text-align: start; text-indent: 0; margin: 0 0 0.8em; }
.citation p { text-align: start; text-indent: -1.3em; margin: 0 0 0.6em; margin-inline-start: 1.3em;
  overflow-wrap: anywhere; }
ul, ol { margin: 0.4em 0 0.8em; padding: 0; padding-inline-start: 1.2em; }
li { margin: 0.2em 0; }
table { font-family: $sans; font-size: $table; line-height: 1.4; border-collapse: collapse; width: 100%;
  margin: 1.2em 0 1.8em; font-feature-settings: "tnum"; }
caption { text-align: start; font-weight: 600; padding: 0 0 0.5em; }
th, td { text-align: start; vertical-align: top; padding: 0.45em 0; padding-inline-end: 1em; border-bottom: 1px solid $hairline;
  hyphens: auto; -webkit-hyphens: auto; overflow-wrap: break-word; }
thead th { hyphens: manual; -webkit-hyphens: manual; }
.whole, td.end { white-space: nowrap; hyphens: manual; -webkit-hyphens: manual; }
.facts td, .breakable { overflow-wrap: anywhere; }
th { font-weight: 600; }
td p, th p { text-align: start; text-indent: 0; }
thead th { border-bottom: 2px solid $heavy; vertical-align: bottom; }
tr { break-inside: avoid; page-break-inside: avoid; }
.facts th { width: 30%; }
.end { text-align: end; }
.wide { font-size: $table_of_many; }
.wide th, .wide td { padding-inline-end: 0.6em; }
.centre { text-align: center; }
figure { margin: 1.4em 0; break-inside: avoid; page-break-inside: avoid; }
figcaption { font-family: $sans; font-size: $table; font-weight: 600; line-height: 1.4; margin-top: 0.6em; }
.index ul { list-style: none; padding: 0; }
.index li { padding-inline-start: 1.2em; text-indent: -1.2em; }
sup { line-height: 0; font-size: 0.7em; }
.note-call, .note-back { text-decoration: none; }
.note-call { unicode-bidi: isolate; }
.notes { margin-top: 2.2em; font-size: $note; line-height: 1.4; }
.notes::before { content: ""; display: block; width: 5em; border-top: 1px solid $hairline; margin-bottom: 0.8em; }
.note p { text-align: start; text-indent: -1.6em; margin: 0.4em 0; margin-inline-start: 1.6em; overflow-wrap: break-word; }
.note-back { display: inline-block; width: 1.6em; text-indent: 0; }
@media (max-width: 40em) {
  .wide { font-size: $table; }
  .stacks td { white-space: normal; }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .stacks, .stacks caption, .stacks tbody, .stacks tr, .stacks th, .stacks td { display: block; }
  .stacks tr { padding: 0.7em 0; border-bottom: 1px solid $hairline; }
  .stacks tbody th, .stacks td { border: 0; padding: 0.1em 0; }
  .stacks tbody th { font-size: 1.1em; padding-bottom: 0.2em; }
  .stacks td[data-head]::before { content: attr(data-head) ": "; content: attr(data-head) ": " / ""; opacity: 0.75; }
}
)";
}

std::string filled(std::string_view css, const style::Style& style, const CssValues& own) {
    CssValues values = values_of(style);
    values.insert(values.end(), own.begin(), own.end());
    std::string out;
    while (!css.empty()) {
        const std::size_t dollar = std::min(css.find('$'), css.size());
        out += css.substr(0, dollar);
        css.remove_prefix(dollar);
        std::size_t end = std::min<std::size_t>(1, css.size());
        while (end < css.size() && is_name_letter(css[end])) {
            ++end;
        }
        const std::string_view name = css.substr(0, end);
        std::string value(name);
        for (const auto& [known, given] : values) {
            value = known == name ? given : value;
        }
        out += value;
        css.remove_prefix(end);
    }
    return out;
}

} // namespace rapporteur::pandoc
