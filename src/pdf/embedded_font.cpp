#include "pdf/embedded_font.hpp"

#include "pdf/syntax.hpp"

#include <cmath>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

// Font descriptor flags (9.8.2).
constexpr unsigned symbolic_flag = 1U << 2U;
constexpr unsigned italic_flag = 1U << 6U;
constexpr std::size_t mappings_in_a_block = 100; // Adobe Technical Note 5014

double in_thousandths(int value, unsigned units_per_em) {
    return value * 1000.0 / units_per_em;
}

} // namespace

EmbeddedFont::EmbeddedFont(const fonts::Face& font, ObjectId object) : face(&font), id(object) {
    // These glyphs have one plain meaning, whatever they come to be used for first.
    for (const auto& [character, text] : {std::pair(U' ', " "), std::pair(U'-', "-")}) {
        if (const std::optional<std::uint32_t> glyph = face->glyph_of(character)) {
            slot(static_cast<std::uint16_t>(*glyph)).text = text;
        }
    }
}

EmbeddedFont::Used& EmbeddedFont::slot(std::uint16_t glyph) {
    if (glyph >= glyphs.size()) {
        glyphs.resize(std::size_t{glyph} + 1);
    }
    return glyphs[glyph];
}

bool EmbeddedFont::use(std::uint16_t glyph, std::string_view text) {
    Used& used = slot(glyph);
    used.is_used = true;
    if ((used.text.empty() || used.has_share_only) && !text.empty()) {
        used.text = text;
        used.has_share_only = false;
    }
    return used.text == text;
}

bool EmbeddedFont::use_anew(std::uint16_t glyph, char character) {
    const bool stands_for_it = use(glyph, std::string_view(&character, 1));
    if (stands_for_it) {
        shown_as[glyph].means = character;
    }
    return stands_for_it;
}

void EmbeddedFont::use_told(std::uint16_t glyph, std::string_view share) {
    Used& used = slot(glyph);
    used.is_used = true;
    if (used.text.empty()) {
        used.text = share;
        used.has_share_only = true;
    }
}

const EmbeddedFont::Shown& EmbeddedFont::show_anew(std::uint16_t glyph) {
    if (glyph >= shown_as.size()) {
        shown_as.resize(std::size_t{glyph} + 1);
    }
    std::string code;
    append_string_byte(code, static_cast<char>(glyph >> 8U));
    append_string_byte(code, static_cast<char>(glyph & 0xFFU));
    Shown& shown = shown_as[glyph];
    shown.width = width_in_file(glyph);
    shown.size = static_cast<std::uint8_t>(code.copy(shown.code, sizeof shown.code));
    return shown;
}

// With the decimals that append_number writes: fonts of other than 1000 units to the em have broken thousandths, and
// what is lost of them would have to be made up for glyph by glyph.
double EmbeddedFont::width_in_file(std::size_t glyph) const {
    const int advance = face->advance_of(static_cast<std::uint32_t>(glyph));
    return static_cast<double>(nearest(in_thousandths(advance, face->units_per_em) * 1000)) / 1000;
}

GlyphSet EmbeddedFont::glyph_set() const {
    GlyphSet set(glyphs.size());
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        set[glyph] = glyphs[glyph].is_used;
    }
    return set;
}

std::string EmbeddedFont::widths() const {
    std::string list = "[";
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (!glyphs[glyph].is_used) {
            continue;
        }
        const bool goes_on = glyph > 0 && glyphs[glyph - 1].is_used;
        if (!goes_on) {
            list += fmt::format("{}{}[", list.size() > 1 ? "]" : "", glyph);
        }
        list += goes_on ? " " : "";
        append_number(list, width_in_file(glyph));
    }
    return list + (list.size() > 1 ? "]]" : "]");
}

std::string EmbeddedFont::to_unicode() const {
    std::vector<std::size_t> mapped;
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (glyphs[glyph].is_used) {
            mapped.push_back(glyph);
        }
    }
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t from = 0; from < mapped.size(); from += mappings_in_a_block) {
        const std::size_t to = std::min(from + mappings_in_a_block, mapped.size());
        map += fmt::format("{} beginbfchar\n", to - from);
        for (std::size_t at = from; at < to; ++at) {
            map += fmt::format("<{:04X}> <", mapped[at]);
            for (const char16_t unit : utf16_of(glyphs[mapped[at]].text)) {
                append_hexadecimal(map, unit);
            }
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Result<void> EmbeddedFont::write(ObjectWriter& writer, const FontProgram& program) const {
    const bool is_cff = face->outlines == fonts::Outlines::cff;
    const std::string base_name = name(program.tag + "+" + face->postscript_name);
    const ObjectId file = writer.reserve();
    const ObjectId descriptor = writer.reserve();
    const ObjectId descendant = writer.reserve();
    const ObjectId map = writer.reserve();

    const std::string file_entries =
        is_cff ? std::string("/Subtype/CIDFontType0C") : fmt::format("/Length1 {}", program.size);
    Result<void> written = writer.write_plain_stream(file, file_entries + "/Filter/FlateDecode", program.deflated);
    const auto scaled = [&](int value) { return std::lround(in_thousandths(value, face->units_per_em)); };
    constexpr int usual_stem = 80; // of a text face; nothing in a font file tells it
    written =
        written ? writer.write(descriptor, fmt::format("<</Type/FontDescriptor/FontName{}/Flags {}/FontBBox[{} {} {} "
                                                       "{}]/ItalicAngle {:.1f}/Ascent {}/Descent {}"
                                                       "/CapHeight {}/StemV {}/{} {}>>",
                                                       base_name, symbolic_flag | (face->italic ? italic_flag : 0U),
                                                       scaled(face->box[0]), scaled(face->box[1]), scaled(face->box[2]),
                                                       scaled(face->box[3]), face->italic_angle, scaled(face->ascender),
                                                       scaled(face->descender), scaled(face->cap_height), usual_stem,
                                                       is_cff ? "FontFile3" : "FontFile2", reference(file)))
                : written;
    written = written ? writer.write(descendant, fmt::format("<</Type/Font/Subtype/{}/BaseFont{}/CIDSystemInfo<</"
                                                             "Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                                                             "/FontDescriptor {}/DW 1000/W{}{}>>",
                                                             is_cff ? "CIDFontType0" : "CIDFontType2", base_name,
                                                             reference(descriptor), widths(),
                                                             is_cff ? "" : "/CIDToGIDMap/Identity"))
                      : written;
    written = written ? writer.write_stream(map, "", to_unicode()) : written;
    return written
               ? writer.write(
                     id,
                     fmt::format(
                         "<</Type/Font/Subtype/Type0/BaseFont{}/Encoding/Identity-H/DescendantFonts[{}]/ToUnicode {}>>",
                         base_name, reference(descendant), reference(map)))
               : written;
}

} // namespace rapporteur::pdf
