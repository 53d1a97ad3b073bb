#include "cli/opened_corpus.hpp"

#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

OpenedCorpus none(int status) {
    OpenedCorpus opened;
    opened.status = status;
    return opened;
}

OpenedCorpus load(const fs::path& file, const Resources& resources, const std::vector<CalledFolder>& called) {
    corpus::Loaded loaded = corpus::load(file, resources.schema / "corpus.xsd", resources.limits);
    if (!loaded.corpus) {
        tell(told_of(loaded.diagnostics, called));
        return none(status_of(loaded.diagnostics));
    }
    OpenedCorpus opened;
    opened.corpus = std::move(loaded.corpus);
    opened.warnings = std::move(loaded.diagnostics);
    opened.schema = resources.schema;
    return opened;
}

OpenedCorpus from_bag(const fs::path& named, const Resources& resources) {
    Result<archive::Bag> bag = archive::open(named);
    if (!bag) {
        return none(fail(bag.error()));
    }
    const Diagnostics faults = archive::check(*bag);
    if (!faults.empty()) {
        tell(faults);
        return none(status_of(faults));
    }
    fs::path corpus = bag->corpus;
    if (corpus.empty()) {
        const Result<archive::Recipe> recipe = archive::read_recipe(*bag);
        if (!recipe) {
            return none(fail(recipe.error()));
        }
        corpus = recipe->corpus;
    }
    OpenedCorpus opened = load(bag->folder / corpus, resources, {{bag->folder, bag->name}});
    opened.schema = bag->folder / "data/schema";
    opened.bag = std::move(*bag);
    opened.warnings.clear();
    return opened;
}

} // namespace

int report_warnings(const OpenedCorpus& opened, const Reporting& reporting) {
    const Diagnostics found = for_languages(opened.warnings, {});
    report(found, reporting);
    return status_of(found, reporting);
}

OpenedCorpus open_corpus(const fs::path& named, const Resources& given, const std::vector<CalledFolder>& called) {
    const Result<Resources> resources = find_resources(given);
    if (!resources) {
        return none(fail(resources.error()));
    }
    if (archive::looks_like_bag(named)) {
        return from_bag(named, *resources);
    }
    if (const std::optional<Diagnostic> missing = no_such_corpus(named)) {
        return none(fail(*missing));
    }
    return load(named, *resources, called);
}

} // namespace rapporteur::cli
