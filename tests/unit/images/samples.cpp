#include "samples.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <lcms2.h>
#include <memory>
#include <vector>
// libjpeg's header wants what stands above.
#include <jpeglib.h>
#include <png.h>

namespace rapporteur::sample {

namespace {

using Dot = std::array<unsigned char, 3>;

Dot dot_at(int x, int y) {
    const bool left = x < width / 2;
    if (y < height / 2) {
        return left ? Dot{220, 30, 30} : Dot{30, 180, 30};
    }
    return left ? Dot{30, 30, 220} : Dot{255, 255, 255};
}

unsigned char grey(const Dot& dot) {
    return static_cast<unsigned char>((dot[0] * 3 + dot[1] * 6 + dot[2]) / 10);
}

// TIFF of one entry, its orientation, and behind it words that no reader of the picture needs.
std::string exif(int orientation) {
    using namespace std::string_literals;
    return "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + static_cast<char>(orientation) +
           "\0\0\0\0\0\0\0"s + secret;
}

// ISO/IEC 15948, 5.5
std::uint32_t checksum(const std::string& bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1U) != 0 ? sum >> 1U ^ 0xEDB88320U : sum >> 1U;
        }
    }
    return ~sum;
}

} // namespace

std::string jpeg(const Jpeg& how) {
    jpeg_compress_struct codec = {};
    jpeg_error_mgr errors = {};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char* made = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &made, &size);
    codec.image_width = width;
    codec.image_height = height;
    codec.input_components = how.components;
    codec.in_color_space = how.components == 1 ? JCS_GRAYSCALE : (how.components == 3 ? JCS_RGB : JCS_CMYK);
    jpeg_set_defaults(&codec);
    if (how.plain_rgb) {
        jpeg_set_colorspace(&codec, JCS_RGB);
        codec.write_Adobe_marker = FALSE;
    }
    if (how.components == 4) {
        codec.write_Adobe_marker = how.adobe ? TRUE : FALSE;
    }
    if (how.progressive) {
        jpeg_simple_progression(&codec);
    }
    jpeg_start_compress(&codec, TRUE);
    const auto write_marker = [&](int marker, const std::string& bytes) {
        jpeg_write_marker(&codec, marker, reinterpret_cast<const unsigned char*>(bytes.data()),
                          static_cast<unsigned>(bytes.size()));
    };
    if (how.orientation) {
        write_marker(JPEG_APP0 + 1, exif(*how.orientation));
    }
    write_marker(JPEG_COM, std::string("taken by ") + secret);
    if (!how.profile.empty()) {
        jpeg_write_icc_profile(&codec, reinterpret_cast<const unsigned char*>(how.profile.data()),
                               static_cast<unsigned>(how.profile.size()));
    }
    for (int y = 0; y < height; ++y) {
        std::vector<unsigned char> row;
        for (int x = 0; x < width; ++x) {
            const Dot dot = dot_at(x, y);
            if (how.components == 1) {
                row.push_back(grey(dot));
            } else if (how.components == 3) {
                row.insert(row.end(), dot.begin(), dot.end());
            } else { // little ink where much light is; Adobe counts the other way round
                for (const unsigned char light : dot) {
                    row.push_back(how.adobe ? light : static_cast<unsigned char>(255 - light));
                }
                row.push_back(how.adobe ? 255 : 0);
            }
        }
        unsigned char* line = row.data();
        jpeg_write_scanlines(&codec, &line, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    std::string bytes(reinterpret_cast<const char*>(made), size);
    std::free(made);
    return bytes;
}

std::string png(const Png& how) {
    std::string bytes;
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(writer);
    png_set_write_fn(
        writer, &bytes,
        [](png_structp to, png_bytep data, png_size_t size) {
            static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<const char*>(data), size);
        },
        nullptr);
    png_set_IHDR(writer, info, width, height, how.depth, how.colour_type,
                 how.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const std::array<png_color, 4> palette = {{{220, 30, 30}, {30, 180, 30}, {30, 30, 220}, {255, 255, 255}}};
    if (how.colour_type == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(writer, info, palette.data(), static_cast<int>(palette.size()));
    }
    const std::array<png_byte, 4> opacity = {255, 255, 255, 0};
    if (how.transparent_index) {
        png_set_tRNS(writer, info, opacity.data(), static_cast<int>(opacity.size()), nullptr);
    }
    if (how.gamma > 0) {
        png_set_gAMA(writer, info, how.gamma);
    }
    if (!how.profile.empty()) {
        png_set_iCCP(writer, info, "made up", PNG_COMPRESSION_TYPE_BASE,
                     reinterpret_cast<png_const_bytep>(how.profile.data()),
                     static_cast<png_uint_32>(how.profile.size()));
    }
    std::string remark = secret;
    png_text text = {};
    text.compression = PNG_TEXT_COMPRESSION_NONE;
    std::string key = "Author";
    text.key = key.data();
    text.text = remark.data();
    png_set_text(writer, info, &text, 1);
    png_write_info(writer, info);
    std::vector<std::vector<png_byte>> rows;
    for (int y = 0; y < height; ++y) {
        std::vector<png_byte> row;
        const auto put = [&](unsigned char sample) { row.insert(row.end(), how.depth == 16 ? 2 : 1, sample); };
        for (int x = 0; x < width; ++x) {
            const Dot dot = dot_at(x, y);
            if (how.colour_type == PNG_COLOR_TYPE_PALETTE) {
                put(static_cast<unsigned char>((y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)));
            } else if ((how.colour_type & PNG_COLOR_MASK_COLOR) != 0) {
                put(dot[0]);
                put(dot[1]);
                put(dot[2]);
            } else {
                put(how.depth == 1 ? (grey(dot) > 127 ? 1 : 0) : grey(dot));
            }
            if ((how.colour_type & PNG_COLOR_MASK_ALPHA) != 0) {
                put(x < width / 2 ? 255 : 0);
            }
        }
        rows.push_back(std::move(row));
    }
    png_set_packing(writer);
    std::vector<png_bytep> lines;
    for (std::vector<png_byte>& row : rows) {
        lines.push_back(row.data());
    }
    png_write_image(writer, lines.data());
    png_write_end(writer, info);
    png_destroy_write_struct(&writer, &info);
    return bytes;
}

std::string with_exif(const std::string& png, int orientation) {
    constexpr std::size_t behind_header = 33; // signature and header
    std::string chunk = "eXIf" + exif(orientation).substr(6);
    std::string length;
    std::string check;
    const auto put = [](std::string& to, std::uint32_t number) {
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            to.push_back(static_cast<char>(number >> shift & 0xFFU));
        }
    };
    put(length, static_cast<std::uint32_t>(chunk.size() - 4));
    put(check, checksum(chunk));
    return png.substr(0, behind_header) + length + chunk + check + png.substr(behind_header);
}

std::string of_other_height(std::string png, int tall) {
    constexpr std::size_t type_at = 12; // of the header's chunk, behind the signature and its length
    constexpr std::size_t covered = 17; // its type and data
    const auto put = [&](std::size_t at, std::uint32_t number) {
        for (std::size_t byte = 0; byte < 4; ++byte) {
            png[at + byte] = static_cast<char>(number >> (24 - 8 * byte) & 0xFFU);
        }
    };
    put(type_at + 8, static_cast<std::uint32_t>(tall));
    put(type_at + covered, checksum(png.substr(type_at, covered)));
    return png;
}

std::string svg() {
    return R"(<?xml version="1.0"?>
<!-- lamplight --><!DOCTYPE svg [<!ENTITY secret "lamplight">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:other="urn:other" viewBox="0 0 60 40" width="60" height="40" other:name="lamplight">
<metadata>lamplight</metadata><title>lamplight</title><script>"lamplight"</script><other:view>lamplight</other:view>
<rect width="30" height="20" fill="#dc1e1e"/><rect x="30" width="30" height="20" fill="#1edc1e"/>
<g opacity="0.9"><rect y="20" width="30" height="20" fill="#1e1edc"/></g>
<text x="31" y="24" font-size="4" fill="#dc1e1e"><desc>lamplight</desc>R</text>
</svg>
)";
}

namespace {

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Close>;

std::string bytes_of(const Profile& profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    return bytes;
}

// The colour of inks on paper, as a table of the corners has it.
cmsInt32Number inked(const cmsUInt16Number in[], cmsUInt16Number out[], void* lab_of) {
    cmsFloat64Number light[3];
    const double key = 1 - in[3] / 65535.0;
    for (int part = 0; part < 3; ++part) {
        light[part] = (1 - in[part] / 65535.0) * key;
    }
    cmsFloat64Number lab[3];
    cmsDoTransform(static_cast<cmsHTRANSFORM>(lab_of), light, lab, 1);
    cmsCIELab colour{lab[0], lab[1], lab[2]};
    cmsFloat2LabEncoded(out, &colour);
    return 1;
}

} // namespace

std::string inks_profile() {
    const Profile rgb(cmsCreate_sRGBProfile());
    const Profile lab(cmsCreateLab4Profile(nullptr));
    cmsHTRANSFORM lab_of = cmsCreateTransform(rgb.get(), TYPE_RGB_DBL, lab.get(), TYPE_Lab_DBL, INTENT_PERCEPTUAL, 0);
    constexpr cmsUInt32Number corners = 5;
    cmsPipeline* table = cmsPipelineAlloc(nullptr, 4, 3);
    cmsStage* colours = cmsStageAllocCLut16bit(nullptr, corners, 4, 3, nullptr);
    cmsStageSampleCLut16bit(colours, inked, lab_of, 0);
    cmsPipelineInsertStage(table, cmsAT_BEGIN, colours);
    cmsPipelineInsertStage(table, cmsAT_BEGIN, cmsStageAllocToneCurves(nullptr, 4, nullptr));
    cmsPipelineInsertStage(table, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
    const Profile profile(cmsCreateProfilePlaceholder(nullptr));
    cmsSetProfileVersion(profile.get(), 2.1);
    cmsSetDeviceClass(profile.get(), cmsSigOutputClass);
    cmsSetColorSpace(profile.get(), cmsSigCmykData);
    cmsSetPCS(profile.get(), cmsSigLabData);
    cmsMLU* words = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(words, "en", "US", "Made-up inks");
    cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, words);
    cmsWriteTag(profile.get(), cmsSigCopyrightTag, words);
    cmsWriteTag(profile.get(), cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsWriteTag(profile.get(), cmsSigAToB0Tag, table);
    std::string bytes = bytes_of(profile);
    cmsMLUfree(words);
    cmsPipelineFree(table);
    cmsDeleteTransform(lab_of);
    return bytes;
}

std::string light_profile() {
    const cmsCIExyY white = {0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}}; // wider than sRGB
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const Profile profile(cmsCreateRGBProfile(&white, &primaries, curves));
    cmsSetProfileVersion(profile.get(), 2.1);
    std::string bytes = bytes_of(profile);
    cmsFreeToneCurve(curve);
    return bytes;
}

} // namespace rapporteur::sample
