#include "pandoc/docx_package.hpp"
#include "pandoc/epub_package.hpp"
#include "pandoc/names.hpp"
#include "pandoc/pandoc.hpp"
#include "pandoc/reference_document.hpp"
#include "pandoc/style_sheet.hpp"
#include "pandoc/svg.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <chrono>
#include <csignal>
#include <cstring>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

namespace fs = std::filesystem;

const char* name_of(Format format) {
    return format == Format::epub ? "EPUB" : "DOCX";
}

// Seconds since 1970 of an ISO day: the clock that pandoc is given, so that what it dates is the same every day.
std::string epoch_of(const std::string& iso) {
    const std::chrono::year_month_day day{std::chrono::year{std::stoi(iso.substr(0, 4))},
                                          std::chrono::month{static_cast<unsigned>(std::stoi(iso.substr(5, 2)))},
                                          std::chrono::day{static_cast<unsigned>(std::stoi(iso.substr(8, 2)))}};
    return std::to_string(std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch().count());
}

Command command_in(const fs::path& folder, const Pandoc& pandoc, const std::string& date) {
    Command command;
    command.program = pandoc.program;
    command.folder = folder;
    command.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=" + folder.string(),
                           "SOURCE_DATE_EPOCH=" + epoch_of(date)};
    command.time_limit = pandoc.time_limit;
    return command;
}

std::string first_line(const std::string& text) {
    return text.substr(0, std::min(text.find('\n'), std::size_t{300}));
}

// Anything but a quiet success is a failure: pandoc's warnings tell of things left out.
Result<Outcome> run_quietly(const Command& command, const std::string& task) {
    Result<Outcome> outcome = run(command);
    if (!outcome) {
        return outcome;
    }
    const std::string program = command.program.string();
    switch (outcome->ending) {
    case Ending::out_of_time:
        return surroundings_failed(
            program,
            fmt::format("pandoc had not made {} after {} seconds and was stopped", task, command.time_limit.count()),
            "give it longer with --pandoc-timeout");
    case Ending::killed_by_signal:
        return surroundings_failed(
            program, fmt::format("pandoc was killed while it made {}: {}", task, strsignal(outcome->status)));
    case Ending::exited:
        break;
    }
    if (outcome->status != 0) {
        return surroundings_failed(program, fmt::format("pandoc failed to make {}, status {}: {}", task,
                                                        outcome->status, first_line(outcome->errors)));
    }
    if (!outcome->errors.empty()) {
        return surroundings_failed(
            program, fmt::format("pandoc warned while it made {}: {}", task, first_line(outcome->errors)));
    }
    return outcome;
}

// In a DOCX a drawing has a picture in pixels beside it, of four to each that a screen would show.
constexpr double docx_scale = 4;

Result<void> write_drawings(const document::Document& document, const style::Style& style, Format format,
                            const fs::path& folder) {
    const double scale = format == Format::docx ? docx_scale : 1;
    std::size_t number = 0;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* figure = std::get_if<document::Figure>(&block)) {
                if (Result<void> written =
                        write_file(folder / drawing_name(number++), svg(figure->drawing, style, scale));
                    !written) {
                    return written;
                }
            }
        }
    }
    return {};
}

Result<void> write_reference(const document::Document& document, const style::Style& style, const fs::path& folder) {
    const Result<std::string> bytes = write_package(reference_document(style, document.metadata.language));
    return bytes ? write_file(folder / "reference.docx", *bytes) : tl::unexpected(bytes.error());
}

// What pandoc is given beside the AST, and the arguments that name it.
Result<std::vector<std::string>> prepare(const document::Document& document, const style::Style& style, Format format,
                                         const fs::path& folder) {
    Result<void> written = write_drawings(document, style, format, folder);
    if (format == Format::epub) {
        written = written ? write_file(folder / "style.css", style_sheet(style)) : written;
        written = written ? write_file(folder / "cover.svg", cover_svg(document.metadata, style)) : written;
        if (!written) {
            return tl::unexpected(written.error());
        }
        return std::vector<std::string>{
            "--from=json",  "--to=epub3", "--output=made", "--css=style.css", "--epub-cover-image=cover.svg",
            "--toc-depth=1"};
    }
    written = written ? write_reference(document, style, folder) : written;
    if (!written) {
        return tl::unexpected(written.error());
    }
    return std::vector<std::string>{"--from=json", "--to=docx", "--output=made", "--reference-doc=reference.docx"};
}

} // namespace

Result<void> publish(const document::Document& document, const style::Style& style, Format format, const Pandoc& pandoc,
                     const fs::path& destination) {
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    Command command = command_in(folder->path(), pandoc, document.metadata.date);
    Result<std::vector<std::string>> arguments = prepare(document, style, format, folder->path());
    if (!arguments) {
        return tl::unexpected(arguments.error());
    }
    command.arguments = std::move(*arguments);
    command.input = ast(document, format, pandoc.api);
    if (const Result<Outcome> outcome = run_quietly(command, fmt::format("the {}", name_of(format))); !outcome) {
        return tl::unexpected(outcome.error());
    }
    const Result<std::string> made = read_file(folder->path() / "made");
    if (!made) {
        return surroundings_failed(pandoc.program.string(),
                                   fmt::format("pandoc said that all is well, but made no {}", name_of(format)));
    }
    Result<Package> package = read_package(*made, fmt::format("pandoc's {}", name_of(format)));
    if (!package) {
        return tl::unexpected(package.error());
    }
    const Result<void> finished =
        format == Format::epub ? finish_epub(*package, document) : finish_docx(*package, document, style);
    if (!finished) {
        return finished;
    }
    const Result<std::string> bytes = write_package(*package);
    return bytes ? write_file(destination, *bytes) : tl::unexpected(bytes.error());
}

} // namespace rapporteur::pandoc
