#include "pandoc/materials.hpp"

#include "images/images.hpp"
#include "pandoc/names.hpp"
#include "pandoc/pandoc_run.hpp"
#include "pandoc/reference_document.hpp"
#include "pandoc/shown.hpp"
#include "pandoc/style_sheet.hpp"
#include "pandoc/svg.hpp"
#include "support/files.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

// In a DOCX a drawing has a picture in pixels beside it, of four to each that a screen would show.
constexpr double docx_scale = 4;
constexpr const char* cover_width = "1200"; // pixels: 1,697 high on A4, as shelves ask for 1,600 at the longer side

// The right one of several functions for what a variant holds.
template <class... Functions>
struct Either : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Either(Functions...) -> Either<Functions...>;

Result<void> write_shown(const document::Document& document, const style::Style& style, Format format,
                         const fs::path& folder) {
    const double scale = format == Format::docx ? docx_scale : 1;
    const auto drawn = [&](const document::Figure* figure) -> Result<std::string> {
        return svg(drawing_for(*figure, format), style, scale);
    };
    const auto brought = [](const document::Picture* picture) { return images::for_screens(picture->raster); };
    std::size_t number = 0;
    for (const Shown& shown : shown_in(document)) {
        const Result<std::string> bytes = std::visit(Either{drawn, brought}, shown);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const std::string name = std::visit([&](const auto* one) { return file_name(*one, number); }, shown);
        if (Result<void> written = write_file(folder / name, *bytes); !written) {
            return written;
        }
        ++number;
    }
    return {};
}

// As pixels: the shelves of reading systems seldom show a drawing.
Result<void> write_cover(const std::string& drawing, const Command& base) {
    Command command = base;
    command.program = find_on_path("rsvg-convert");
    if (command.program.empty()) {
        return surroundings_failed({}, "rsvg-convert isn't on PATH; the cover of an EPUB needs it",
                                   "install the package librsvg2-bin");
    }
    command.arguments = {"--width", cover_width, "--keep-aspect-ratio", "--output", "cover.png"};
    command.input = drawing;
    const Result<Outcome> outcome = run_quietly(command, "the cover");
    return outcome ? Result<void>() : tl::unexpected(outcome.error());
}

Result<void> write_reference(const document::Document& document, const style::Style& style, const fs::path& folder) {
    const Result<std::string> bytes = write_package(reference_document(style, document.metadata.language));
    return bytes ? write_file(folder / "reference.docx", *bytes) : tl::unexpected(bytes.error());
}

Result<Arguments> lay_out_epub(const document::Document& document, const style::Style& style,
                               const Companions& companions, const Command& base) {
    Arguments arguments = {"--to=epub3", "--css=style.css", "--toc-depth=1"};
    Result<void> written = write_shown(document, style, Format::epub, base.folder);
    written = written ? write_file(base.folder / "style.css", epub_style_sheet(style)) : written;
    if (!companions.cover.empty()) {
        written = written ? write_cover(companions.cover, base) : written;
        arguments.emplace_back("--epub-cover-image=cover.png");
    }
    return written ? Result<Arguments>(arguments) : tl::unexpected(written.error());
}

Result<Arguments> lay_out_docx(const document::Document& document, const style::Style& style, const Command& base) {
    Result<void> written = write_shown(document, style, Format::docx, base.folder);
    written = written ? write_reference(document, style, base.folder) : written;
    return written ? Result<Arguments>({"--to=docx", "--reference-doc=reference.docx"})
                   : tl::unexpected(written.error());
}

} // namespace

Result<Arguments> lay_out_materials(const document::Document& document, const style::Style& style, Format format,
                                    const Companions& companions, const Command& base) {
    switch (format) {
    case Format::epub:
        return lay_out_epub(document, style, companions, base);
    case Format::docx:
        return lay_out_docx(document, style, base);
    case Format::site:
    case Format::html: // its drawings are put into it afterwards
        break;
    }
    return Arguments{"--to=html5", "--section-divs", "--wrap=none"};
}

} // namespace rapporteur::pandoc
