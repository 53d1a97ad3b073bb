#pragma once

// Programs of fonts that many files embed as they are: subset once, to the glyphs that most texts need, instead of for
// each file to its own.
//
// A file's bytes don't depend on the files before it: a face of which a file needs a glyph that isn't expected is
// subset for that file alone. For one thread.

#include "fonts/fonts.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace rapporteur::pdf {

class SharedFonts {
public:
    SharedFonts();
    ~SharedFonts();
    SharedFonts(SharedFonts&&) noexcept;
    SharedFonts& operator=(SharedFonts&&) noexcept;

    // Most texts need no other glyphs of `face` than these, and those told before. To be told before the first file.
    void expect(fonts::FaceId face, const std::vector<std::uint16_t>& glyphs);

    struct Programs;
    Programs& programs() { return *all; }

private:
    std::unique_ptr<Programs> all;
};

} // namespace rapporteur::pdf
