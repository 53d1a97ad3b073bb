#include "images/images.hpp"
#include "images/jpeg_codec.hpp"
#include "images/jpeg_segments.hpp"
#include "images/kind.hpp"
#include "images/png_chunks.hpp"
#include "images/png_codec.hpp"
#include "images/profile.hpp"
#include "images/svg.hpp"
#include "support/files.hpp"
#include "support/own_fonts.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <optional>

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

constexpr double points_of_a_pixel = 72.0 / 150; // as large as it can be without its pixels being seen
constexpr const char* copy_again = "copy it again from where it came";
constexpr const char* smaller = "make it smaller: 2,500 pixels are enough for the width of a page";

// One picture being looked through.
class Opening {
public:
    using Prepared = Album::Prepared;

    Opening(const std::string& called, const Place& named_at, const Limits& allowed, Spent& so_far)
        : name(called), place(named_at), limits(allowed), spent(so_far) {}

    tl::unexpected<Diagnostic> fault(const std::string& message, std::string hint = {}) const {
        Diagnostic diagnostic;
        diagnostic.place = place;
        diagnostic.message = fmt::format("the photo “{}” {}", name, message);
        diagnostic.hint = std::move(hint);
        return tl::unexpected(std::move(diagnostic));
    }

    // The fault of one that is beyond a limit: `how` it is, and what would make it fit.
    tl::unexpected<Diagnostic> beyond(const std::string& how, Limit limit, std::uint64_t found,
                                      const std::string& remedy) const {
        return fault(fmt::format("{}: {}", how, limits.sentence(limit, found)),
                     fmt::format("{}; {}", remedy, Limits::hint(limit)));
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
        constexpr std::uint64_t million = 1'000'000;
        const auto millions = [](std::uint64_t pixels) { return (pixels + million - 1) / million; };
        const std::string how = fmt::format("is too large, {} × {}", width, height);
        if (const std::uint64_t side = std::max(width, height); side > limits[Limit::picture_side]) {
            return beyond(how, Limit::picture_side, side, smaller);
        }
        if (const std::uint64_t found = millions(width * height); found > limits[Limit::picture_pixels]) {
            return beyond(how, Limit::picture_pixels, found, smaller);
        }
        spent.pixels += width * height;
        if (const std::uint64_t found = millions(spent.pixels); found > limits[Limit::pixels]) {
            return beyond("makes the pictures too large together", Limit::pixels, found, smaller);
        }
        return {};
    }

    // Looks it through, and rebuilds it.
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
        if (facts.passes > 0 && static_cast<std::uint64_t>(facts.passes) > limits[Limit::picture_passes]) {
            // A few bytes of each cost as much to decode as the whole picture.
            return beyond("is a JPEG of many passes", Limit::picture_passes, static_cast<std::uint64_t>(facts.passes),
                          "save it again in any picture program");
        }
        if (!is_known) {
            return fault("is a JPEG of a rare kind, which few programs read", "save it again in any picture program");
        }
        const std::string profile = rebuilt_profile(facts.profile, facts.components);
        if (facts.components == 4 && profile.empty()) {
            return fault("is in inks (CMYK) without a colour profile, so that nobody can know its colours",
                         "save it as sRGB, or with its profile");
        }
        tl::expected<std::string, std::string> rebuilt = as_printed(bytes, facts, profile);
        if (!rebuilt) {
            return fault(fmt::format("is damaged: {}", rebuilt.error()), copy_again);
        }
        const JpegFacts printed = facts_of_jpeg(*rebuilt);
        Prepared prepared;
        prepared.picture = std::move(*rebuilt);
        document::Raster& raster = prepared.raster;
        raster.coding = document::Raster::Coding::jpeg;
        raster.orientation = orientation_in(segments);
        if (raster.orientation != 1) {
            prepared.source = with_orientation(prepared.picture, raster.orientation);
        }
        const bool lies_on_its_side = raster.orientation > 4;
        raster.width = lies_on_its_side ? printed.height : printed.width;
        raster.height = lies_on_its_side ? printed.width : printed.height;
        raster.points = raster.width * points_of_a_pixel;
        return prepared;
    }

    Result<Prepared> png(const std::string& bytes) const {
        const PngFacts facts = facts_of_png(bytes);
        if (Result<void> checked = check_size(facts.width, facts.height); !checked) {
            return tl::unexpected(checked.error());
        }
        return pixels_of(bytes);
    }

    Result<Prepared> pixels_of(const std::string& bytes) const { // of a PNG of a size that is known to be fit
        const tl::expected<Pixels, std::string> decoded = decode_png_to_print(bytes);
        if (!decoded) {
            return fault(fmt::format("is damaged: {}", decoded.error()), copy_again);
        }
        Prepared prepared;
        prepared.picture = encode_png(*decoded);
        prepared.raster.coding = document::Raster::Coding::png;
        prepared.raster.width = decoded->width;
        prepared.raster.height = decoded->height;
        prepared.raster.points = decoded->width * points_of_a_pixel;
        return prepared;
    }

    Result<Prepared> svg(const std::string& bytes, const fs::path& folder) {
        std::optional<Diagnostic> too_large; // of a picture in it
        const tl::expected<RebuiltSvg, SvgFault> rebuilt =
            rebuilt_svg(bytes, [&](const std::string& embedded) -> tl::expected<std::string, std::string> {
                Result<Prepared> prepared = kind_of(embedded) == Kind::jpeg ? jpeg(embedded) : png(embedded);
                if (!prepared) {
                    too_large = prepared.error();
                    return tl::unexpected<std::string>("can't be printed");
                }
                return prepared->source.empty() ? prepared->picture : prepared->source;
            });
        if (too_large) {
            return tl::unexpected(*too_large);
        }
        if (!rebuilt) {
            return fault(rebuilt.error().message, rebuilt.error().hint);
        }
        for (const std::string& missing : rebuilt->left_out) {
            Diagnostic warning = fault(fmt::format("is drawn without {}", missing),
                                       "put it into the drawing itself: nothing is read from elsewhere")
                                     .value();
            warning.severity = Severity::warning;
            warning.kind = WarningKind::linked_picture;
            warnings.push_back(std::move(warning));
        }
        return drawn(rebuilt->bytes, folder);
    }

    Diagnostics warnings; // of what is printed all the same

private:
    Result<Prepared> drawn(const std::string& bytes, const fs::path& folder) {
        const std::chrono::duration<double> left = spent.time_left(limits);
        if (left.count() <= 0) {
            return beyond("comes after drawings that took too long together", Limit::drawings_time,
                          static_cast<std::uint64_t>(spent.drawing.count()),
                          "make those that take long simpler, or make them PNGs");
        }
        const auto begin = std::chrono::steady_clock::now();
        const auto longest = static_cast<double>(limits[Limit::drawing_time]);
        const auto limit = std::chrono::seconds(std::max(1, static_cast<int>(std::min(longest, left.count()))));
        Result<tl::expected<DrawnSvg, std::string>> drawn =
            drawn_svg(bytes, folder, {limit, limits.bytes(Limit::drawing_memory)});
        spent.drawing += std::chrono::steady_clock::now() - begin;
        ++spent.drawings;
        if (!drawn) {
            return tl::unexpected(drawn.error());
        }
        if (!*drawn) {
            return fault(fmt::format("can't be drawn: {}", drawn->error()), "make it a PNG");
        }
        Result<Prepared> prepared = pixels_of((*drawn)->pixels);
        if (prepared) {
            prepared->vectors = std::move((*drawn)->vectors);
            prepared->source = bytes;
        }
        return prepared;
    }

    // As it is, or, where it is larger than anything printed, smaller.
    static tl::expected<std::string, std::string> as_printed(const std::string& bytes, const JpegFacts& facts,
                                                             const std::string& profile) {
        const Size printed = fitting_page({facts.width, facts.height});
        if (printed == Size{facts.width, facts.height}) {
            return rebuilt_jpeg(bytes, profile);
        }
        const tl::expected<Plane, std::string> decoded = decode_jpeg(bytes, printed);
        return decoded.and_then([&](const Plane& plane) {
            return encode_jpeg(scaled(plane, printed, LastChannel::colour), profile,
                               facts.is_inverted ? Inks::inverted : Inks::as_written);
        });
    }

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
    const Limits& limits;
    Spent& spent;
};

} // namespace

std::chrono::duration<double> Spent::time_left(const Limits& limits) const {
    const std::chrono::duration<double> at_first{static_cast<double>(limits[Limit::drawings_time])};
    constexpr std::chrono::duration<double> for_each{0.5};
    return at_first + drawings * for_each - drawing;
}

Result<Album> Album::open(const Limits& limits) {
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const Result<void> linked = link_own_fonts(folder->path()); !linked) { // an SVG's letters are drawn with them
        return tl::unexpected(linked.error());
    }
    return Album(std::move(*folder), limits);
}

Result<document::Raster> Album::add(const std::string& bytes, const std::string& name, const Place& place) {
    Opening opening(name, place, limits, spent);
    if (bytes.size() > limits.bytes(Limit::picture_file)) {
        return opening.beyond("is a large file", Limit::picture_file,
                              (bytes.size() + limits::mebibyte - 1) / limits::mebibyte, "make it smaller");
    }
    if (Result<void> checked = opening.check_kind(bytes); !checked) {
        return tl::unexpected(checked.error());
    }
    const Kind kind = kind_of(bytes);
    Result<Prepared> prepared = kind == Kind::jpeg  ? opening.jpeg(bytes)
                                : kind == Kind::png ? opening.png(bytes)
                                                    : opening.svg(bytes, folder.path());
    std::move(opening.warnings.begin(), opening.warnings.end(), std::back_inserter(remarks));
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
