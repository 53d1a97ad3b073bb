#pragma once

// Pictures that a corpus brings, made ready for publications.
//
// What a file is, its first bytes say, not its name; a name that says otherwise is a fault. Each picture is looked
// through once, so that a damaged one is found before anything is made, and what is kept of it is built anew: a JPEG
// coefficient for coefficient, a PNG pixel for pixel, an SVG from what it draws; with a colour profile that holds only
// what converts colours, and nothing that a camera, a program or a person wrote beside the picture (places on Earth,
// names, previews, films, layers that don't show, colours under full transparency). A picture larger than a page at 300
// pixels to an inch is made that large. Building a kept one anew gives the same bytes.
//
// An SVG is drawn by rsvg-convert, in its fence, both in lines for a PDF and, for what can't show lines, in pixels: 300
// to an inch over the width of a page. What it would draw in from elsewhere is left out, with a warning.
//
// Bounds are limits (support/limits.hpp): of a picture's file, its pixels and its sides, and the pixels of all. JPEG:
// as any camera makes it (8 bits, grey, colour or CMYK with its profile, baseline or progressive in no more passes than
// the limit). PNG: any. SVG: what rsvg-convert draws within the limits of time and memory, and all of them within
// another and half a second more for each.
//
// A fault of the picture has cause `corpus`, with the place that the caller gives: where the corpus names it.

#include "document/document.hpp"
#include "support/diagnostic.hpp"
#include "support/limits.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace rapporteur::images {

// What the pictures of an album have taken so far.
struct Spent {
    std::uint64_t pixels = 0;
    int drawings = 0;
    std::chrono::duration<double> drawing{0};

    std::chrono::duration<double> time_left(const Limits& limits) const;
};

// Where the pictures lie for as long as a run lasts.
class Album {
public:
    static Result<Album> open(const Limits& limits = {});

    // The picture that these bytes of a file are, called `name` in messages.
    Result<document::Raster> add(const std::string& bytes, const std::string& name, const Place& place);

    // Warnings: what the pictures are printed without.
    const Diagnostics& warnings() const { return remarks; }

    struct Prepared;

private:
    Album(TemporaryFolder made, const Limits& allowed) : folder(std::move(made)), limits(allowed) {}
    Result<document::Raster> keep(const Prepared& prepared, const char* ending);

    TemporaryFolder folder;
    Limits limits;
    std::uint32_t next = 1;
    Spent spent;
    Diagnostics remarks;
};

// How a JPEG is to be read by one who hands it on as it is coded.
struct JpegFacts {
    int frame = 0; // the marker of its start of frame: how it is coded
    int width = 0; // as coded, before it is turned upright
    int height = 0;
    int components = 0;        // 1 grey, 3 colour, 4 CMYK
    int passes = 0;            // over the whole picture: some dozen where it is progressive
    bool is_inverted = false;  // CMYK as Adobe's programs write it: 0 is full ink
    bool is_plain_rgb = false; // three components that are red, green and blue, though no marker says so
    std::string profile;       // ICC, of that many components; empty for none
};
JpegFacts facts_of_jpeg(const std::string& bytes);

// Samples of 8 bits, row by row.
struct Pixels {
    int width = 0;
    int height = 0;
    int channels = 0;    // 1: grey, or indexes into the palette; 3: red, green, blue
    std::string dots;    // width × height × channels bytes
    std::string palette; // red, green, blue of each index; empty where there is none
    std::string opacity; // width × height bytes; empty where all are opaque
    std::string profile; // ICC; empty for none, which means sRGB
};

// Fails with a sentence of the library's.
tl::expected<Pixels, std::string> decode_png(const std::string& bytes);

// The same picture for programs that don't turn pictures and know no inks: as it is where it stands upright in colours
// of light already, else turned, its colours converted, and coded anew. Fails (surroundings) where its copy is gone.
Result<std::string> for_screens(const document::Raster& raster);

} // namespace rapporteur::images
