#pragma once

// Whether a face sets a cluster, a letter with the marks on it, as readers know it. To have a glyph for each character
// is not enough: a mark that the face has no anchor for falls beside the letter or into it, and some faces draw a
// symbol such as U+2103 DEGREE CELSIUS with one of its parts alone.

#include "fonts/fonts.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur::typeset {

enum class Fit : std::uint8_t {
    none,   // a glyph is missing
    glyphs, // all glyphs are there, but they don't make the cluster
    whole
};

// Remembers its answers, which take shaping to find.
class ClusterFit {
public:
    explicit ClusterFit(const fonts::FontBook& book);

    Fit of(fonts::FaceId face, std::string_view cluster);

private:
    Fit find(const fonts::Face& face, std::string_view cluster);
    bool marks_are_attached(const fonts::Face& face, std::string_view cluster);

    const fonts::FontBook& book;
    struct ReleaseBuffer {
        void operator()(hb_buffer_t* held) const { hb_buffer_destroy(held); }
    };
    std::unique_ptr<hb_buffer_t, ReleaseBuffer> buffer;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    // By face.
    std::vector<std::unordered_map<std::string, Fit, Hash, std::equal_to<>>> known;
};

} // namespace rapporteur::typeset
