#include "pdf/shared_fonts.hpp"

#include "pdf/shared_programs.hpp"

namespace rapporteur::pdf {

namespace {

bool holds(const GlyphSet& all, const GlyphSet& some) {
    for (std::size_t glyph = 0; glyph < some.size(); ++glyph) {
        if (some[glyph] && (glyph >= all.size() || !all[glyph])) {
            return false;
        }
    }
    return true;
}

} // namespace

SharedFonts::SharedFonts() : all(std::make_unique<Programs>()) {}
SharedFonts::~SharedFonts() = default;
SharedFonts::SharedFonts(SharedFonts&&) noexcept = default;
SharedFonts& SharedFonts::operator=(SharedFonts&&) noexcept = default;

void SharedFonts::expect(fonts::FaceId face, const std::vector<std::uint16_t>& glyphs) {
    GlyphSet& expected = all->faces[face].expected;
    for (const std::uint16_t glyph : glyphs) {
        expected.resize(std::max<std::size_t>(expected.size(), glyph + 1U));
        expected[glyph] = true;
    }
}

Result<const FontProgram*> SharedFonts::Programs::enough_for(fonts::FaceId id, const fonts::Face& face,
                                                             const GlyphSet& glyphs) {
    const auto known = faces.find(id);
    if (known == faces.end() || !holds(known->second.expected, glyphs)) {
        return nullptr;
    }
    Shared& shared = known->second;
    if (!shared.program) {
        Result<FontProgram> made = font_program(face, shared.expected);
        if (!made) {
            return tl::unexpected(made.error());
        }
        shared.program = std::move(*made);
    }
    return &*shared.program;
}

} // namespace rapporteur::pdf
