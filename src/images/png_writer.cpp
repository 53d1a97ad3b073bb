#include "images/png_codec.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <libdeflate.h>
#include <memory>
#include <new>

namespace rapporteur::images {

namespace {

constexpr int level = 7; // of libdeflate's twelve

struct Release {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

std::string deflated(const std::string& bytes) {
    const std::unique_ptr<libdeflate_compressor, Release> compressor(libdeflate_alloc_compressor(level));
    if (!compressor) {
        throw std::bad_alloc();
    }
    std::string small(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    small.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), small.data(), small.size()));
    return small;
}

void append_number(std::string& out, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<char>(number >> shift & 0xFFU));
    }
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
    append_number(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = out.size();
    out.append(type).append(data);
    append_number(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

// Rows as the differences from their neighbours, which deflate well (ISO/IEC 15948, 9.2): of the filters, for each row
// the one with the least sum of differences (12.8).
class Rows {
public:
    Rows(const std::string& all, std::size_t row_size, std::size_t pixel_size)
        : samples(all), size(row_size), pixel(pixel_size), before(row_size, '\0') {}

    std::string filtered() {
        std::string out;
        out.reserve(samples.size() + samples.size() / size);
        for (std::size_t at = 0; at < samples.size(); at += size) {
            const std::string_view row = std::string_view(samples).substr(at, size);
            std::size_t least = SIZE_MAX;
            for (const int filter : {0, 1, 2, 4}) {
                std::size_t sum = 0;
                fill(row, filter, sum);
                if (sum < least) {
                    least = sum;
                    best.swap(tried);
                }
            }
            out += best;
            before = row;
        }
        return out;
    }

private:
    void fill(std::string_view row, int filter, std::size_t& sum) {
        tried.assign(1, static_cast<char>(filter));
        for (std::size_t at = 0; at < row.size(); ++at) {
            const int left = at < pixel ? 0 : static_cast<unsigned char>(row[at - pixel]);
            const int above = static_cast<unsigned char>(before[at]);
            const int before_above = at < pixel ? 0 : static_cast<unsigned char>(before[at - pixel]);
            const auto difference = static_cast<signed char>(static_cast<unsigned char>(row[at]) -
                                                             guess(filter, left, above, before_above));
            sum += static_cast<std::size_t>(std::abs(static_cast<int>(difference)));
            tried.push_back(static_cast<char>(difference));
        }
    }

    static int guess(int filter, int left, int above, int before_above) {
        switch (filter) {
        case 1:
            return left;
        case 2:
            return above;
        case 4:
            return paeth(left, above, before_above);
        default:
            return 0;
        }
    }

    static int paeth(int left, int above, int before_above) {
        const int likely = left + above - before_above;
        const int from_left = std::abs(likely - left);
        const int from_above = std::abs(likely - above);
        const int from_before_above = std::abs(likely - before_above);
        if (from_left <= from_above && from_left <= from_before_above) {
            return left;
        }
        return from_above <= from_before_above ? above : before_above;
    }

    const std::string& samples;
    std::size_t size;
    std::size_t pixel;
    std::string before;
    std::string tried;
    std::string best;
};

std::string unfiltered(const std::string& samples, std::size_t row_size) { // indexes have no neighbours
    std::string out;
    out.reserve(samples.size() + samples.size() / row_size);
    for (std::size_t at = 0; at < samples.size(); at += row_size) {
        out.push_back('\0');
        out.append(samples, at, row_size);
    }
    return out;
}

std::string with_opacity(const Pixels& pixels) {
    const auto channels = static_cast<std::size_t>(pixels.channels);
    std::string mixed;
    mixed.reserve(pixels.dots.size() + pixels.opacity.size());
    for (std::size_t at = 0; at < pixels.opacity.size(); ++at) {
        mixed.append(pixels.dots, at * channels, channels);
        mixed.push_back(pixels.opacity[at]);
    }
    return mixed;
}

} // namespace

std::string encode_png(const Pixels& pixels) {
    constexpr char coloured = 2; // bits of the colour type
    constexpr char indexed = 3;
    constexpr char opaque = 4;
    constexpr char depth = 8;
    const bool has_palette = !pixels.palette.empty();
    const bool has_opacity = !pixels.opacity.empty();
    const char type =
        has_palette ? indexed : static_cast<char>((pixels.channels == 3 ? coloured : 0) + (has_opacity ? opaque : 0));
    std::string header;
    append_number(header, static_cast<std::uint32_t>(pixels.width));
    append_number(header, static_cast<std::uint32_t>(pixels.height));
    header += depth;
    header += type;
    header.append(3, '\0'); // deflate, the five filters, not interlaced
    const std::size_t pixel = static_cast<std::size_t>(pixels.channels) + (has_opacity ? 1 : 0);
    const std::size_t row = static_cast<std::size_t>(pixels.width) * pixel;
    const std::string mixed = has_opacity ? with_opacity(pixels) : std::string();
    const std::string& samples = has_opacity ? mixed : pixels.dots;

    std::string out = "\x89PNG\r\n\x1A\n";
    append_chunk(out, "IHDR", header);
    if (!pixels.profile.empty()) {
        append_chunk(out, "iCCP", std::string("profile\0\0", 9) + deflated(pixels.profile));
    }
    if (has_palette) {
        append_chunk(out, "PLTE", pixels.palette);
    }
    append_chunk(out, "IDAT", deflated(has_palette ? unfiltered(samples, row) : Rows(samples, row, pixel).filtered()));
    append_chunk(out, "IEND", {});
    return out;
}

} // namespace rapporteur::images
