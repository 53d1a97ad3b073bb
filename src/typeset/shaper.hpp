#pragma once

// Shapes words with HarfBuzz and remembers them: a report says most of its words many times.

#include "typeset/looks.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur::typeset {

struct ShapedGlyph {
    std::uint16_t id = 0;
    std::int32_t advance = 0;  // font units, tracking not counted
    std::int32_t x_offset = 0; // font units
    std::int32_t y_offset = 0;
    std::uint32_t cluster = 0; // byte in the shaped text
};

// Where a word may be divided.
struct Division {
    std::uint32_t offset = 0; // byte in the shaped text
    double width = 0;         // points, of what stands before it, tracking counted
};

// Glyphs in logical order, also of right-to-left text.
struct Shaped {
    std::vector<ShapedGlyph> glyphs;
    double width = 0;     // points, tracking counted
    double scale = 0;     // points to the font unit
    char32_t missing = 0; // a character for which the face has no glyph; 0 where all are there
    mutable std::optional<std::vector<Division>> divisions; // kept here once somebody has found them
};

struct Manner {
    LookId look = 0;
    fonts::FaceId face = 0; // the look's own, or one that stands in for it
    hb_script_t script = HB_SCRIPT_LATIN;
    bool right_to_left = false;
    bool operator==(const Manner&) const = default;
};

class Shaper {
public:
    Shaper(const Looks& looks, const fonts::FontBook& book);

    // The reference is good until forget() or the shaper's end.
    const Shaped& shape(std::string_view text, const Manner& manner, const std::string& language);

    // Empties the memory once it has grown large: call it where nothing shaped is still in use.
    void forget_when_large();

    const Looks& looks() const { return all_looks; }
    const fonts::FontBook& fonts() const { return book; }

private:
    Shaped shape_anew(std::string_view text, const Manner& manner, const std::string& language);

    // Words set in one manner and language.
    struct Words {
        Manner manner;
        std::string language;
        struct Hash {
            using is_transparent = void;
            std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
        };
        std::unordered_map<std::string, Shaped, Hash, std::equal_to<>> shaped;
    };
    Words& words_in(const Manner& manner, const std::string& language);

    const Looks& all_looks;
    const fonts::FontBook& book;
    struct ReleaseBuffer {
        void operator()(hb_buffer_t* held) const { hb_buffer_destroy(held); }
    };
    std::unique_ptr<hb_buffer_t, ReleaseBuffer> buffer;
    std::vector<std::unique_ptr<Words>> memory; // those asked for last first
    std::size_t remembered = 0;                 // words
    std::unordered_map<std::string, hb_language_t> languages;
};

} // namespace rapporteur::typeset
