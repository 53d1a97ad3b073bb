#include "pandoc/docx_package.hpp"
#include "pandoc/epub_package.hpp"
#include "pandoc/html_page.hpp"
#include "pandoc/html_site.hpp"
#include "pandoc/materials.hpp"
#include "pandoc/pandoc.hpp"
#include "pandoc/pandoc_run.hpp"
#include "support/files.hpp"
#include "support/own_fonts.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::pandoc {

namespace {

const char* name_of(Format format) {
    switch (format) {
    case Format::epub:
        return "EPUB";
    case Format::docx:
        return "DOCX";
    case Format::html:
    case Format::site:
        break;
    }
    return "HTML";
}

// What pandoc makes of the Document.
Result<std::string> convert(const document::Document& document, const style::Style& style, Format format,
                            const Companions& companions, const Pandoc& pandoc) {
    const Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const Result<void> linked = link_own_fonts(folder->path()); !linked) { // covers and drawings are set with them
        return tl::unexpected(linked.error());
    }
    Command command = command_in(folder->path(), pandoc, document.metadata.date);
    Result<std::vector<std::string>> arguments = lay_out_materials(document, style, format, companions, command);
    if (!arguments) {
        return tl::unexpected(arguments.error());
    }
    command.arguments = std::move(*arguments);
    command.arguments.insert(command.arguments.begin(), {"--from=json", "--output=made"});
    command.arguments.insert(command.arguments.end(), pandoc.runtime.begin(), pandoc.runtime.end());
    command.input = ast(document, format, companions, pandoc.api);
    if (const Result<Outcome> outcome = run_quietly(command, fmt::format("the {}", name_of(format))); !outcome) {
        return tl::unexpected(outcome.error());
    }
    Result<std::string> made = read_file(folder->path() / "made");
    if (!made) {
        return surroundings_failed(pandoc.program.string(),
                                   fmt::format("pandoc said that all is well, but made no {}", name_of(format)));
    }
    return made;
}

Result<std::string> finish(const std::string& made, const document::Document& document, const style::Style& style,
                           Format format, const Companions& companions) {
    if (format == Format::html) {
        return html_page(made, document, style, companions);
    }
    Result<Package> package = read_package(made, fmt::format("pandoc's {}", name_of(format)));
    if (!package) {
        return tl::unexpected(package.error());
    }
    const Result<void> finished = format == Format::epub ? finish_epub(*package, document, companions)
                                                         : finish_docx(*package, document, style, companions);
    return finished ? write_package(*package) : tl::unexpected(finished.error());
}

Result<void> write_folder(const Package& package, const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directory(folder, failed);
    if (failed) {
        return surroundings_failed(folder.string(), fmt::format("the folder can't be made: {}", failed.message()));
    }
    for (const PackagePart& part : package.parts) {
        if (Result<void> written = write_file(folder / part.name, part.bytes); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

Result<void> publish(const document::Document& document, const style::Style& style, Format format,
                     const Companions& companions, const Pandoc& pandoc, const std::filesystem::path& destination) {
    const Format converted = format == Format::site ? Format::html : format;
    const Result<std::string> made = convert(document, style, converted, companions, pandoc);
    if (!made) {
        return tl::unexpected(made.error());
    }
    if (format == Format::site) {
        const Result<Package> site = html_site(*made, document, style, companions);
        return site ? write_folder(*site, destination) : tl::unexpected(site.error());
    }
    const Result<std::string> finished = finish(*made, document, style, format, companions);
    return finished ? write_file(destination, *finished) : tl::unexpected(finished.error());
}

} // namespace rapporteur::pandoc
