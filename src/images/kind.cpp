#include "images/kind.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::images {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::size_t at;
    std::string_view described;
};

constexpr std::array<Signature, 9> others = {{
    {"GIF8"sv, 0, "a GIF"},
    {"RIFF"sv, 0, "a WebP"},
    {"ftypheic"sv, 4, "a HEIC"},
    {"ftypmif1"sv, 4, "a HEIF"},
    {"ftypavif"sv, 4, "an AVIF"},
    {"II*\0"sv, 0, "a TIFF"},
    {"MM\0*"sv, 0, "a TIFF"},
    {"BM"sv, 0, "a BMP"},
    {"%PDF"sv, 0, "a PDF"},
}};

constexpr std::size_t looked_at = 4096; // where an SVG's root must have begun

// "<svg", or with a prefix "<s:svg".
bool has_svg_tag(std::string_view xml) {
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        const std::string_view name = xml.substr(at + 1, xml.find_first_of(" \t\r\n>/", at + 1) - at - 1);
        const std::size_t colon = name.find(':');
        if (name.substr(colon == std::string_view::npos ? 0 : colon + 1) == "svg") {
            return true;
        }
    }
    return false;
}

bool begins_as_svg(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) {
        bytes.remove_prefix(mark.size());
    }
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    return bytes.starts_with('<') && has_svg_tag(bytes.substr(0, looked_at));
}

} // namespace

Kind kind_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) {
        return Kind::jpeg;
    }
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) {
        return Kind::png;
    }
    return begins_as_svg(bytes) ? Kind::svg : Kind::other;
}

std::string_view described(std::string_view bytes) {
    switch (kind_of(bytes)) {
    case Kind::jpeg:
        return "a JPEG";
    case Kind::png:
        return "a PNG";
    case Kind::svg:
        return "an SVG";
    case Kind::other:
        break;
    }
    const auto* const found = std::find_if(others.begin(), others.end(), [&](const Signature& signature) {
        return bytes.size() >= signature.at && bytes.substr(signature.at).starts_with(signature.bytes);
    });
    return found == others.end() ? "no picture" : found->described;
}

} // namespace rapporteur::images
