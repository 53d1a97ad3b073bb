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

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_file = std::uint64_t{256} << 20U;
constexpr std::uint64_t most_dots = 64'000'000;
constexpr std::uint64_t longest_side = 65'500;

// One picture being looked through.
class Opening {
public:
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

    // Looks a JPEG through, and gives its clean copy.
    Result<std::string> clean_jpeg(const std::string& bytes, document::Raster& raster) const {
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
        if (!is_known) {
            return fault("is a JPEG of a rare kind, which few programs read", "save it again in any picture program");
        }
        if (const std::string damage = damage_in_jpeg(bytes); !damage.empty()) {
            return fault(fmt::format("is damaged: {}", damage), "copy it again from where it came");
        }
        if (facts.components == 4 && usable_profile(facts.profile, 4).empty()) {
            return fault("is in inks (CMYK) without a colour profile, so that nobody can know its colours",
                         "save it as sRGB, or with its profile");
        }
        raster.coding = document::Raster::Coding::jpeg;
        raster.orientation = orientation_in(segments);
        const bool lies_on_its_side = raster.orientation > 4;
        raster.width = lies_on_its_side ? facts.height : facts.width;
        raster.height = lies_on_its_side ? facts.width : facts.height;
        return without_remarks(segments);
    }

    Result<std::string> clean_png(const std::string& bytes, document::Raster& raster) const {
        const PngFacts facts = facts_of_png(bytes);
        if (Result<void> checked = check_size(facts.width, facts.height); !checked) {
            return tl::unexpected(checked.error());
        }
        std::string clean = png_without_remarks(bytes);
        const tl::expected<Pixels, std::string> decoded = decode_png(clean);
        if (!decoded) {
            return fault(fmt::format("is damaged: {}", decoded.error()), "copy it again from where it came");
        }
        raster.coding = document::Raster::Coding::png;
        raster.width = decoded->width;
        raster.height = decoded->height;
        return clean;
    }

    Result<std::string> clean_svg(const std::string& bytes, const fs::path& folder, document::Raster& raster) const {
        const Result<tl::expected<std::string, std::string>> drawn = drawn_svg(bytes, folder);
        if (!drawn) {
            return tl::unexpected(drawn.error());
        }
        return *drawn ? clean_png(**drawn, raster)
                      : fault(fmt::format("can't be drawn: {}", drawn->error()), "make it a PNG");
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
    document::Raster raster;
    const Kind kind = kind_of(*bytes);
    const Result<std::string> clean = kind == Kind::jpeg  ? opening.clean_jpeg(*bytes, raster)
                                      : kind == Kind::png ? opening.clean_png(*bytes, raster)
                                                          : opening.clean_svg(*bytes, folder.path(), raster);
    if (!clean) {
        return tl::unexpected(clean.error());
    }
    const bool is_jpeg = raster.coding == document::Raster::Coding::jpeg;
    raster.file = (folder.path() / fmt::format("{}.{}", next++, is_jpeg ? "jpg" : "png")).string();
    if (Result<void> written = write_file(raster.file, *clean); !written) {
        return tl::unexpected(written.error());
    }
    return raster;
}

} // namespace rapporteur::images
