#include "images/jpeg_codec.hpp"

#include "images/images.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// libjpeg's headers want what stands above.
#include <jerror.h>
#include <jpeglib.h>

namespace rapporteur::images {

namespace {

// libjpeg leaves a function by a jump where it fails: nothing in the functions here that call it may need destroying.
struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf way_out;
    char said[JMSG_LENGTH_MAX];
};

[[noreturn]] void leave(j_common_ptr codec) {
    auto* failure = reinterpret_cast<Failure*>(codec->err); // which begins with it
    failure->manager.format_message(codec, failure->said);
    std::longjmp(failure->way_out, 1);
}

// Damage that libjpeg would paint over with grey is damage; remarks on the form aren't.
void judge(j_common_ptr codec, int level) {
    const int what = codec->err->msg_code;
    const bool is_harmless = what == JWRN_EXTRANEOUS_DATA || what == JWRN_ADOBE_XFORM || what == JWRN_JFIF_MAJOR;
    if (level < 0 && !is_harmless) {
        leave(codec);
    }
}

void prepare(Failure& failure) {
    jpeg_std_error(&failure.manager);
    failure.manager.error_exit = leave;
    failure.manager.emit_message = judge;
    failure.said[0] = '\0';
}

// `row` has room for one; `into`, where it isn't null, for all.
bool decode(const std::string& bytes, unsigned char* row, unsigned char* into, Failure& failure) {
    jpeg_decompress_struct codec = {};
    prepare(failure);
    codec.err = &failure.manager;
    if (setjmp(failure.way_out) != 0) {
        jpeg_destroy_decompress(&codec);
        return false;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&codec, TRUE);
    if (codec.num_components == 4) {
        codec.out_color_space = JCS_CMYK;
    }
    jpeg_start_decompress(&codec);
    const std::size_t width_in_bytes =
        std::size_t{codec.output_width} * static_cast<std::size_t>(codec.output_components);
    while (codec.output_scanline < codec.output_height) {
        unsigned char* line = into == nullptr ? row : into + codec.output_scanline * width_in_bytes;
        jpeg_read_scanlines(&codec, &line, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return true;
}

// What it makes has to be freed, whether it comes to an end or not.
bool encode(const JpegDots& picture, unsigned char** made, unsigned long* size, Failure& failure) {
    constexpr int quality = 92;
    jpeg_compress_struct codec = {};
    prepare(failure);
    codec.err = &failure.manager;
    if (setjmp(failure.way_out) != 0) {
        jpeg_destroy_compress(&codec);
        return false;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, made, size);
    codec.image_width = static_cast<JDIMENSION>(picture.width);
    codec.image_height = static_cast<JDIMENSION>(picture.height);
    codec.input_components = picture.components;
    codec.in_color_space = picture.components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    jpeg_start_compress(&codec, TRUE);
    const std::size_t width_in_bytes = std::size_t{codec.image_width} * static_cast<std::size_t>(picture.components);
    while (codec.next_scanline < codec.image_height) {
        const char* line = picture.dots.data() + codec.next_scanline * width_in_bytes;
        auto* row = reinterpret_cast<unsigned char*>(const_cast<char*>(line)); // which libjpeg only reads
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    return true;
}

std::string room_for(const JpegFacts& facts, int rows) {
    return std::string(static_cast<std::size_t>(facts.width) * static_cast<std::size_t>(facts.components) *
                           static_cast<std::size_t>(rows),
                       '\0');
}

} // namespace

std::string damage_in_jpeg(const std::string& bytes) {
    Failure failure;
    std::string row = room_for(facts_of_jpeg(bytes), 1);
    return decode(bytes, reinterpret_cast<unsigned char*>(row.data()), nullptr, failure) ? std::string() : failure.said;
}

tl::expected<JpegDots, std::string> decode_jpeg(const std::string& bytes) {
    const JpegFacts facts = facts_of_jpeg(bytes);
    JpegDots picture{facts.width, facts.height, facts.components, room_for(facts, facts.height)};
    Failure failure;
    if (!decode(bytes, nullptr, reinterpret_cast<unsigned char*>(picture.dots.data()), failure)) {
        return tl::unexpected<std::string>(failure.said);
    }
    return picture;
}

tl::expected<std::string, std::string> encode_jpeg(const JpegDots& picture) {
    Failure failure;
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const bool is_done = encode(picture, &made, &size, failure);
    std::string bytes(reinterpret_cast<const char*>(made), is_done ? size : 0);
    std::free(made);
    return is_done ? tl::expected<std::string, std::string>(std::move(bytes))
                   : tl::unexpected<std::string>(failure.said);
}

} // namespace rapporteur::images
