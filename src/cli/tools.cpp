#include "cli/tools.hpp"

#include "cli/source_digest.hpp" // written by cmake/source_digest.cmake
#include "support/digest.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <algorithm>
#include <array>
#include <cstdio> // for jpeglib.h, which needs it before
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hpdf.h>
#include <jpeglib.h>
#include <lcms2.h>
#include <libdeflate.h>
#include <png.h>
#include <qpdf/qpdf-c.h>
#include <system_error>
#include <unicode/uversion.h>
#include <zip.h>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;
using archive::Recipe;

constexpr const char* patterns_folder = "/usr/share/hyphen";

std::string icu_version() {
    UVersionInfo version = {};
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text = {};
    u_getVersion(version);
    u_versionToString(version, text.data());
    return text.data();
}

// That of the header: the library itself doesn't tell.
std::string jpeg_version() {
#ifdef LIBJPEG_TURBO_VERSION_NUMBER
    constexpr int number = LIBJPEG_TURBO_VERSION_NUMBER; // 2001005 is 2.1.5
    return fmt::format("turbo {}.{}.{}", number / 1'000'000, number / 1'000 % 1'000, number % 1'000);
#else
    return std::to_string(JPEG_LIB_VERSION);
#endif
}

// It draws what is an SVG: pictures of the corpus, an EPUB's cover, and for pandoc the drawings in a DOCX.
Result<std::string> rsvg_version() {
    Command command;
    command.program = find_on_path("rsvg-convert");
    command.arguments = {"--version"};
    command.folder = "/";
    if (command.program.empty()) {
        return std::string("not there");
    }
    const Result<Outcome> outcome = run(command);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    std::string said = outcome->output;
    said = said.substr(0, said.find('\n'));
    return said.substr(said.rfind(' ') + 1);
}

Result<std::vector<Recipe::Tool>> tools(const Made& made) {
    std::vector<Recipe::Tool> all = {
        {"fontconfig", std::to_string(FcGetVersion())},
        {"harfbuzz", hb_version_string()},
        {"icu", icu_version()},
        {"lcms2", std::to_string(cmsGetEncodedCMMversion())},
        {"libdeflate", LIBDEFLATE_VERSION_STRING},
        {"libharu", HPDF_GetVersion()},
        {"libjpeg", jpeg_version()},
        {"libpng", png_get_libpng_ver(nullptr)},
        {"libqpdf", qpdf_get_qpdf_version()},
        {"libzip", zip_libzip_version()},
    };
    if (!made.pandoc.empty()) {
        all.push_back({"pandoc", made.pandoc});
    }
    if (!made.pandoc.empty() || made.has_drawn_pictures) {
        Result<std::string> version = rsvg_version();
        if (!version) {
            return tl::unexpected(version.error());
        }
        all.push_back({"rsvg-convert", std::move(*version)});
    }
    return all;
}

// Each once, in the order of their names; a file that goes by two paths has one digest.
Result<std::vector<Recipe::File>> digests_of(const std::vector<std::string>& paths) {
    std::vector<Recipe::File> files;
    for (const std::string& path : paths) {
        const Result<std::string> bytes = read_file(path);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        files.push_back({fs::path(path).filename().string(), sha256(*bytes)});
    }
    std::sort(files.begin(), files.end(), [](const Recipe::File& one, const Recipe::File& other) {
        return std::pair(one.name, one.sha256) < std::pair(other.name, other.sha256);
    });
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

// hyph_en_GB.dic and the like, of every region of the language.
Result<std::vector<std::string>> patterns_of(const std::vector<std::string>& languages) {
    std::vector<std::string> paths;
    const Result<bool> are_installed = is_there(patterns_folder);
    if (!are_installed) {
        return tl::unexpected(are_installed.error());
    }
    const Result<std::vector<fs::path>> files =
        *are_installed ? entries_of(patterns_folder) : Result<std::vector<fs::path>>();
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const fs::path& file : *files) {
        const std::string name = file.filename().string();
        const bool wanted = std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
            const std::string start = "hyph_" + language.substr(0, language.find('-'));
            return name.rfind(start + "_", 0) == 0 || name.rfind(start + ".", 0) == 0;
        });
        if (wanted) {
            paths.push_back(file.string());
        }
    }
    return paths;
}

} // namespace

Result<Recipe> tools_of(const Made& made, const std::vector<std::string>& languages) {
    Result<std::vector<Recipe::File>> fonts = digests_of(made.fonts);
    if (!fonts) {
        return tl::unexpected(fonts.error());
    }
    const Result<std::vector<std::string>> patterns_installed = patterns_of(languages);
    if (!patterns_installed) {
        return tl::unexpected(patterns_installed.error());
    }
    Result<std::vector<Recipe::File>> patterns = digests_of(*patterns_installed);
    if (!patterns) {
        return tl::unexpected(patterns.error());
    }
    Result<std::vector<Recipe::Tool>> running = tools(made);
    if (!running) {
        return tl::unexpected(running.error());
    }
    Recipe recipe;
    recipe.version = RAPPORTEUR_VERSION;
    recipe.source = RAPPORTEUR_SOURCE_DIGEST;
    recipe.tools = std::move(*running);
    recipe.fonts = std::move(*fonts);
    recipe.hyphenation = std::move(*patterns);
    return recipe;
}

void tell_options(const BuildOptions& options, Recipe& recipe) {
    recipe.formats = options.formats;
    recipe.audience = options.audience;
    recipe.style = options.style;
    recipe.paper = options.paper;
    recipe.crop_marks = options.crop_marks;
    recipe.standard = options.standard;
    recipe.compact = options.compact;
    recipe.attachments = options.attachments;
}

BuildOptions as_told(const Recipe& recipe, BuildOptions given) {
    given.formats = recipe.formats;
    given.languages = recipe.languages;
    given.audience = recipe.audience;
    given.style = recipe.style;
    given.paper = recipe.paper;
    given.crop_marks = recipe.crop_marks;
    given.standard = recipe.standard;
    given.compact = recipe.compact;
    given.attachments = recipe.attachments;
    return given;
}

} // namespace rapporteur::cli
