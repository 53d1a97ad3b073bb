#include "pdf/embedded_font.hpp"

#include "pdf/syntax.hpp"

#include <cmath>
#include <fmt/format.h>
#include <hb-subset.h>

namespace rapporteur::pdf {

namespace {

// Font descriptor flags (9.8.2).
constexpr unsigned symbolic_flag = 1U << 2U;
constexpr unsigned italic_flag = 1U << 6U;
constexpr std::size_t mappings_in_a_block = 100; // Adobe Technical Note 5014

struct ReleaseSubset {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

double in_thousandths(int value, unsigned units_per_em) {
    return value * 1000.0 / units_per_em;
}

// The bytes of one table of a font file, or of the whole file where `tag` is HB_TAG_NONE.
std::string bytes_of(hb_face_t* font, hb_tag_t tag) {
    const fonts::Handle<hb_blob_t> blob(tag == HB_TAG_NONE ? hb_face_reference_blob(font)
                                                           : hb_face_reference_table(font, tag));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
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

void EmbeddedFont::use_told(std::uint16_t glyph, std::string_view share) {
    Used& used = slot(glyph);
    used.is_used = true;
    if (used.text.empty()) {
        used.text = share;
        used.has_share_only = true;
    }
}

int EmbeddedFont::width_of(std::uint16_t glyph) {
    Used& used = slot(glyph);
    if (used.width < 0) {
        used.width = width_in_file(glyph);
    }
    return used.width;
}

int EmbeddedFont::width_in_file(std::size_t glyph) const {
    const int advance = face->advance_of(static_cast<std::uint32_t>(glyph));
    return static_cast<int>(std::lround(in_thousandths(advance, face->units_per_em)));
}

// Six capitals that differ where the glyphs differ (9.6.4).
std::string EmbeddedFont::subset_tag() const {
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (glyphs[glyph].is_used) {
            hash = (hash ^ glyph) * 1099511628211U;
        }
    }
    std::string tag;
    for (int letter = 0; letter < 6; ++letter) {
        tag.push_back(static_cast<char>('A' + hash % 26));
        hash /= 26;
    }
    return tag;
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
        list += fmt::format("{}{}", goes_on ? " " : "", width_in_file(glyph));
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

Result<std::string> EmbeddedFont::subset() const {
    const std::unique_ptr<hb_subset_input_t, ReleaseSubset> input(hb_subset_input_create_or_fail());
    if (!input) {
        return surroundings_failed(face->path, "ran out of memory");
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (glyphs[glyph].is_used) {
            hb_set_add(wanted, static_cast<hb_codepoint_t>(glyph));
        }
    }
    // Shaping is done; a PDF needs outlines and metrics only.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "DSIG", "kern", "FFTM", "name", "post"}) {
        hb_set_add(dropped, hb_tag_from_string(tag, -1));
    }
    const fonts::Handle<hb_face_t> made(hb_subset_or_fail(face->face.get(), input.get()));
    if (!made) {
        return surroundings_failed(face->path, "the font can't be subset: it may be damaged");
    }
    return bytes_of(made.get(), face->outlines == fonts::Outlines::cff ? HB_TAG('C', 'F', 'F', ' ') : HB_TAG_NONE);
}

Result<void> EmbeddedFont::write(ObjectWriter& writer) const {
    const Result<std::string> program = subset();
    if (!program) {
        return tl::unexpected(program.error());
    }
    const bool is_cff = face->outlines == fonts::Outlines::cff;
    const std::string base_name = name(subset_tag() + "+" + face->postscript_name);
    const ObjectId file = writer.reserve();
    const ObjectId descriptor = writer.reserve();
    const ObjectId descendant = writer.reserve();
    const ObjectId map = writer.reserve();

    const std::string file_entries =
        is_cff ? std::string("/Subtype/CIDFontType0C") : fmt::format("/Length1 {}", program->size());
    Result<void> written = writer.write_stream(file, file_entries, *program);
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
