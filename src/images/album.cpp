#include "images/images.hpp"
#include "images/jpeg_codec.hpp"
#include "images/jpeg_segments.hpp"
#include "images/kind.hpp"
#include "images/png_chunks.hpp"
#include "images/profile.hpp"
#include "images/svg.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::images {

// A picture that is good, before it is written down.
struct Album::Prepared {
    document::Raster raster; // but for its files
    std::string picture;
    std::string vectors; // empty: none
    std::string source;  // empty: the picture itself
};

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_file = std::uint64_t{256} << 20U;
constexpr std::uint64_t most_dots = 64'000'000;
constexpr std::uint64_t longest_side = 65'500;
constexpr int most_passes = 100;               // a few bytes of each cost as much to decode as the whole picture
constexpr double points_of_a_dot = 72.0 / 150; // as large as it can be without its dots being seen
constexpr const char* copy_again = "copy it again from where it came";

// One picture being looked through.
class Opening {
public:
    using Prepared = Album::Prepared;

    Opening(const std::string& called, const Place& named_at) : name(called), place(named_at) {}

    tl::unexpected<Diagnostic> fault(const std::string& message, std::string hint = {}) const {
        Diagnostic diagnostic;
        diagnostic.place = place;
        diagnostic.message = fmt::format("the photo “{}” {}", name, message);
        diagnostic.hint = std::move(hint);
        return tl::unexpected(std::move(diagnostic));
    }

    Result<void> check_kind(std::string_view bytes) const {
        if (bytes.empty()) {
            return fault("is an empty file");
        }
        const Kind kind = kind_of(bytes);
        if (kind == Kind::other) {
            return fault(fmt::format("is {}", described(bytes)), "save it as a JPEG, a PNG or an SVG");
        }
        if (kind != kind_of_name()) {
            return fault(fmt::format("is {}, whatever its name says", described(bytes)),
                         "give it the name of what it is");
        }
        return {};
    }

    Result<void> check_size(std::uint64_t width, std::uint64_t height) const {
        if (width == 0 || height == 0) {
            return fault("is damaged: it has no size");
        }
        if (width > longest_side || height > longest_side || width * height > most_dots) {
            return fault(fmt::format("is too large: {} × {} dots, where {} million are the most", width, height,
                                     most_dots / 1'000'000),
                         "make it smaller: 2,500 dots are enough for the width of a page");
        }
        return {};
    }

    // Looks it through, and gives its clean copy.
    Result<Prepared> jpeg(const std::string& bytes) const {
        const std::vector<Segment> segments = segments_of(bytes);
        const JpegFacts facts = facts_in(segments);
        if (Result<void> checked =
                check_size(static_cast<std::uint64_t>(facts.width), static_cast<std::uint64_t>(facts.height));
            !checked) {
            return tl::unexpected(checked.error());
        }
        constexpr int progressive = 0xC2; // and the two kinds of sequential before it: all that a PDF knows
        const bool is_known =
            facts.frame <= progressive && (facts.components == 1 || facts.components == 3 || facts.components == 4);
        if (!is_known || facts.passes > most_passes) {
            return fault("is a JPEG of a rare kind, which few programs read", "save it again in any picture program");
        }
        if (const std::string damage = damage_in_jpeg(bytes); !damage.empty()) {
            return fault(fmt::format("is damaged: {}", damage), copy_again);
        }
        if (facts.components == 4 && usable_profile(facts.profile, 4).empty()) {
            return fault("is in inks (CMYK) without a colour profile, so that nobody can know its colours",
                         "save it as sRGB, or with its profile");
        }
        Prepared prepared;
        prepared.picture = without_remarks(segments);
        document::Raster& raster = prepared.raster;
        raster.coding = document::Raster::Coding::jpeg;
        raster.orientation = orientation_in(segments);
        if (raster.orientation != 1) {
            prepared.source = with_orientation(prepared.picture, raster.orientation);
        }
        const bool lies_on_its_side = raster.orientation > 4;
        raster.width = lies_on_its_side ? facts.height : facts.width;
        raster.height = lies_on_its_side ? facts.width : facts.height;
        raster.points = raster.width * points_of_a_dot;
        return prepared;
    }

    Result<Prepared> png(const std::string& bytes) const {
        const PngFacts facts = facts_of_png(bytes);
        if (Result<void> checked = check_size(facts.width, facts.height); !checked) {
            return tl::unexpected(checked.error());
        }
        Prepared prepared;
        prepared.picture = png_without_remarks(bytes);
        const tl::expected<Pixels, std::string> decoded = decode_png(prepared.picture);
        if (!decoded) {
            return fault(fmt::format("is damaged: {}", decoded.error()), copy_again);
        }
        prepared.raster.coding = document::Raster::Coding::png;
        prepared.raster.width = decoded->width;
        prepared.raster.height = decoded->height;
        prepared.raster.points = decoded->width * points_of_a_dot;
        return prepared;
    }

    Result<Prepared> svg(const std::string& bytes, const fs::path& folder) const {
        const tl::expected<std::string, std::string> clean = svg_without_remarks(bytes);
        if (!clean) {
            return fault(fmt::format("is damaged: {}", clean.error()), copy_again);
        }
        Result<tl::expected<DrawnSvg, std::string>> drawn = drawn_svg(*clean, folder);
        if (!drawn) {
            return tl::unexpected(drawn.error());
        }
        if (!*drawn) {
            return fault(fmt::format("can't be drawn: {}", drawn->error()), "make it a PNG");
        }
        Result<Prepared> prepared = png((*drawn)->dots);
        if (prepared) {
            prepared->vectors = std::move((*drawn)->vectors);
            prepared->source = *clean;
        }
        return prepared;
    }

private:
    Kind kind_of_name() const {
        std::string ending = fs::path(name).extension().string();
        std::transform(ending.begin(), ending.end(), ending.begin(), [](char byte) {
            return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        });
        if (ending == ".jpg" || ending == ".jpeg") {
            return Kind::jpeg;
        }
        return ending == ".png" ? Kind::png : Kind::svg;
    }

    const std::string& name;
    const Place& place;
};

} // namespace

Result<Album> Album::open() {
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    return folder ? Result<Album>(Album(std::move(*folder))) : tl::unexpected(folder.error());
}

Result<document::Raster> Album::add(const fs::path& file, const std::string& name, const Place& place) {
    const Opening opening(name, place);
    std::error_code unreadable;
    if (fs::file_size(file, unreadable) > largest_file && !unreadable) {
        return opening.fault(fmt::format("is larger than {} MiB", largest_file >> 20U), "make it smaller");
    }
    const Result<std::string> bytes = read_file(file, largest_file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (Result<void> checked = opening.check_kind(*bytes); !checked) {
        return tl::unexpected(checked.error());
    }
    const Kind kind = kind_of(*bytes);
    Result<Prepared> prepared = kind == Kind::jpeg  ? opening.jpeg(*bytes)
                                : kind == Kind::png ? opening.png(*bytes)
                                                    : opening.svg(*bytes, folder.path());
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    const bool is_jpeg = prepared->raster.coding == document::Raster::Coding::jpeg;
    return keep(*prepared, is_jpeg ? "jpg" : "png");
}

Result<document::Raster> Album::keep(const Prepared& prepared, const char* ending) {
    document::Raster raster = prepared.raster;
    const auto put = [&](const char* end, const std::string& bytes, std::string& file) {
        file = (folder.path() / fmt::format("{}.{}", next++, end)).string();
        return write_file(file, bytes);
    };
    Result<void> written = put(ending, prepared.picture, raster.file);
    raster.source = raster.file;
    if (!prepared.source.empty()) {
        written = written ? put("source", prepared.source, raster.source) : written;
    }
    if (!prepared.vectors.empty()) {
        written = written ? put("pdf", prepared.vectors, raster.vectors) : written;
    }
    return written ? Result<document::Raster>(std::move(raster)) : tl::unexpected(written.error());
}

} // namespace rapporteur::images
