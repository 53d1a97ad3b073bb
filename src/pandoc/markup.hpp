#pragma once

// What pandoc's HTML lacks, in an EPUB's chapters as in a page: figures, notes and rows of tables marked for what they
// are, and nothing left in it that only pandoc understands.

#include <pugixml.hpp>

namespace rapporteur::pandoc {

// `chapter_heading` is the element that heads a part: h1, or h2 where the report's title is the h1.
void finish_markup(const pugi::xml_node& body, const char* chapter_heading);

} // namespace rapporteur::pandoc
