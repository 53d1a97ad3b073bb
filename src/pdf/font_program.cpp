#include "pdf/font_program.hpp"

#include "pdf/deflate.hpp"

#include <hb-subset.h>

namespace rapporteur::pdf {

namespace {

struct ReleaseSubset {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

std::string tag_of(const GlyphSet& glyphs) {
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (glyphs[glyph]) {
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

// The bytes of one table of a font file, or of the whole file where `tag` is HB_TAG_NONE.
fonts::Handle<hb_blob_t> bytes_of(hb_face_t* font, hb_tag_t tag) {
    return fonts::Handle<hb_blob_t>(tag == HB_TAG_NONE ? hb_face_reference_blob(font)
                                                       : hb_face_reference_table(font, tag));
}

Result<fonts::Handle<hb_blob_t>> subset(const fonts::Face& face, const GlyphSet& glyphs) {
    const std::unique_ptr<hb_subset_input_t, ReleaseSubset> input(hb_subset_input_create_or_fail());
    if (!input) {
        return surroundings_failed(face.path, "there is no memory to take glyphs out of it: Cannot allocate memory");
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
        if (glyphs[glyph]) {
            hb_set_add(wanted, static_cast<hb_codepoint_t>(glyph));
        }
    }
    // Shaping is done; a PDF needs outlines and metrics only.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "DSIG", "kern", "FFTM", "name", "post"}) {
        hb_set_add(dropped, hb_tag_from_string(tag, -1));
    }
    const fonts::Handle<hb_face_t> made(hb_subset_or_fail(face.face.get(), input.get()));
    if (!made) {
        return surroundings_failed(face.path, "the font can't be subset: it may be damaged");
    }
    return bytes_of(made.get(), face.outlines == fonts::Outlines::cff ? HB_TAG('C', 'F', 'F', ' ') : HB_TAG_NONE);
}

} // namespace

Result<FontProgram> font_program(const fonts::Face& face, const GlyphSet& glyphs) {
    const Result<fonts::Handle<hb_blob_t>> made = subset(face, glyphs);
    if (!made) {
        return tl::unexpected(made.error());
    }
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(made->get(), &length);
    Result<std::string> packed = deflated({bytes, length});
    return packed ? Result<FontProgram>({tag_of(glyphs), std::move(*packed), length}) : tl::unexpected(packed.error());
}

} // namespace rapporteur::pdf
