#pragma once

// A face as the file shows it: a composite font (ISO 32000-1, 9.7) of the glyphs that were used. A character code is a
// glyph id (Identity-H).

#include "fonts/fonts.hpp"
#include "pdf/font_program.hpp"
#include "pdf/object_writer.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::pdf {

class EmbeddedFont {
public:
    EmbeddedFont(const fonts::Face& face, ObjectId object);

    // Notes that `glyph` is shown for `text`. Says whether the font's ToUnicode can say so: false where the glyph
    // already stands for another text, which must then be told beside the glyph (ActualText).
    bool use(std::uint16_t glyph, std::string_view text);
    // The same, for the characters of ASCII that most text is of.
    bool use(std::uint16_t glyph, char character) {
        return shown(glyph).means == character || use_anew(glyph, character);
    }

    // Notes that `glyph` is shown where its meaning is told beside it. Every glyph needs a meaning of its own too
    // (ISO 19005-3, 6.2.11.7.2): `share`, unless the glyph comes to stand for a text.
    void use_told(std::uint16_t glyph, std::string_view share);

    // A glyph as a text object shows it.
    struct Shown {
        double width = 0;      // thousandths of an em, as the file says it
        char code[4] = {};     // its bytes within a literal string
        std::uint8_t size = 0; // of `code`
        char means = '\0';     // the character of ASCII that it was used for and stands for, if any
    };
    const Shown& shown(std::uint16_t glyph) {
        return glyph < shown_as.size() && shown_as[glyph].size > 0 ? shown_as[glyph] : show_anew(glyph);
    }

    ObjectId object() const { return id; }
    const fonts::Face& font_face() const { return *face; }

    GlyphSet glyph_set() const; // those that were used

    // `program` holds them, and perhaps others.
    Result<void> write(ObjectWriter& writer, const FontProgram& program) const;

private:
    struct Used {
        bool is_used = false;
        bool has_share_only = false; // `text` gives way to a text that the glyph stands for
        std::string text;
    };
    Used& slot(std::uint16_t glyph);
    bool use_anew(std::uint16_t glyph, char character);
    const Shown& show_anew(std::uint16_t glyph);
    double width_in_file(std::size_t glyph) const;

    std::string widths() const;
    std::string to_unicode() const;

    const fonts::Face* face;
    ObjectId id;
    std::vector<Used> glyphs;    // by glyph id
    std::vector<Shown> shown_as; // by glyph id, those that were shown
};

} // namespace rapporteur::pdf
