#pragma once

// A page as a picture: SVG 1.1 that looks the same wherever it is shown, for its letters are outlines and ask for no
// font. What is made of dots, which no cover has, is left out. It says nothing to those who don't see it: what shows it
// must bring a text that stands for it.

#include "fonts/fonts.hpp"
#include "typeset/page.hpp"

#include <string>

namespace rapporteur::picture {

// `fonts` is the book that the page was set with. A point of the page is a unit of the picture.
std::string svg(const typeset::Page& page, const fonts::FontBook& fonts);

} // namespace rapporteur::picture
