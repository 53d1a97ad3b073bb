#include "images/jpeg_segments.hpp"

#include "images/exif.hpp"
#include "images/profile.hpp"

#include <algorithm>
#include <map>

namespace rapporteur::images {

namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t start_of_image = 0xD8;
constexpr std::uint8_t end_of_image = 0xD9;
constexpr std::uint8_t start_of_scan = 0xDA;
constexpr std::uint8_t application_0 = 0xE0;
constexpr std::uint8_t application_1 = 0xE1;
constexpr std::uint8_t application_2 = 0xE2;
constexpr std::uint8_t application_14 = 0xEE;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

bool stands_alone(std::uint8_t marker) { // without a length
    return marker == start_of_image || marker == end_of_image || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

// Where the coded dots that begin at `at` end: at a marker that isn't a restart.
std::size_t end_of_scan(std::string_view jpeg, std::size_t at) {
    for (at = jpeg.find('\xFF', at); at != std::string_view::npos; at = jpeg.find('\xFF', at + 1)) {
        const std::uint8_t next = byte_at(jpeg, at + 1);
        const bool goes_on = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
        if (at + 1 >= jpeg.size() || !goes_on) {
            return at;
        }
    }
    return jpeg.size();
}

bool is_frame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

constexpr std::string_view icc_mark = "ICC_PROFILE\0"sv;
constexpr std::string_view jfif_mark = "JFIF\0"sv;

std::string profile_in(const std::vector<Segment>& segments) {
    std::map<std::uint8_t, std::string_view> pieces; // by their number
    for (const Segment& segment : segments) {
        if (segment.marker == application_2 && segment.payload.starts_with(icc_mark)) {
            const std::size_t number = icc_mark.size();
            const std::string_view payload = segment.payload;
            pieces.emplace(byte_at(payload, number), payload.substr(std::min(number + 2, payload.size())));
        }
    }
    std::string profile;
    for (const auto& [number, piece] : pieces) {
        profile += piece;
    }
    return profile;
}

} // namespace

std::vector<Segment> segments_of(std::string_view jpeg) {
    std::vector<Segment> segments;
    std::size_t at = 0;
    while (byte_at(jpeg, at) == 0xFF && at + 1 < jpeg.size()) {
        if (byte_at(jpeg, at + 1) == 0xFF) { // filling
            ++at;
            continue;
        }
        Segment segment;
        segment.marker = byte_at(jpeg, at + 1);
        std::size_t end = at + 2;
        if (!stands_alone(segment.marker)) {
            const std::size_t length = std::size_t{byte_at(jpeg, at + 2)} << 8U | byte_at(jpeg, at + 3);
            end = std::min(at + 2 + std::max<std::size_t>(length, 2), jpeg.size());
            segment.payload = jpeg.substr(std::min(at + 4, end), end - std::min(at + 4, end));
        }
        if (segment.marker == start_of_scan) {
            end = end_of_scan(jpeg, end);
        }
        segment.bytes = jpeg.substr(at, end - at);
        segments.push_back(segment);
        at = end;
        if (segment.marker == end_of_image) {
            break;
        }
    }
    return segments;
}

int orientation_in(const std::vector<Segment>& segments) {
    constexpr std::string_view exif_mark = "Exif\0\0"sv;
    const auto exif = std::find_if(segments.begin(), segments.end(), [&](const Segment& segment) {
        return segment.marker == application_1 && segment.payload.starts_with(exif_mark);
    });
    return exif == segments.end() ? 1 : orientation_of_exif(exif->payload.substr(exif_mark.size()));
}

JpegFacts facts_in(const std::vector<Segment>& segments) {
    JpegFacts facts;
    bool has_jfif = false;
    bool has_adobe = false;
    std::string ids;
    for (const Segment& segment : segments) {
        const std::string_view payload = segment.payload;
        if (is_frame(segment.marker)) {
            facts.frame = segment.marker;
            facts.height = byte_at(payload, 1) << 8 | byte_at(payload, 2);
            facts.width = byte_at(payload, 3) << 8 | byte_at(payload, 4);
            facts.components = byte_at(payload, 5);
            for (int component = 0; component < facts.components; ++component) {
                ids.push_back(static_cast<char>(byte_at(payload, 6 + 3 * static_cast<std::size_t>(component))));
            }
        }
        facts.passes += segment.marker == start_of_scan ? 1 : 0;
        has_jfif = has_jfif || (segment.marker == application_0 && payload.starts_with(jfif_mark));
        has_adobe = has_adobe || (segment.marker == application_14 && payload.starts_with("Adobe"));
    }
    facts.is_inverted = facts.components == 4 && has_adobe;
    facts.is_plain_rgb = !has_jfif && !has_adobe && ids == "RGB";
    facts.profile = profile_in(segments);
    return facts;
}

std::string with_orientation(const std::string& clean, int orientation) {
    // EXIF with one directory of one entry, a short number; TIFF 6.0, section 2.
    constexpr std::string_view before = "\xFF\xE1\x00\x22"
                                        "Exif\0\0"
                                        "MM\0*\0\0\0\x08"
                                        "\0\x01"
                                        "\x01\x12\0\x03\0\0\0\x01\0"sv;
    constexpr std::string_view after = "\0\0"
                                       "\0\0\0\0"sv;
    constexpr std::size_t start = 2; // of the image: its first marker
    std::string told = clean.substr(0, start);
    told += before;
    told.push_back(static_cast<char>(orientation));
    told += after;
    return told + clean.substr(start);
}

JpegFacts facts_of_jpeg(const std::string& bytes) {
    JpegFacts facts = facts_in(segments_of(bytes));
    facts.profile = usable_profile(std::move(facts.profile), facts.components);
    return facts;
}

} // namespace rapporteur::images
