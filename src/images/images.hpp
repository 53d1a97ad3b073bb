#pragma once

// Pictures that a corpus brings, made ready for publications.
//
// What a file is, its first bytes say, not its name; a name that says otherwise is a fault. Each picture is decoded
// once, line by line, so that a damaged one is found before anything is made. What is kept of it is a clean copy: its
// dots as they were coded, its colour profile, and nothing that a camera or a person wrote beside them (places on
// Earth, names, previews, films). An SVG is drawn by rsvg-convert, in its fence, both in lines for a PDF and, for what
// can't show lines, as dots: 300 to an inch over the width of a page.
//
// Bounds: 256 MiB of file, 64 million dots, 65,500 dots a side: some 400 MB of memory at the most. JPEG: as any camera
// makes it (8 bits, grey, colour or CMYK with its profile, baseline or progressive in no more than 100 passes). PNG:
// any. SVG: what rsvg-convert draws within 10 seconds and 2 GiB; what it draws in from elsewhere stays out.
//
// A fault of the picture has cause `corpus`, with the place that the caller gives: where the corpus names it.

#include "document/document.hpp"
#include "support/diagnostic.hpp"
#include "support/process.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rapporteur::images {

// Where clean copies lie for as long as a run lasts.
class Album {
public:
    static Result<Album> open();

    // The picture of this file, called `name` in messages; two pictures may be the same file.
    Result<document::Raster> add(const std::filesystem::path& file, const std::string& name, const Place& place);

    struct Prepared;

private:
    explicit Album(TemporaryFolder made) : folder(std::move(made)) {}
    Result<document::Raster> keep(const Prepared& prepared, const char* ending);

    TemporaryFolder folder;
    std::uint32_t next = 1;
};

// How the dots of a JPEG are to be read by one who hands them on as they are coded.
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

// Dots of 8 bits, row by row.
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
