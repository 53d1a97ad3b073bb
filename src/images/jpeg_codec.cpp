#include "images/jpeg_codec.hpp"

#include <csetjmp>
#include <cstdio>
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

// libjpeg gives pictures of so many eighths of their size.
constexpr unsigned whole = 8;

struct Decoding {
    unsigned eighths = whole;
    unsigned width = 0; // of the result; 0 until it is known
    unsigned height = 0;
    int channels = 0;
    unsigned char* into = nullptr; // null: the size alone is wanted
};

bool decode(const std::string& bytes, Decoding& decoding, Failure& failure) {
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
    codec.scale_num = decoding.eighths;
    codec.scale_denom = whole;
    jpeg_calc_output_dimensions(&codec);
    decoding.width = codec.output_width;
    decoding.height = codec.output_height;
    decoding.channels = codec.output_components;
    if (decoding.into != nullptr) {
        jpeg_start_decompress(&codec);
        const std::size_t width_in_bytes =
            std::size_t{codec.output_width} * static_cast<std::size_t>(codec.output_components);
        while (codec.output_scanline < codec.output_height) {
            unsigned char* line = decoding.into + codec.output_scanline * width_in_bytes;
            jpeg_read_scanlines(&codec, &line, 1);
        }
        jpeg_finish_decompress(&codec);
    }
    jpeg_destroy_decompress(&codec);
    return true;
}

// What is coded goes into a string that is there before libjpeg is, so that it is freed however the coding ends.
struct Destination {
    jpeg_destination_mgr manager;
    std::string* coded;
    JOCTET room[std::size_t{1} << 16U];
};

Destination& destination_of(j_compress_ptr codec) {
    return *reinterpret_cast<Destination*>(codec->dest); // which begins with it
}

void empty_room(j_compress_ptr codec) {
    Destination& destination = destination_of(codec);
    destination.manager.next_output_byte = destination.room;
    destination.manager.free_in_buffer = sizeof destination.room;
}

boolean take_room(j_compress_ptr codec) { // all of it is full
    Destination& destination = destination_of(codec);
    destination.coded->append(reinterpret_cast<const char*>(destination.room), sizeof destination.room);
    empty_room(codec);
    return TRUE;
}

void take_rest(j_compress_ptr codec) {
    Destination& destination = destination_of(codec);
    destination.coded->append(reinterpret_cast<const char*>(destination.room),
                              sizeof destination.room - destination.manager.free_in_buffer);
}

void direct(jpeg_compress_struct& codec, Destination& destination) {
    destination.manager.init_destination = empty_room;
    destination.manager.empty_output_buffer = take_room;
    destination.manager.term_destination = take_rest;
    codec.dest = &destination.manager;
}

struct Profile {
    const unsigned char* bytes;
    unsigned size; // 0: none
};

bool encode(const Plane& picture, Profile profile, Inks inks, Destination& destination, Failure& failure) {
    constexpr int quality = 92;
    jpeg_compress_struct codec = {};
    prepare(failure);
    codec.err = &failure.manager;
    if (setjmp(failure.way_out) != 0) {
        jpeg_destroy_compress(&codec);
        return false;
    }
    jpeg_create_compress(&codec);
    direct(codec, destination);
    codec.image_width = static_cast<JDIMENSION>(picture.width);
    codec.image_height = static_cast<JDIMENSION>(picture.height);
    codec.input_components = picture.channels;
    codec.in_color_space = picture.channels == 1 ? JCS_GRAYSCALE : (picture.channels == 3 ? JCS_RGB : JCS_CMYK);
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.optimize_coding = TRUE;
    codec.write_Adobe_marker = picture.channels == 4 && inks == Inks::inverted ? TRUE : FALSE;
    jpeg_start_compress(&codec, TRUE);
    if (profile.size > 0) {
        jpeg_write_icc_profile(&codec, profile.bytes, profile.size);
    }
    const std::size_t width_in_bytes = std::size_t{codec.image_width} * static_cast<std::size_t>(picture.channels);
    while (codec.next_scanline < codec.image_height) {
        const char* line = picture.samples.data() + codec.next_scanline * width_in_bytes;
        auto* row = reinterpret_cast<unsigned char*>(const_cast<char*>(line)); // which libjpeg only reads
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    return true;
}

bool rebuild(const std::string& bytes, Profile profile, Destination& destination, Failure& failure) {
    jpeg_decompress_struct from = {};
    jpeg_compress_struct to = {};
    prepare(failure);
    from.err = &failure.manager;
    to.err = &failure.manager;
    if (setjmp(failure.way_out) != 0) {
        jpeg_destroy_compress(&to);
        jpeg_destroy_decompress(&from);
        return false;
    }
    jpeg_create_decompress(&from);
    jpeg_create_compress(&to);
    jpeg_mem_src(&from, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&from, TRUE);
    jvirt_barray_ptr* coefficients = jpeg_read_coefficients(&from);
    direct(to, destination);
    jpeg_copy_critical_parameters(&from, &to);
    to.optimize_coding = TRUE;
    if (from.progressive_mode != FALSE) {
        jpeg_simple_progression(&to);
    }
    if (from.jpeg_color_space == JCS_CMYK) { // the marker says that its inks are inverted
        to.write_Adobe_marker = from.saw_Adobe_marker;
    }
    jpeg_write_coefficients(&to, coefficients);
    if (profile.size > 0) {
        jpeg_write_icc_profile(&to, profile.bytes, profile.size);
    }
    jpeg_finish_compress(&to);
    jpeg_finish_decompress(&from);
    jpeg_destroy_compress(&to);
    jpeg_destroy_decompress(&from);
    return true;
}

Profile in_bytes(const std::string& profile) {
    return {reinterpret_cast<const unsigned char*>(profile.data()), static_cast<unsigned>(profile.size())};
}

using Made = tl::expected<std::string, std::string>;

template <class Write>
Made made_by(Write write) {
    Failure failure;
    std::string bytes;
    Destination destination = {};
    destination.coded = &bytes;
    if (!write(destination, failure)) {
        return tl::unexpected<std::string>(failure.said);
    }
    return bytes;
}

} // namespace

tl::expected<std::string, std::string> rebuilt_jpeg(const std::string& bytes, const std::string& profile) {
    return made_by([&](Destination& destination, Failure& failure) {
        return rebuild(bytes, in_bytes(profile), destination, failure);
    });
}

tl::expected<Plane, std::string> decode_jpeg(const std::string& bytes, Size least) {
    Failure failure;
    Decoding decoding;
    const auto failed = [&] { return tl::unexpected<std::string>(failure.said); };
    for (decoding.eighths = 1; decoding.eighths <= whole; ++decoding.eighths) {
        if (!decode(bytes, decoding, failure)) {
            return failed();
        }
        const bool is_enough = decoding.width >= static_cast<unsigned>(least.width) &&
                               decoding.height >= static_cast<unsigned>(least.height);
        if (is_enough || decoding.eighths == whole) {
            break;
        }
    }
    Plane picture{static_cast<int>(decoding.width), static_cast<int>(decoding.height), decoding.channels, {}};
    picture.samples.resize(std::size_t{decoding.width} * decoding.height * static_cast<std::size_t>(decoding.channels));
    decoding.into = reinterpret_cast<unsigned char*>(picture.samples.data());
    return decode(bytes, decoding, failure) ? tl::expected<Plane, std::string>(std::move(picture)) : failed();
}

tl::expected<Plane, std::string> decode_jpeg(const std::string& bytes) {
    constexpr int longest_side = 65'535;
    return decode_jpeg(bytes, {longest_side, longest_side});
}

tl::expected<std::string, std::string> encode_jpeg(const Plane& picture, const std::string& profile, Inks inks) {
    return made_by([&](Destination& destination, Failure& failure) {
        return encode(picture, in_bytes(profile), inks, destination, failure);
    });
}

} // namespace rapporteur::images
