#pragma once

// CSS written as CSS, with names in it for what the style source gives: $accent, $serif.

#include "style/style.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::pandoc {

using CssValues = std::vector<std::pair<std::string, std::string>>;

// The rules for text that EPUB and pages share. Beside the style's values they want $hairline and $heavy, the colours
// of rules.
std::string_view text_rules();

// Fills in `own` values and what a style gives: $serif, $sans, $display (families), $body_leading, $heading_1,
// $heading_2, $heading_3, $lead, $table, $note, $small (sizes in em), $heading_weight, and its inks: $text, $muted,
// $rule, $accent, $second, $tint, $paper, $on_accent.
std::string filled(std::string_view css, const style::Style& style, const CssValues& own = {});

} // namespace rapporteur::pandoc
