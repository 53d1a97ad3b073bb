#include "fonts/face.hpp"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <hb-ot.h>

namespace rapporteur::fonts {

namespace {

// A table of the font as big-endian bytes; reading past its end gives 0, as OpenType's versioned tables allow.
class Table {
public:
    Table(hb_face_t* face, const char (&tag)[5])
        : blob(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob.get(), &length);
        bytes = {data, length};
    }

    bool empty() const { return bytes.empty(); }
    unsigned u8(std::size_t at) const { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; }
    unsigned u16(std::size_t at) const { return (u8(at) << 8U) | u8(at + 1); }
    int s16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    double fixed(std::size_t at) const { return s16(at) + u16(at + 2) / 65536.0; }

private:
    Handle<hb_blob_t> blob;
    std::string_view bytes;
};

// OpenType, OS/2 table: fsType.
constexpr unsigned restricted_licence = 0x0002;
constexpr unsigned usage_bits = 0x000F;
constexpr unsigned no_subsetting = 0x0100;

constexpr std::size_t os2_weight = 4;
constexpr std::size_t os2_fs_type = 8;
constexpr std::size_t os2_panose_serif = 33;
constexpr std::size_t os2_selection = 62;
constexpr std::size_t head_box = 36;
constexpr std::size_t post_italic_angle = 4;

bool may_be_embedded(const Table& os2) {
    const unsigned licence = os2.u16(os2_fs_type);
    return (licence & usage_bits) != restricted_licence && (licence & no_subsetting) == 0;
}

std::string postscript_name(hb_face_t* face) {
    char name[128] = {};
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    return {name, size};
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

} // namespace

Result<Handle<hb_blob_t>> open_font(const std::string& path) {
    errno = 0;
    Handle<hb_blob_t> file(hb_blob_create_from_file_or_fail(path.c_str()));
    if (!file) {
        return surroundings_failed(path, fmt::format("the font can't be read{}{}", errno == 0 ? "" : ": ",
                                                     errno == 0 ? "" : std::strerror(errno)));
    }
    return file;
}

Result<Face> face_in(hb_blob_t* file, const std::string& path, unsigned index, const std::string& family) {
    Face face;
    face.face.reset(hb_face_create(file, index));
    const Table head(face.face.get(), "head");
    const Table os2(face.face.get(), "OS/2");
    const bool truetype = !Table(face.face.get(), "glyf").empty();
    if (head.empty() || (!truetype && Table(face.face.get(), "CFF ").empty())) {
        return surroundings_failed(path, "isn't a font with TrueType or CFF outlines");
    }
    if (!may_be_embedded(os2)) {
        return surroundings_failed(path, fmt::format("the licence of the font {} forbids embedding it", family),
                                   "name another family in the style");
    }
    face.path = path;
    face.index = index;
    face.family = family;
    face.postscript_name = postscript_name(face.face.get());
    face.outlines = truetype ? Outlines::truetype : Outlines::cff;
    face.weight = static_cast<int>(os2.u16(os2_weight));
    face.italic = (os2.u16(os2_selection) & 1U) != 0;
    face.units_per_em = hb_face_get_upem(face.face.get());
    face.italic_angle = Table(face.face.get(), "post").fixed(post_italic_angle);
    for (std::size_t side = 0; side < 4; ++side) {
        face.box[side] = head.s16(head_box + 2 * side);
    }
    face.font.reset(hb_font_create(face.face.get()));
    const int em = static_cast<int>(face.units_per_em);
    hb_font_set_scale(face.font.get(), em, em);
    face.ascender = metric(face.font.get(), HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    face.descender = metric(face.font.get(), HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    face.cap_height = metric(face.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT);
    face.x_height = metric(face.font.get(), HB_OT_METRICS_TAG_X_HEIGHT);
    face.space = static_cast<std::uint16_t>(face.glyph_of(U' ').value_or(0));
    return face;
}

namespace {

// Whether the capital I is four strokes and no more: it has no feet.
bool has_plain_stem(const Face& face) {
    const std::optional<std::uint32_t> glyph = face.glyph_of(U'I');
    int strokes = 0;
    hb_draw_funcs_t* count = hb_draw_funcs_create();
    hb_draw_funcs_set_line_to_func(
        count, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float, void*) { ++*static_cast<int*>(data); },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        count,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float, float, float, float, float, void*) {
            *static_cast<int*>(data) += 2;
        },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        count,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float, float, float, void*) {
            *static_cast<int*>(data) += 2;
        },
        nullptr, nullptr);
    if (glyph) {
        face.draw(*glyph, count, &strokes);
    }
    hb_draw_funcs_destroy(count);
    constexpr int of_a_rectangle = 4;
    return glyph && strokes <= of_a_rectangle;
}

} // namespace

bool is_sans(const Face& face) {
    const unsigned serif_style = Table(face.face.get(), "OS/2").u8(os2_panose_serif);
    constexpr unsigned first_sans = 11;
    constexpr unsigned last_sans = 15;
    const bool is_told = serif_style > 1; // 0 is any, 1 none of those that PANOSE knows
    return is_told ? serif_style >= first_sans && serif_style <= last_sans : has_plain_stem(face);
}

// hb_font_draw_glyph came with HarfBuzz 7, and the call that it stands for is deprecated since.
void Face::draw(std::uint32_t glyph, hb_draw_funcs_t* functions, void* data) const {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font.get(), glyph, functions, data);
#else
    hb_font_get_glyph_shape(font.get(), glyph, functions, data);
#endif
}

std::optional<std::uint32_t> Face::glyph_of(char32_t character) const {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font.get(), character, &glyph) == 0 || glyph == 0) {
        return std::nullopt;
    }
    return glyph;
}

int Face::advance_of(std::uint32_t glyph) const {
    return hb_font_get_glyph_h_advance(font.get(), glyph);
}

} // namespace rapporteur::fonts
