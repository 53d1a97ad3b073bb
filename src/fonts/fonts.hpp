#pragma once

// Font files: found by fontconfig, opened by HarfBuzz, asked what they cover and whether they may be embedded.
//
// A Face is one face of one font file (a collection holds several), opened once and shared. Its glyph metrics are in
// font units; `units_per_em` of them make one em. A FontBook opens faces by family and style and keeps them, so that a
// FaceId stays good for as long as the book lives. Nothing here shapes text or writes PDF.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <hb.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::fonts {

struct FaceQuery {
    std::string family; // "EB Garamond"
    int weight = 400;   // CSS weight, 100 to 900
    bool italic = false;
};

struct Release {
    template <class T>
    void operator()(T* thing) const;
};

template <>
inline void Release::operator()(hb_blob_t* blob) const {
    hb_blob_destroy(blob);
}
template <>
inline void Release::operator()(hb_face_t* face) const {
    hb_face_destroy(face);
}
template <>
inline void Release::operator()(hb_font_t* font) const {
    hb_font_destroy(font);
}

template <class T>
using Handle = std::unique_ptr<T, Release>;

enum class Outlines : std::uint8_t { truetype, cff };

struct Face {
    std::string path;
    unsigned index = 0; // within a collection
    std::string postscript_name;
    std::string family;
    Outlines outlines = Outlines::truetype;
    bool italic = false;
    int weight = 400;
    unsigned units_per_em = 1000;
    int ascender = 0;  // font units, above the baseline
    int descender = 0; // font units, negative below the baseline
    int cap_height = 0;
    int x_height = 0;
    double italic_angle = 0;   // degrees, negative leans right (as in PDF)
    int box[4] = {0, 0, 0, 0}; // the font's bounding box: left, bottom, right, top, font units
    std::uint16_t space = 0;   // the glyph of U+0020, asked for after every word; 0 for none
    Handle<hb_face_t> face;
    Handle<hb_font_t> font; // scaled to font units

    std::optional<std::uint32_t> glyph_of(char32_t character) const;
    int advance_of(std::uint32_t glyph) const; // horizontal, font units

    // Calls `functions` with `data` for each segment of the glyph's outline, in font units.
    void draw(std::uint32_t glyph, hb_draw_funcs_t* functions, void* data) const;
};

using FaceId = std::uint16_t;

// The folders in which fontconfig looks for fonts, its settings and its caches.
std::vector<std::string> font_folders();

class FontBook {
public:
    FontBook();
    ~FontBook();
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;

    // A book with nothing opened yet, for another thread, which needn't look again for what is installed.
    FontBook beside() const;

    // The installed face that matches the query. Fails (surroundings) where the family isn't installed or its licence
    // bits (OS/2 fsType) forbid embedding; the hint names the Debian package of families that it knows.
    Result<FaceId> open(const FaceQuery& query);

    // An installed face that has a glyph for `character`, fit for text in `language`, beside `like` in weight and
    // slope; Noto families first. Nothing where no installed font has the character. Fails (surroundings) where a font
    // that may have it can't be read.
    Result<std::optional<FaceId>> covering(char32_t character, const std::string& language, FaceId like);

    const Face& face(FaceId id) const;
    std::size_t size() const;

private:
    struct Shelf;
    explicit FontBook(std::unique_ptr<Shelf> kept);
    std::unique_ptr<Shelf> shelf;
};

// Whether OS/2's PANOSE digits, or where they say nothing the capital I, show a sans serif.
bool is_sans(const Face& face);

// Whether a character shows nothing of its own, so that any font will do: spaces, joiners, marks of direction.
bool needs_no_glyph(char32_t character);

// What to say where no installed font has a character: its name, and the package that would help.
Diagnostic missing_glyph(char32_t character);

} // namespace rapporteur::fonts
