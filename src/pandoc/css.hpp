#pragma once

// CSS written as CSS, with names in it for what the style source gives: $accent, $serif.

#include "style/style.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::pandoc {

using CssValues = std::vector<std::pair<std::string, std::string>>;

// The rules for text that EPUB and pages share. Beside the style's values they need $hairline and $heavy, the colours
// of rules, and each ink as a text shows it: $ink_text, $ink_accent.
std::string_view text_rules();

// Fills in `own` values and what a style gives: of each text that screens show, such as its lead, $lead_family,
// $lead_weight, $lead_slant, $lead_ink, all four as declarations in $lead_look, and $lead_size in em of the body's
// size; $caption_in_table in em of the table's; $serif and $sans, the families of body and table; $body_leading and the
// like; the inks as colours: $text, $muted, $rule, $accent, $second, $tint, $paper, $on_accent. An own value counts
// more.
std::string filled(std::string_view css, const style::Style& style, const CssValues& own = {});

} // namespace rapporteur::pandoc
