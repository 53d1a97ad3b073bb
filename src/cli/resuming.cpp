#include "cli/resuming.hpp"

#include "cli/source_digest.hpp"
#include "cli/tools.hpp"
#include "support/digest.hpp"
#include "support/files.hpp"

#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace fs = std::filesystem;

Result<std::string> order_of(const BriefOptions& options, const std::vector<std::string>& corpora,
                             const std::vector<fs::path>& own) {
    archive::Recipe recipe;
    recipe.version = RAPPORTEUR_VERSION;
    recipe.source = RAPPORTEUR_SOURCE_DIGEST;
    tell_options(options.making, recipe);
    recipe.formats.clear();
    std::string order = fmt::format("{}\nmeeting {}\ndate {}\npages {}\nto a sheet {}\n", archive::to_json(recipe),
                                    options.meeting, options.date, options.pages, options.to_a_sheet);
    for (const std::string& digest : corpora) {
        order += digest + "\n";
    }
    for (const fs::path& file : own) {
        const Result<std::string> bytes = read_file(file);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        order += sha256(*bytes) + "\n";
    }
    return sha256(order);
}

namespace {

// By way of a hidden folder, which a later run clears where this one is killed.
Result<void> put_order(const fs::path& file, const std::string& order) {
    const Result<TemporaryFolder> hidden = TemporaryFolder::create_in(file.parent_path());
    if (!hidden) {
        return tl::unexpected(hidden.error());
    }
    if (Result<void> written = write_file(hidden->path() / file.filename(), order); !written) {
        return written;
    }
    std::error_code failed;
    fs::rename(hidden->path() / file.filename(), file, failed);
    return failed ? surroundings_failed(file.string(), fmt::format("can't be put in place: {}", failed.message()))
                  : Result<void>();
}

} // namespace

Result<fs::file_time_type> note_order(const fs::path& folder, const std::string& order) {
    const fs::path file = folder / ".rapporteur-briefs";
    std::error_code failed;
    fs::create_directories(folder, failed);
    const Result<std::string> noted = read_file(file);
    if (!noted || *noted != order + "\n") {
        if (const Result<void> written = put_order(file, order + "\n"); !written) {
            return surroundings_failed(folder.string(), written.error().message, "choose another with --out");
        }
    }
    const fs::file_time_type since = fs::last_write_time(file, failed);
    return failed ? Result<fs::file_time_type>(surroundings_failed(file.string(), failed.message())) : since;
}

} // namespace rapporteur::cli
