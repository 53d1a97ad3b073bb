#include "pandoc/css.hpp"

#include <array>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::Ink;
using style::TextStyleName;

constexpr const char* sans = "Inter, system-ui, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
constexpr const char* serif = "\"EB Garamond\", \"Iowan Old Style\", \"Palatino Linotype\", Palatino, Georgia, serif";

// A text of the style source as the rules name it: "$lead_family", "$lead_size".
struct Named {
    TextStyleName text;
    const char* name;
};
constexpr std::array<Named, 19> named = {{{TextStyleName::body, "body"},
                                          {TextStyleName::lead, "lead"},
                                          {TextStyleName::remark, "remark"},
                                          {TextStyleName::imprint, "imprint"},
                                          {TextStyleName::citation, "citation"},
                                          {TextStyleName::list, "list"},
                                          {TextStyleName::heading_1, "heading_1"},
                                          {TextStyleName::heading_2, "heading_2"},
                                          {TextStyleName::heading_3, "heading_3"},
                                          {TextStyleName::table, "table"},
                                          {TextStyleName::table_header, "table_header"},
                                          {TextStyleName::caption, "caption"},
                                          {TextStyleName::note, "note"},
                                          {TextStyleName::figure_label, "figure_label"},
                                          {TextStyleName::contents_1, "contents"},
                                          {TextStyleName::index, "index"},
                                          {TextStyleName::cover_title, "cover_title"},
                                          {TextStyleName::cover_subtitle, "cover_subtitle"},
                                          {TextStyleName::cover_holder, "cover_holder"}}};

constexpr std::array<std::pair<const char*, Ink>, style::ink_count> inks = {{{"text", Ink::text},
                                                                             {"muted", Ink::muted},
                                                                             {"rule", Ink::rule},
                                                                             {"accent", Ink::accent},
                                                                             {"second", Ink::second},
                                                                             {"tint", Ink::tint},
                                                                             {"paper", Ink::paper},
                                                                             {"on_accent", Ink::on_accent}}};

std::string in_ems(double size, double of) {
    return fmt::format("{:.3f}em", size / of);
}

// A family and what stands in for it: faces like that of the text, or those like that of tables.
std::string family_of(const style::Style& style, TextStyleName name) {
    const bool is_like_text = style[name].family == style[TextStyleName::body].family;
    return fmt::format("\"{}\", {}", style[name].family, is_like_text ? serif : sans);
}

std::string features_of(const style::TextStyle& text) {
    std::string css;
    for (const std::string& feature : text.features) {
        const bool is_off = feature.starts_with('-');
        css += fmt::format("{}\"{}\"{}", css.empty() ? "" : ", ", feature.substr(is_off ? 1 : 0), is_off ? " 0" : "");
    }
    return css.empty() ? "normal" : css;
}

const char* alignment_of(const style::TextStyle& text) {
    switch (text.setting) {
    case style::Setting::justified:
        return "justify";
    case style::Setting::centred:
        return "center";
    case style::Setting::ragged:
        break;
    }
    return "start";
}

std::string value_in(const CssValues& values, const std::string& name) {
    std::string value;
    for (const auto& [known, given] : values) {
        value = known == name ? given : value;
    }
    return value;
}

// What each text of the style looks like; its ink as `values` have "$ink_accent".
CssValues looks_of(const style::Style& style, const CssValues& values) {
    CssValues looks;
    for (const auto& [text, name] : named) {
        const style::TextStyle& look = style[text];
        const std::string prefix = fmt::format("${}_", name);
        looks.emplace_back(prefix + "family", family_of(style, text));
        looks.emplace_back(prefix + "weight", std::to_string(look.weight));
        looks.emplace_back(prefix + "slant", look.italic ? "italic" : "normal");
        looks.emplace_back(prefix + "size", in_ems(look.size, style[TextStyleName::body].size));
        looks.emplace_back(prefix + "in_table", in_ems(look.size, style[TextStyleName::table].size));
        looks.emplace_back(prefix + "ink",
                           value_in(values, fmt::format("$ink_{}", inks.at(static_cast<std::size_t>(look.ink)).first)));
        // What a text is, all but its size, which screens may take another measure for.
        looks.emplace_back(prefix + "look", fmt::format("font-family: {}; font-weight: {}; font-style: {}; color: {};",
                                                        family_of(style, text), look.weight,
                                                        look.italic ? "italic" : "normal", looks.back().second));
    }
    return looks;
}

CssValues values_of(const style::Style& style) {
    const style::TextStyle& body = style[TextStyleName::body];
    CssValues values = {
        {"$serif", family_of(style, TextStyleName::body)},
        {"$sans", family_of(style, TextStyleName::table)},
        {"$body_leading", fmt::format("{:.2f}", body.leading / body.size + 0.1)}, // screens are wider than the page
        {"$table_of_many", fmt::format("{:.3f}em", 0.85 * style[TextStyleName::table].size / body.size)},
        {"$body_features", features_of(body)},
        {"$body_alignment", alignment_of(body)},
        {"$body_hyphens", body.hyphenate ? "auto" : "manual"},
        {"$table_features", features_of(style[TextStyleName::table])},
        {"$acronym_caps", style.acronym_features.empty() ? "normal" : "all-small-caps"},
    };
    for (const auto& [name, ink] : inks) {
        values.emplace_back(fmt::format("${}", name), style::hexadecimal(style[ink]));
    }
    return values;
}

bool is_name_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

} // namespace

std::string_view text_rules() {
    return R"(p { margin: 0; hyphens: $body_hyphens; -webkit-hyphens: $body_hyphens; -epub-hyphens: $body_hyphens; orphans: 2; widows: 2; }
p + p { text-indent: 1.3em; }
h1, h2, h3, h4 { line-height: 1.25; text-align: start; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none;
  break-after: avoid; page-break-after: avoid; }
.address { hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
.unbroken { white-space: nowrap; }
.acronym { font-variant-caps: $acronym_caps; letter-spacing: 0.02em; }
h1 .acronym, h2 .acronym, h3 .acronym, table .acronym, figcaption .acronym, nav .acronym, .imprint .acronym,
.acronym:lang(zh), .acronym:lang(ja) { font-variant-caps: normal;
  letter-spacing: normal; }
.lead p { $lead_look font-size: $lead_size; line-height: 1.4; text-align: start; margin: 0.2em 0 1.1em; }
.remark p { $remark_look font-size: $remark_size; line-height: 1.45; text-align: start; text-indent: 0; margin: 0 0 1em; }
.imprint p { $imprint_look font-size: $imprint_size; text-align: start; text-indent: 0; margin: 0 0 0.8em; }
.citation p { $citation_look font-size: $citation_size; text-align: start; text-indent: -1.3em; margin: 0 0 0.6em; margin-inline-start: 1.3em;
  overflow-wrap: anywhere; }
ul, ol { margin: 0.4em 0 0.8em; padding: 0; padding-inline-start: 1.2em; }
li { margin: 0.2em 0; }
section li { $list_look font-size: $list_size; }
table { $table_look font-size: $table_size; line-height: 1.4; border-collapse: collapse; width: 100%;
  margin: 1.2em 0 1.8em; font-feature-settings: $table_features; }
caption { $caption_look font-size: $caption_in_table; text-align: start; padding: 0 0 0.5em; }
th, td { text-align: start; vertical-align: top; padding: 0.45em 0; padding-inline-end: 1em; border-bottom: 1px solid $hairline;
  hyphens: auto; -webkit-hyphens: auto; overflow-wrap: break-word; }
thead th { hyphens: manual; -webkit-hyphens: manual; word-break: keep-all; }
.whole, td.end { white-space: nowrap; hyphens: manual; -webkit-hyphens: manual; }
.facts td, .breakable { overflow-wrap: anywhere; }
th { $table_header_look font-size: $table_header_in_table; }
td p, th p { text-align: start; text-indent: 0; }
thead th { border-bottom: 2px solid $heavy; vertical-align: bottom; }
tr { break-inside: avoid; page-break-inside: avoid; }
.facts th { width: 30%; }
.end { text-align: end; }
.wide { font-size: $table_of_many; }
.wide th, .wide td { padding-inline-end: 0.6em; }
.centre { text-align: center; }
figure { margin: 1.4em 0; break-inside: avoid; page-break-inside: avoid; }
figcaption { $caption_look font-size: $caption_size; line-height: 1.4; margin-top: 0.6em; }
.index ul { list-style: none; padding: 0; }
.index li { $index_look font-size: $index_size; padding-inline-start: 1.2em; text-indent: -1.2em; }
sup { line-height: 0; font-size: 0.7em; }
.note-call, .note-back { text-decoration: none; }
.notes { margin-top: 2.2em; font-size: $note_size; line-height: 1.4; }
.notes::before { content: ""; display: block; width: 5em; border-top: 1px solid $hairline; margin-bottom: 0.8em; }
.note p { $note_look text-align: start; text-indent: -1.6em; margin: 0.4em 0; margin-inline-start: 1.6em; overflow-wrap: break-word; }
.note-back { display: inline-block; width: 1.6em; text-indent: 0; }
@media (max-width: 40em) {
  .wide { font-size: $table_size; }
  .stacks td, .facts td { white-space: normal; }
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
    const CssValues looks = looks_of(style, values);
    values.insert(values.begin(), looks.begin(), looks.end()); // own ones count more
    std::string out;
    while (!css.empty()) {
        const std::size_t dollar = std::min(css.find('$'), css.size());
        out += css.substr(0, dollar);
        css.remove_prefix(dollar);
        std::size_t end = std::min<std::size_t>(1, css.size());
        while (end < css.size() && is_name_letter(css[end])) {
            ++end;
        }
        const std::string name(css.substr(0, end));
        out += value_in(values, name);
        css.remove_prefix(end);
    }
    return out;
}

} // namespace rapporteur::pandoc
