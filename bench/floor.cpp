// The least that any program must spend on setting a text: floor TEXT FONT PDF.
//
// Shapes each different word once with HarfBuzz, breaks lines greedily, justifies them, deflates the pages and embeds
// the subset of one font. No hyphens, no tags, no links, no tables: what a program spends beyond this, it spends on
// what it does beyond this. TEXT has a paragraph on each line, and an empty line where a page begins.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <hb-subset.h>
#include <hb.h>
#include <iostream>
#include <libdeflate.h>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

// The house style's page and body text, in points.
constexpr double page_width = 595.276;
constexpr double page_height = 841.89;
constexpr double left = 96;
constexpr double top = 84;
constexpr double bottom = 102;
constexpr double measure = 379.276;
constexpr double size = 11.5;
constexpr double leading = 15;
constexpr int deflate_level = 5; // rapporteur's

struct Release {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

template <class T>
using Handle = std::unique_ptr<T, Release>;

struct Word {
    std::string glyphs; // in hexadecimal, as a content stream shows them
    double width = 0;
};

class Typeface {
public:
    explicit Typeface(const char* path) : used(hb_set_create()), buffer(hb_buffer_create()) {
        const Handle<hb_blob_t> file(hb_blob_create_from_file_or_fail(path));
        face.reset(hb_face_create(file.get(), 0));
        font.reset(hb_font_create(face.get()));
        to_points = size / hb_face_get_upem(face.get());
    }

    const Word& shape(const std::string& text) {
        const auto [known, is_new] = words.try_emplace(text);
        if (is_new) {
            known->second = shape_anew(text);
        }
        return known->second;
    }

    // The program of the subset that was used, and its glyphs' widths as a CID font's W array.
    std::string subset() const {
        const Handle<hb_subset_input_t> input(hb_subset_input_create_or_fail());
        hb_set_union(hb_subset_input_glyph_set(input.get()), used.get());
        hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
        const Handle<hb_face_t> small(hb_subset_or_fail(face.get(), input.get()));
        const Handle<hb_blob_t> program(hb_face_reference_blob(small.get()));
        unsigned length = 0;
        const char* bytes = hb_blob_get_data(program.get(), &length);
        return {bytes, length};
    }

    std::string widths() const {
        std::string array;
        for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(used.get(), &glyph) != 0;) {
            array += fmt::format("{}[{:.0f}]", glyph,
                                 hb_font_get_glyph_h_advance(font.get(), glyph) * to_points * 1000 / size);
        }
        return array;
    }

private:
    Word shape_anew(const std::string& text) {
        hb_buffer_clear_contents(buffer.get());
        hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
        hb_buffer_guess_segment_properties(buffer.get());
        hb_shape(font.get(), buffer.get(), nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
        Word word;
        for (unsigned at = 0; at < count; ++at) {
            word.glyphs += fmt::format("{:04X}", glyphs[at].codepoint);
            word.width += positions[at].x_advance * to_points;
            hb_set_add(used.get(), glyphs[at].codepoint);
        }
        return word;
    }

    Handle<hb_face_t> face;
    Handle<hb_font_t> font;
    Handle<hb_set_t> used;
    Handle<hb_buffer_t> buffer;
    double to_points = 0;
    std::unordered_map<std::string, Word> words;
};

// Objects 1 to 5 are the catalogue, the page tree and the font; pages and their contents follow.
class Document {
public:
    explicit Document(const char* path) : out(path, std::ios::binary), offsets(fixed_objects) {
        compressor.reset(libdeflate_alloc_compressor(deflate_level));
        put("%PDF-1.7\n");
    }

    void add_page(const std::string& contents) {
        const std::size_t page = offsets.size();
        offsets.resize(page + 2);
        object(page, fmt::format("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", page + 1));
        stream(page + 1, "", contents);
        pages += fmt::format("{} 0 R ", page);
    }

    bool finish(const Typeface& typeface) {
        const std::size_t count = (offsets.size() - fixed_objects) / 2;
        object(1, "<</Type/Catalog/Pages 2 0 R>>");
        object(2, fmt::format("<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 {} {}]/Resources<</Font<</F 3 0 R>>>>>>",
                              count, pages, page_width, page_height));
        object(3,
               fmt::format("<</Type/Font/Subtype/Type0/BaseFont/Floor/Encoding/Identity-H/DescendantFonts[<</Type/Font"
                           "/Subtype/CIDFontType0/BaseFont/Floor/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                           "/Supplement 0>>/FontDescriptor 4 0 R/W[{}]>>]>>",
                           typeface.widths()));
        object(4, "<</Type/FontDescriptor/FontName/Floor/Flags 4/FontBBox[0 -300 1000 900]/ItalicAngle 0/Ascent 900"
                  "/Descent -300/CapHeight 650/StemV 80/FontFile3 5 0 R>>");
        stream(5, "/Subtype/OpenType", typeface.subset());
        const std::size_t start = written;
        put(fmt::format("xref\n0 {}\n0000000000 65535 f\r\n", offsets.size()));
        for (std::size_t at = 1; at < offsets.size(); ++at) {
            put(fmt::format("{:010} 00000 n\r\n", offsets[at]));
        }
        put(fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", offsets.size(), start));
        return static_cast<bool>(out.flush());
    }

private:
    static constexpr std::size_t fixed_objects = 6;

    void put(const std::string& bytes) {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        written += bytes.size();
    }

    void object(std::size_t number, const std::string& value) {
        offsets[number] = written;
        put(fmt::format("{} 0 obj\n{}\nendobj\n", number, value));
    }

    void stream(std::size_t number, const char* entries, const std::string& bytes) {
        std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
        packed.resize(
            libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
        object(number, fmt::format("<<{}/Filter/FlateDecode/Length {}>>\nstream\n{}\nendstream", entries, packed.size(),
                                   packed));
    }

    std::ofstream out;
    std::vector<std::size_t> offsets;
    std::size_t written = 0;
    std::string pages;
    Handle<libdeflate_compressor> compressor;
};

class Setter {
public:
    Setter(Typeface& with, Document& into) : typeface(with), document(into), space(typeface.shape(" ").width) {
        begin_page();
    }

    void set(const std::string& paragraph) {
        std::size_t from = 0;
        while (from < paragraph.size()) {
            const std::size_t to = std::min(paragraph.find(' ', from), paragraph.size());
            const Word& word = typeface.shape(paragraph.substr(from, to - from));
            if (!line.empty() && width + static_cast<double>(line.size()) * space + word.width > measure) {
                end_line((measure - width) / static_cast<double>(line.size() - 1));
            }
            line.push_back(&word);
            width += word.width;
            from = to + 1;
        }
        end_line(space);
    }

    void end_page() {
        document.add_page(contents + "ET");
        begin_page();
    }

private:
    void begin_page() {
        contents = fmt::format("BT /F {} Tf {} TL 1 0 0 1 {} {} Tm\n", size, leading, left, page_height - top - size);
        y = top;
    }

    void end_line(double gap) {
        if (y + leading > page_height - bottom) {
            end_page();
        }
        const std::string between = fmt::format(">{:.0f}<", -gap * 1000 / size);
        contents += "[<";
        for (const Word* word : line) {
            contents += word->glyphs;
            contents += between;
        }
        contents += ">]TJ T*\n";
        y += leading;
        line.clear();
        width = 0;
    }

    Typeface& typeface;
    Document& document;
    double space;
    std::vector<const Word*> line;
    double width = 0;
    double y = top;
    std::string contents;
};

} // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fputs("usage: floor TEXT FONT PDF\n", stderr);
        return EXIT_FAILURE;
    }
    std::ifstream text(arguments[1]);
    Typeface typeface(arguments[2]);
    Document document(arguments[3]);
    Setter setter(typeface, document);
    for (std::string paragraph; std::getline(text, paragraph);) {
        if (paragraph.empty()) {
            setter.end_page();
        } else {
            setter.set(paragraph);
        }
    }
    setter.end_page();
    return document.finish(typeface) ? EXIT_SUCCESS : EXIT_FAILURE;
}
