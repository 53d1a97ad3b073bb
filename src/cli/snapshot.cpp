#include "archive/archive.hpp"
#include "cli/build.hpp"
#include "cli/making.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/output.hpp"
#include "cli/tell.hpp"
#include "cli/tools.hpp"
#include "edition/edition.hpp"
#include "facts/facts.hpp"
#include "support/file_name.hpp"
#include "support/files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// A bag of what isn't for everyone is its owner's alone: all files made from here on are. Fails (corpus) as
// for_publication() does.
Result<void> close_to_others(const corpus::Corpus& corpus) {
    const Result<edition::Edition> open = edition::for_publication(corpus, {{}, corpus::Audience::everyone, {}});
    if (!open) {
        return tl::unexpected(open.error());
    }
    if (open->withholds) {
        ::umask(S_IRWXG | S_IRWXO);
    }
    return {};
}

// Where the bag is filled: it goes, with all that is in it then, when the run ends.
Result<TemporaryFolder> hidden_folder(const fs::path& out) {
    std::error_code failed;
    fs::create_directories(out, failed);
    if (failed) {
        return surroundings_failed(out.string(), fmt::format("the folder can't be made: {}", failed.message()),
                                   "choose another with --out");
    }
    return TemporaryFolder::create_in(out);
}

Result<void> put_in_place(const fs::path& bag, const fs::path& destination) {
    std::error_code failed;
    fs::rename(bag, destination, failed);
    if (failed) {
        return surroundings_failed(destination.string(), fmt::format("can't be put in place: {}", failed.message()));
    }
    return {};
}

Result<void> put_bytes(const fs::path& to, const std::string& bytes) {
    std::error_code failed;
    fs::create_directories(to.parent_path(), failed);
    if (failed) {
        return surroundings_failed(to.string(), fmt::format("can't be written: {}", failed.message()));
    }
    return write_file(to, bytes);
}

Result<void> put_copy(const fs::path& from, const fs::path& to) {
    const Result<std::string> bytes = read_file(from);
    return bytes ? put_bytes(to, *bytes) : tl::unexpected(bytes.error());
}

Result<void> copy_folder(const fs::path& from, const fs::path& to, const char* extension) {
    const Result<std::vector<fs::path>> files = entries_of(from, extension);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const fs::path& file : *files) {
        if (Result<void> copied = put_copy(file, to / file.filename()); !copied) {
            return copied;
        }
    }
    return {};
}

// Where everything lies in the bag: as in a checkout, so that the files' own references to the schema lead there.
struct Layout {
    explicit Layout(const corpus::Corpus& corpus, const fs::path& corpus_file)
        : sources(fs::path("data") / "sources" / corpus.id), corpus_in_bag(sources / corpus_file.filename()) {}

    fs::path sources;
    fs::path corpus_in_bag;
    fs::path schema = "data/schema";
    fs::path styles = "data/styles";
    fs::path output = "data/output";
    fs::path earlier = "data/earlier"; // what the chapter of changes tells the changes from
};

// The corpus's files and pictures, as they lie to each other.
Result<void> copy_corpus(const corpus::Corpus& corpus, const fs::path& to) {
    const fs::path folder = corpus.files.front().path.parent_path();
    for (const corpus::File& file : corpus.files) {
        if (Result<void> put = put_bytes(to / file.path.lexically_relative(folder).lexically_normal(), *file.bytes);
            !put) {
            return put;
        }
    }
    for (const corpus::Partner& partner : corpus.partners) {
        for (const corpus::Photo& photo : partner.photos) {
            const Result<std::string> bytes = corpus::read_beside(corpus, photo.file);
            Result<void> put =
                bytes ? put_bytes(to / fs::path(photo.file).lexically_normal(), *bytes) : tl::unexpected(bytes.error());
            if (!put) {
                return put;
            }
        }
    }
    return {};
}

Result<void> copy_sources(const corpus::Corpus& corpus, const Resources& resources, const Layout& layout,
                          const fs::path& bag) {
    Result<void> copied = copy_corpus(corpus, bag / layout.sources);
    copied = copied ? copy_folder(resources.schema, bag / layout.schema, ".xsd") : copied;
    copied = copied ? copy_folder(resources.styles, bag / layout.styles, ".xml") : copied;
    return copied ? copy_folder(resources.styles / "words", bag / layout.styles / "words", ".xml") : copied;
}

// The earlier corpus with its own schema: where it lies in the bag, or nothing where none is asked for.
Result<fs::path> copy_earlier(const std::optional<OpenedCorpus>& earlier, const Layout& layout, const fs::path& bag) {
    if (!earlier) {
        return fs::path();
    }
    const corpus::Corpus& corpus = *earlier->corpus;
    const fs::path sources = layout.earlier / "sources" / corpus.id;
    Result<void> copied = copy_corpus(corpus, bag / sources);
    copied = copied ? copy_folder(earlier->schema, bag / layout.earlier / "schema", ".xsd") : copied;
    return copied ? Result<fs::path>(sources / corpus.files.front().path.filename()) : tl::unexpected(copied.error());
}

// Made from what lies in the bag, and so from nothing else.
Made make_outputs(const SnapshotOptions& options, const std::vector<std::string>& languages, const Resources& resources,
                  const Layout& layout, const fs::path& since, const fs::path& bag, const fs::path& destination) {
    const Resources inside = {resources.schema, bag / layout.styles, bag / layout.schema, resources.limits};
    corpus::Loaded loaded = corpus::load(bag / layout.corpus_in_bag, inside.schema / "corpus.xsd", inside.limits);
    BuildOptions build = options.making;
    build.called = {{bag / layout.output, destination / layout.output},
                    {bag / layout.sources, options.making.corpus.parent_path()},
                    {bag / layout.schema, resources.schema},
                    {bag / layout.styles, resources.styles},
                    {bag / layout.earlier, destination / layout.earlier}};
    if (!loaded.corpus) {
        tell(told_of(loaded.diagnostics, build.called));
        Made made;
        made.status = status_of(loaded.diagnostics);
        return made;
    }
    build.languages = languages;
    build.since = since.empty() ? since : bag / since;
    build.out = bag / layout.output;
    return make_report(std::move(*loaded.corpus), build, inside);
}

Result<void> write_recipe(const corpus::Corpus& corpus, const SnapshotOptions& options,
                          const std::vector<std::string>& languages, const Layout& layout, const fs::path& since,
                          const Made& made, const fs::path& bag) {
    Result<archive::Recipe> recipe = tools_of(made, languages);
    if (!recipe) {
        return tl::unexpected(recipe.error());
    }
    recipe->corpus = layout.corpus_in_bag.generic_string();
    recipe->date = facts::iso(corpus.date);
    recipe->since = since.generic_string();
    tell_options(options.making, *recipe);
    recipe->languages = languages;
    for (const fs::path& file : made.files) {
        recipe->outputs.push_back(file.lexically_relative(bag).generic_string());
    }
    return write_file(bag / archive::recipe_file, archive::to_json(*recipe));
}

// The bag before this one, which must be whole to be built upon.
Result<void> name_previous(const fs::path& previous, archive::About& about) {
    if (previous.empty()) {
        return {};
    }
    const Result<archive::Bag> bag = archive::open(previous);
    if (!bag) {
        return tl::unexpected(bag.error());
    }
    const Diagnostics faults = archive::check(*bag);
    if (!faults.empty()) {
        tell(faults);
        Diagnostic diagnostic = faults.front();
        diagnostic.place = place_in(previous.string());
        diagnostic.message = "isn't whole, and so can't be the bag before this one";
        diagnostic.hint.clear();
        return tl::unexpected(std::move(diagnostic));
    }
    const Result<std::string> digest = archive::digest_of(*bag);
    if (!digest) {
        return tl::unexpected(digest.error());
    }
    about.previous = bag->folder.lexically_normal().filename().string();
    about.previous_digest = *digest;
    return {};
}

Result<archive::About> about(const corpus::Corpus& corpus, const SnapshotOptions& options, const Layout& layout,
                             const std::string& name) {
    archive::About about;
    about.name = name;
    about.holder = words_of(corpus.holder.name);
    about.title = fmt::format("{} {}", words_of(corpus.title), corpus.year);
    about.corpus = corpus.id;
    about.corpus_file = layout.corpus_in_bag.generic_string();
    about.date = facts::iso(corpus.date);
    about.identifier = fmt::format("{}/{}", corpus.id, about.date);
    about.software = "rapporteur " RAPPORTEUR_VERSION;
    if (const Result<void> named = name_previous(options.previous, about); !named) {
        return tl::unexpected(named.error());
    }
    return about;
}

// Facts that nobody has looked at for more than a year before the corpus's own day.
Diagnostics stale_facts(const corpus::Corpus& corpus) {
    Diagnostics found;
    for (const facts::Fact& fact : facts::facts_of(corpus)) {
        const bool told = fact.provenance && facts::is_told_of_alone(fact);
        if (told && facts::is_stale(fact, corpus.date)) {
            found.push_back(warning(WarningKind::not_checked_lately, fact.place,
                                    fmt::format("not checked for more than a year: {}, last on {}",
                                                facts::path_of(fact), facts::iso(*fact.provenance->checked))));
        }
    }
    return found;
}

} // namespace

int snapshot(const SnapshotOptions& options) {
    const Result<Resources> resources = resources_for(options.making);
    if (!resources) {
        return fail(resources.error());
    }
    corpus::Loaded loaded = corpus::load(options.making.corpus, resources->schema / "corpus.xsd", resources->limits);
    const std::vector<std::string> languages =
        options.making.languages.empty() && loaded.corpus ? loaded.corpus->languages : options.making.languages;
    if (loaded.corpus) {
        const Diagnostics stale = stale_facts(*loaded.corpus);
        loaded.diagnostics.insert(loaded.diagnostics.end(), stale.begin(), stale.end());
    }
    if (const int status = report_to_maker(loaded, languages, options.making, *resources); status != done) {
        return status;
    }
    const corpus::Corpus& corpus = *loaded.corpus;
    const Result<std::string> name = file_name(fmt::format("{}-{}", corpus.id, facts::iso(corpus.date)));
    if (!name) {
        return fail(name.error());
    }
    const bool zip = options.container == Container::zip;
    const fs::path destination = options.making.out / (zip ? *name + ".zip" : *name);
    std::error_code unseen; // a link that leads nowhere is there too
    const fs::file_type there = fs::symlink_status(destination, unseen).type();
    if (there == fs::file_type::none) {
        return fail(surroundings_failed(destination.string(), unseen.message()).value());
    }
    if (there != fs::file_type::not_found) {
        return fail(surroundings_failed(destination.string(), "is there already, and an archive is never overwritten",
                                        "put the new one elsewhere with --out")
                        .value());
    }
    std::optional<OpenedCorpus> earlier;
    if (!options.making.since.empty()) {
        earlier = open_corpus(options.making.since, *resources);
        if (!earlier->corpus) {
            return earlier->status;
        }
    }
    const Layout layout(corpus, options.making.corpus);
    const Result<archive::About> described = about(corpus, options, layout, *name);
    if (!described) {
        return fail(described.error());
    }
    const Result<TemporaryFolder> hidden = hidden_folder(options.making.out);
    if (!hidden) {
        return fail(hidden.error());
    }
    Result<void> closed = close_to_others(corpus);
    closed = closed && earlier ? close_to_others(*earlier->corpus) : closed;
    if (!closed) {
        return fail(closed.error());
    }
    const fs::path bag = hidden->path() / *name;
    if (const Result<void> copied = copy_sources(corpus, *resources, layout, bag); !copied) {
        return fail(copied.error());
    }
    const Result<fs::path> since = copy_earlier(earlier, layout, bag);
    if (!since) {
        return fail(since.error());
    }
    const Made made = make_outputs(options, languages, *resources, layout, *since, bag, destination);
    if (made.status != done) {
        return made.status;
    }
    Result<void> written = write_recipe(corpus, options, languages, layout, *since, made, bag);
    written = written ? archive::seal(bag, *described, options.key) : written;
    if (written) {
        const fs::path packed = hidden->path() / destination.filename();
        written = zip ? archive::write_zip(bag, *name, packed) : written;
        written = written ? put_in_place(zip ? packed : bag, destination) : written;
    }
    if (!written) {
        return fail(written.error());
    }
    print_line(destination.string());
    return done;
}

} // namespace rapporteur::cli
