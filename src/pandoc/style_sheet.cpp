#include "pandoc/style_sheet.hpp"

#include "pandoc/css.hpp"
#include "pandoc/dark.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::TextStyleName;

constexpr std::string_view epub_rules =
    R"(body { overflow-wrap: break-word; font-family: $serif; font-weight: $body_weight; font-style: $body_slant; color: $body_ink; line-height: $body_leading; margin: 0;
  font-feature-settings: $body_features; }
p { text-align: $body_alignment; }
h1 { $heading_1_look font-size: $h1_size; line-height: 1.2; margin: 1.5em 0 0.8em; }
h2 { $heading_2_look font-size: $h2_size; margin: 1.8em 0 0.4em; }
h3 { $heading_3_look font-size: $h3_size; margin: 1.4em 0 0.3em; }
a { color: inherit; text-decoration: underline; text-decoration-color: $middle_accent; text-decoration-thickness: 0.08em;
  text-underline-offset: 0.15em; }
figure img { display: block; width: auto; height: auto; max-width: 100%; max-width: min(100%, 24em); max-height: 30em; background: #fff;
  box-shadow: 0 0 0 0.5em #fff; }
#cover-image { text-align: center; }
.titlepage { margin-top: 18%; }
.titlepage h1 { $cover_title_look font-size: $title_size; margin: 0 0 0.2em; }
.titlepage p { text-align: start; text-indent: 0; }
.titlepage .subtitle { $cover_subtitle_look font-size: $subtitle_size; margin-bottom: 2.5em; }
.titlepage .author { $cover_holder_look font-size: $holder_size; }
.titlepage .notice { font-family: $sans; font-size: $table_size; margin-top: 0.6em; }
.titlepage p + .imprint { margin-top: 5em; }
nav h2 { margin-top: 2.4em; }
nav ol { list-style: none; padding: 0; margin: 0; }
nav li { $contents_look font-size: $contents_size; margin: 0.55em 0; padding-inline-start: 1.2em; text-indent: -1.2em; }
nav a { text-decoration: none; }
)";

// Given for a light ground, and again for a dark one where the reader asks for that.
constexpr std::string_view page_colours = R"(--text: $text; --muted: $muted; --rule: $rule; --accent: $accent;
  --second: $second; --tint: $tint; --paper: $paper; --found: $found;)";

constexpr std::string_view page_rules = R"(*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: $body_ink; font-family: $serif; font-weight: $body_weight; font-style: $body_slant;
  font-size: 1.22rem; line-height: $body_leading; font-feature-settings: $body_features; font-size-adjust: 0.42; overflow-wrap: break-word; }
h1, h2, h3, h4 { text-wrap: balance; font-size-adjust: none; }
h2 { $heading_1_look font-size: $h1_size; line-height: 1.2; margin: 0 0 1rem; }
h3, section section > h2 { $heading_2_look font-size: $h2_size; margin: 2rem 0 0.4rem; }
h4 { $heading_3_look font-size: $h3_size; margin: 1.5rem 0 0.3rem; }
table, caption, figcaption, .remark, .masthead, .tools, footer { font-size-adjust: none; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--second); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--paper);
  color: var(--text); font: 600 1rem $sans; z-index: 2; }
.skip:focus { top: 1rem; }
.masthead { background: $panel; color: $on_panel; font-family: $sans; padding: 1.5rem max(1.25rem, calc(50% - 30rem)) 2.6rem; }
.masthead a { color: inherit; }
.masthead .above { display: flex; flex-wrap: wrap; gap: 0.6rem 2rem; justify-content: space-between; align-items: baseline;
  font-size: 0.95rem; }
.holder { $cover_holder_look font-size: $holder_size; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; list-style: none; margin: 0; padding: 0; }
.languages li { margin: 0; }
.languages a, .languages span { display: inline-block; padding: 0.3rem 0; }
.languages [aria-current] { font-weight: 600; }
.masthead h1 { $cover_title_look font-size: clamp(2.3rem, 8vw, $title_size); line-height: 1.08; letter-spacing: -0.01em;
  margin: clamp(2.5rem, 10vw, 6rem) 0 0.7rem; }
.masthead p { text-indent: 0; }
.masthead .subtitle { $cover_subtitle_look font-size: $subtitle_size; }
.notice { margin-top: 1rem; font-size: 0.95rem; font-weight: 600; }
.sheet { max-width: 62.5rem; margin: 0 auto; padding: 0 1.25rem; }
.tools { font-family: $sans; font-size: 0.92rem; line-height: 1.4; padding-top: 2rem; }
.tools h2 { display: inline; font-size: 0.92rem; margin: 0; }
.tools summary { cursor: pointer; padding: 0.3rem 0; color: var(--accent); }
.tools ol { list-style: none; margin: 0; padding: 0; }
.tools li { margin: 0; }
.tools li a { display: block; padding: 0.3rem 0; color: var(--text); text-decoration: none; }
.tools li a:hover { color: var(--accent); text-decoration: underline; }
.find { margin-bottom: 2rem; }
.find label { display: block; font-weight: 600; color: var(--accent); margin-bottom: 0.4rem; }
.find input { width: 100%; font: inherit; padding: 0.55rem 0.7rem; color: var(--text); background: var(--paper);
  border: 1px solid var(--muted); border-radius: 0.3rem; }
.find output { display: block; min-height: 1.4em; margin: 0.4rem 0; color: var(--muted); }
.find ol { max-height: 22rem; overflow-y: auto; }
.find ol a { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
.find small { display: block; font-size: 0.95em; color: var(--muted); }
main { max-width: 40rem; }
.part { padding-top: 3.5rem; }
.part + .part { margin-top: 3.5rem; border-top: 1px solid var(--rule); }
figure img { display: block; width: auto; height: auto; max-width: 100%; max-height: 30rem; background: #fff; }
figure svg { display: block; width: 100%; max-width: 25rem; height: auto; direction: ltr; }
figure svg text { font-family: $figure_label_family; }
.page { position: relative; display: block; }
mark { background: var(--found); color: inherit; }
.find a[aria-current="true"] { outline: 2px solid var(--second); }
footer.sheet { margin-top: 5rem; padding-top: 2rem; padding-bottom: 3rem; border-top: 1px solid var(--rule); }
footer .imprint p { max-width: 44rem; }
.fill-text { fill: var(--text); } .fill-muted { fill: var(--muted); } .fill-rule { fill: var(--rule); }
.fill-accent { fill: var(--accent); } .fill-second { fill: var(--second); } .fill-tint { fill: var(--tint); }
.fill-paper { fill: var(--paper); }
.stroke-text { stroke: var(--text); } .stroke-muted { stroke: var(--muted); } .stroke-rule { stroke: var(--rule); }
.stroke-accent { stroke: var(--accent); } .stroke-second { stroke: var(--second); } .stroke-tint { stroke: var(--tint); }
.stroke-paper { stroke: var(--paper); }
.low { padding-bottom: 1.2rem; }
.report { font-size: 1.05rem; margin-top: 0.8rem; }
main h1 { $heading_1_look font-size: $h1_size; line-height: 1.2; margin: 0 0 1rem; }
.parts { list-style: none; padding: 0; }
.parts li { $contents_look border-bottom: 1px solid var(--rule); margin: 0; }
.parts a { display: block; padding: 0.55rem 0; text-decoration: none; }
.parts a:hover, .turn a:hover { text-decoration: underline; }
.turn { display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between; border-top: 1px solid var(--rule);
  margin-top: 3.5rem; padding-top: 1.2rem; font-family: $sans; font-size: 0.95rem; line-height: 1.4; }
.turn a { flex: 0 1 17rem; text-decoration: none; }
.turn a[rel="next"] { margin-inline-start: auto; text-align: end; }
.turn a > span:first-child { display: block; color: var(--muted); }
.tools p { text-indent: 0; font-weight: 600; margin-bottom: 0.4rem; }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 40rem) 15rem; gap: 5rem; }
  .tools { order: 2; }
  .tools > * { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 3.5rem 0.4rem 2rem; }
  .page::before { content: attr(data-page); content: attr(data-page) / ""; position: absolute; inset-inline-start: -3.2rem; width: 2.2rem; text-align: end;
    font: 0.72rem/1.6 $sans; color: var(--muted); }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  @page { margin: 22mm 24mm; }
  body { font-size: 11pt; }
  .skip, .tools, .languages, .turn { display: none; }
  .masthead { padding: 0 0 6mm; background: none; color: var(--accent); border-bottom: 1px solid var(--rule); }
  .masthead h1 { font-size: 30pt; margin: 10mm 0 3mm; }
  .sheet, main { max-width: none; padding: 0; }
  h2 { font-size: 17pt; } h3 { font-size: 11pt; }
  .part { padding-top: 8mm; } .part + .part { margin-top: 8mm; }
  a { color: inherit; }
}
)";

constexpr std::string_view hairline_on_any_ground = "rgba(128, 128, 128, 0.55)";

// A size as a screen shows it: so many times what the style has it, beside the text's own.
std::string on_screen(const style::Style& style, TextStyleName name, double times, const char* unit) {
    return fmt::format("{:.2f}{}", times * style[name].size / style[TextStyleName::body].size, unit);
}

} // namespace

// The reader's own ground may be light or dark; an ink is made to be read on either, and that of the text left to it.
std::string epub_style_sheet(const style::Style& style) {
    const auto on_any = [&](style::Ink ink) { return style::hexadecimal(on_any_ground(style[ink])); };
    const auto size = [&](TextStyleName name, double times) { return on_screen(style, name, times, "em"); };
    const std::string accent = on_any(style::Ink::accent);
    const CssValues own = {{"$hairline", std::string(hairline_on_any_ground)},
                           {"$heavy", "currentColor"},
                           {"$middle_accent", accent},
                           {"$ink_text", "inherit"},
                           {"$ink_muted", on_any(style::Ink::muted)},
                           {"$ink_rule", std::string(hairline_on_any_ground)},
                           {"$ink_accent", accent},
                           {"$ink_second", on_any(style::Ink::second)},
                           {"$ink_tint", "inherit"},
                           {"$ink_paper", "inherit"},
                           {"$ink_on_accent", accent},
                           {"$h1_size", size(TextStyleName::heading_1, 0.931)},
                           {"$h2_size", size(TextStyleName::heading_2, 1.15)},
                           {"$h3_size", size(TextStyleName::heading_3, 1.15)},
                           {"$title_size", size(TextStyleName::cover_title, 0.627)},
                           {"$subtitle_size", size(TextStyleName::cover_subtitle, 0.671)},
                           {"$holder_size", size(TextStyleName::cover_holder, 1.045)},
                           // Beside a text whose face the reader may have chosen.
                           {"$remark_size", size(TextStyleName::remark, 1.11)},
                           {"$caption_size", size(TextStyleName::caption, 1.11)},
                           {"$contents_size", size(TextStyleName::contents_1, 0.958)},
                           {"$table_size", size(TextStyleName::table, 1.11)}};
    return filled(text_rules(), style, own) + filled(epub_rules, style, own);
}

std::string page_style_sheet(const style::Style& style) {
    const style::Style dark = on_dark(style);
    const auto size = [&](TextStyleName name, double times) { return on_screen(style, name, times, "rem"); };
    const CssValues own = {{"$hairline", "var(--rule)"},
                           {"$heavy", "var(--accent)"},
                           {"$panel", style::hexadecimal(style[style::Ink::accent])},
                           {"$on_panel", style::hexadecimal(style[style::Ink::on_accent])},
                           {"$ink_text", "var(--text)"},
                           {"$ink_muted", "var(--muted)"},
                           {"$ink_rule", "var(--rule)"},
                           {"$ink_accent", "var(--accent)"},
                           {"$ink_second", "var(--second)"},
                           {"$ink_tint", "var(--tint)"},
                           {"$ink_paper", "var(--paper)"},
                           {"$ink_on_accent", "inherit"}, // of the panel that it stands on
                           {"$h1_size", size(TextStyleName::heading_1, 0.958)},
                           {"$h2_size", size(TextStyleName::heading_2, 1.183)},
                           {"$h3_size", size(TextStyleName::heading_3, 1.21)},
                           {"$title_size", size(TextStyleName::cover_title, 1.0455)},
                           {"$subtitle_size", size(TextStyleName::cover_subtitle, 0.799)},
                           {"$holder_size", size(TextStyleName::cover_holder, 0.993)}};
    const auto colours = [](const style::Style& of) {
        return ":root { " + filled(page_colours, of, {{"$found", style::hexadecimal(found_colour(of))}}) + " }";
    };
    return colours(style) + "\n@media screen and (prefers-color-scheme: dark) { " + colours(dark) + " }\n" +
           filled(text_rules(), style, own) + filled(page_rules, style, own);
}

} // namespace rapporteur::pandoc
