#pragma once

// Glyph runs as text objects (ISO 32000-1, 9.4): positions as TJ adjustments, meanings by the font's ToUnicode or,
// where that can't tell them, by ActualText around the glyphs (14.9.4).

#include "pdf/embedded_font.hpp"
#include "pdf/glyph_meaning.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::pdf {

// The font of a face, made on first use; its name among the page's resources is F and the face's number.
using FontOf = std::function<EmbeddedFont&(fonts::FaceId)>;

// Sets the runs of one page. What the text state holds is remembered from run to run, for it outlives a text object.
class TextSetter {
public:
    TextSetter(std::string& content, const FontOf& fonts) : out(content), font_of(fonts) {}

    // `x`, `y`: the run's origin in the page's own coordinates, y upwards. The colour is set already.
    void set(const typeset::GlyphRun& run, double x, double y);

private:
    void number(double value);
    void choose(const typeset::GlyphRun& run);
    void say(const typeset::GlyphRun& run, EmbeddedFont& font);
    void say_cluster(const typeset::GlyphRun& run, std::size_t at, EmbeddedFont& font);
    void say_beside(const typeset::GlyphRun& run, EmbeddedFont& font);
    void show(const typeset::GlyphRun& run, std::size_t first, std::size_t last, EmbeddedFont& font);
    std::size_t show_together(const typeset::GlyphRun& run, std::size_t at, std::size_t last, EmbeddedFont& font,
                              double thousandths_in_a_point);
    void raise(double y);
    void move(double drift);
    void open_string();
    void open_array();
    void close_string();
    void close_array();

    std::string& out;
    const FontOf& font_of;
    std::optional<fonts::FaceId> current_face;
    float current_size = 0;
    float current_expansion = 1; // horizontal scaling (9.3.4)
    double pen = 0;              // thousandths of an em from the run's origin
    double rise = 0;             // points
    bool in_array = false;
    bool in_string = false;
    std::vector<Saying> sayings; // of the cluster at hand
    std::vector<Saying> untold;  // neighbours that wait to be told together
};

} // namespace rapporteur::pdf
