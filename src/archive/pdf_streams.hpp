#pragma once

// What the streams of a PDF inflate to, counted before anything keeps it.
//
// qpdf inflates cross-reference and object streams whole while it opens a file, and has no limit for it. So the bytes
// of the file are looked through first: after each "stream" keyword (ISO 32000-1, 7.3.8.1) that zlib data follows, they
// are inflated piece by piece, and inflated again where the result is zlib data too, and only their size is kept. Other
// filters, by which this program packs nothing but pictures, are refused where they may stand before zlib data.

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::archive {

// Why the PDF can't be opened without harm: that it unpacks to more than limits.hpp lets it, or is packed in a way that
// can't be counted. Nothing where it can be. Takes time linear in what it unpacks to.
std::optional<std::string> harm_in_streams(std::string_view pdf);

} // namespace rapporteur::archive
