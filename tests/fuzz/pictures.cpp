// A PNG, a JPEG or an SVG is rebuilt; rebuilt again, it gives the same bytes.

#include "target.hpp"

#include "images/images.hpp"
#include "images/jpeg_codec.hpp"
#include "images/jpeg_segments.hpp"
#include "images/kind.hpp"
#include "images/png_chunks.hpp"
#include "images/png_codec.hpp"
#include "images/svg.hpp"

using namespace rapporteur;
using namespace rapporteur::images;

namespace {

constexpr std::uint64_t most_pixels = 1'000'000; // larger ones are only slower

void try_png(const std::string& bytes) {
    const PngFacts facts = facts_of_png(bytes);
    if (std::uint64_t{facts.width} * facts.height > most_pixels) {
        return;
    }
    if (const tl::expected<Pixels, std::string> pixels = decode_png_to_print(bytes)) {
        const std::string rebuilt = encode_png(*pixels);
        const tl::expected<Pixels, std::string> again = decode_png_to_print(rebuilt);
        fuzz::require(again.has_value() && encode_png(*again) == rebuilt, "a rebuilt PNG is rebuilt as it is");
    }
}

void try_jpeg(const std::string& bytes) {
    const JpegFacts facts = facts_of_jpeg(bytes);
    orientation_in(segments_of(bytes));
    const bool is_small =
        facts.width > 0 && facts.height > 0 &&
        static_cast<std::uint64_t>(facts.width) * static_cast<std::uint64_t>(facts.height) <= most_pixels;
    if (!is_small || facts.passes > 100) {
        return;
    }
    if (const tl::expected<std::string, std::string> rebuilt = rebuilt_jpeg(bytes, {})) {
        const tl::expected<std::string, std::string> again = rebuilt_jpeg(*rebuilt, {});
        fuzz::require(again.has_value() && *again == *rebuilt, "a rebuilt JPEG is rebuilt as it is");
        decode_jpeg(*rebuilt);
    }
}

void try_svg(const std::string& bytes) {
    const RebuildEmbedded refuse = [](const std::string&) { return tl::unexpected<std::string>("none is taken"); };
    if (const tl::expected<RebuiltSvg, SvgFault> rebuilt = rebuilt_svg(bytes, refuse)) {
        const tl::expected<RebuiltSvg, SvgFault> again = rebuilt_svg(rebuilt->bytes, refuse);
        fuzz::require(again.has_value() && again->bytes == rebuilt->bytes, "a rebuilt SVG is rebuilt as it is");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    switch (kind_of(bytes)) {
    case Kind::png:
        try_png(bytes);
        break;
    case Kind::jpeg:
        try_jpeg(bytes);
        break;
    case Kind::svg:
        try_svg(bytes);
        break;
    case Kind::other:
        fuzz::require(!described(bytes).empty(), "what is no picture is named");
        break;
    }
    return 0;
}
