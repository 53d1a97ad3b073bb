#include "cli/reach.hpp"

#include "cli/resources.hpp"
#include "fonts/fonts.hpp"
#include "support/own_fonts.hpp"

#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

using Paths = std::vector<fs::path>;

void append(Paths& paths, const Paths& more) {
    paths.insert(paths.end(), more.begin(), more.end());
}

// What any command reads: the system, and the program's own schemas and styles, which no command line may name.
Reach base_reach(const Resources& given) {
    Reach reach;
    reach.read = system_folders();
    append(reach.read, {given.schema, given.styles});
    if (const Result<Resources> own = find_resources({})) {
        append(reach.read, {own->schema, own->styles});
    }
    return reach;
}

// Reads what the command line names: a corpus with the folder that it lies in, or a bag or report alone.
void add_corpus(Reach& reach, const fs::path& named) {
    if (named.empty()) {
        return;
    }
    reach.read.push_back(named);
    if (named.extension() == ".xml") {
        std::error_code unreadable;
        reach.read.push_back(fs::absolute(named, unreadable).parent_path());
    }
}

// A ZIP or a PDF is unpacked there.
void add_temporary_folder(Reach& reach) {
    std::error_code none;
    const fs::path folder = fs::temp_directory_path(none);
    reach.write.push_back(none ? fs::path("/tmp") : folder);
}

// pandoc, the converters, a place for their work, and the fonts that they draw with.
void add_programs(Reach& reach) {
    append(reach.read, program_folders());
    append(reach.read, own_font_folders());
    add_temporary_folder(reach);
}

void add_composition(Reach& reach) {
    for (const std::string& folder : fonts::font_folders()) {
        reach.read.emplace_back(folder);
    }
    add_programs(reach);
}

Reach reach_of_making(const BuildOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.corpus);
    add_corpus(reach, options.since);
    add_composition(reach);
    reach.write.push_back(options.out);
    return reach;
}

} // namespace

Reach reach_of(const CheckOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.corpus);
    add_programs(reach); // an SVG is drawn
    return reach;
}

Reach reach_of(const TranslationStatusOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.corpus);
    return reach;
}

Reach reach_of(const BuildOptions& options) {
    return reach_of_making(options);
}

Reach reach_of(const BriefOptions& options) {
    return reach_of_making(options.making);
}

Reach reach_of(const SnapshotOptions& options) {
    Reach reach = reach_of_making(options.making);
    append(reach.read, {options.previous, options.key});
    if (!options.key.empty()) {
        std::error_code unreadable;
        reach.read.push_back(fs::absolute(options.key, unreadable).parent_path()); // the key's other half
        reach.sockets = Sockets::local;
    }
    return reach;
}

Reach reach_of(const VerifyOptions& options) {
    Reach reach = base_reach(options.resources);
    append(reach.read, {options.archive, options.previous, options.key});
    add_composition(reach);
    return reach;
}

Reach reach_of(const DiffOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.before);
    add_corpus(reach, options.after);
    add_temporary_folder(reach);
    return reach;
}

Reach reach_of(const ExplainOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.corpus);
    add_corpus(reach, options.since);
    add_composition(reach); // a report's page is set again to find what stands on it
    return reach;
}

Reach reach_of(const DeadlinesOptions& options) {
    Reach reach = base_reach(options.resources);
    add_corpus(reach, options.corpus);
    add_temporary_folder(reach);
    return reach;
}

} // namespace rapporteur::cli
