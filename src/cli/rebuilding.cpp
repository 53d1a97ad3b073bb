#include "cli/rebuilding.hpp"

#include "cli/build.hpp"
#include "cli/tell.hpp"
#include "cli/tools.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

Rebuilt unproved(std::string why, int failure = done) {
    return {Verdict::unproved, std::move(why), {}, failure == surroundings_failed_status ? failure : done};
}

enum class Sameness : std::uint8_t { same_bytes, same_words, different, unreadable };

Result<Sameness> compare(const fs::path& archived, const fs::path& again) {
    const Result<std::string> then = read_file(archived);
    if (!then) {
        return tl::unexpected(then.error());
    }
    const Result<std::string> now = read_file(again);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (*then == *now) {
        return Sameness::same_bytes;
    }
    const Result<std::optional<std::string>> words_then = archive::words_of(archived);
    const Result<std::optional<std::string>> words_now = archive::words_of(again);
    if (!words_then || !words_now || !*words_then || !*words_now) {
        return Sameness::unreadable;
    }
    return **words_then == **words_now ? Sameness::same_words : Sameness::different;
}

std::string in_words(Sameness sameness) {
    switch (sameness) {
    case Sameness::same_bytes:
        return "made again, the same byte for byte";
    case Sameness::same_words:
        return "made again, with other bytes and the same words";
    case Sameness::unreadable:
        return "made again, with other bytes; its words can't be compared";
    case Sameness::different:
        break;
    }
    return "made again, with other words";
}

class Rebuilding {
public:
    Rebuilding(const archive::Bag& from, const archive::Recipe& by, const std::vector<Output>& there)
        : bag(from), recipe(by), outputs(there) {}

    Rebuilt run(const BuildOptions& effort, const Resources& own) {
        const Result<TemporaryFolder> out = TemporaryFolder::create();
        if (!out) {
            return unproved("its outputs can't be made again here", fail(out.error()));
        }
        const Made made = make_again(effort, own, out->path());
        if (made.status != done) {
            return unproved("its outputs can't be made again by this program; the messages say why", made.status);
        }
        compare_all(out->path());
        find_new(made);
        if (different > 0) {
            explain(made);
        }
        return std::move(rebuilt);
    }

private:
    Made make_again(const BuildOptions& effort, const Resources& own, const fs::path& out) {
        const Resources inside = {own.schema, bag.folder / "data/styles", bag.folder / "data/schema", own.limits};
        BuildOptions build = as_told(recipe, effort);
        build.called = {{out, bag.folder / "data/output"}, {bag.folder, bag.name}};
        corpus::Loaded loaded = corpus::load(bag.folder / recipe.corpus, inside.schema / "corpus.xsd", inside.limits);
        if (!loaded.corpus) {
            tell(told_of(loaded.diagnostics, build.called));
            Made made;
            made.status = status_of(loaded.diagnostics);
            return made;
        }
        if (recipe.form < archive::Recipe::own_digest) {
            say("corpus", "the digest in the colophon is that of the whole, as reports had it then; its archive can "
                          "prove it");
            build.digest = recipe.digest.empty() ? loaded.corpus->digest : recipe.digest;
        }
        if (!recipe.since.empty()) {
            build.since = bag.folder / recipe.since;
        }
        build.out = out;
        build.resources.limits = own.limits;
        return make_report(std::move(*loaded.corpus), build, inside);
    }

    void compare_all(const fs::path& again) {
        for (const Output& output : outputs) {
            const fs::path made = again / fs::path(output.name).filename();
            const Result<bool> is_made = is_there(made);
            if (!is_made) {
                rebuilt = unproved("an output can't be read", fail(is_made.error()));
                return;
            }
            if (!*is_made) {
                ++different;
                say(output.name, "isn't among what the recipe makes");
                continue;
            }
            const Result<Sameness> sameness = compare(output.file, made);
            if (!sameness) {
                rebuilt = unproved("an output can't be read", fail(sameness.error()));
                return;
            }
            different += *sameness == Sameness::same_bytes ? 0 : 1;
            say(output.name, in_words(*sameness));
        }
        rebuilt.why = outputs.size() == 1
                          ? "the output was made again, the same byte for byte"
                          : fmt::format("all {} outputs were made again, the same byte for byte", outputs.size());
    }

    // What the recipe makes, and isn't there.
    void find_new(const Made& made) {
        for (const fs::path& file : made.files) {
            const bool is_there = std::any_of(outputs.begin(), outputs.end(), [&](const Output& output) {
                return fs::path(output.name).filename() == file.filename();
            });
            if (!is_there) {
                ++different;
                say("data/output/" + file.filename().string(), "is made by the recipe, and isn't in the archive");
            }
        }
    }

    // By the same tools, other bytes are another's; by other tools, nobody can say here.
    void explain(const Made& made) {
        const Result<archive::Recipe> now = tools_of(made, recipe.languages);
        if (!now) {
            rebuilt = unproved("the tools that run now can't be read", fail(now.error()));
            return;
        }
        const std::vector<std::string> found = archive::differences(recipe, *now);
        for (const std::string& difference : found) {
            say("differs", difference);
        }
        rebuilt.verdict = found.empty() ? Verdict::altered : Verdict::unproved;
        rebuilt.why =
            found.empty()
                ? fmt::format("{} of its outputs aren't what its corpus gives with these very tools", different)
                : fmt::format("{} of its outputs come out otherwise with the tools of today; to prove them, run "
                              "the tools that the recipe names",
                              different);
    }

    void say(std::string of, std::string found) { rebuilt.findings.push_back({std::move(of), std::move(found)}); }

    const archive::Bag& bag;
    const archive::Recipe& recipe;
    const std::vector<Output>& outputs;
    Rebuilt rebuilt;
    std::size_t different = 0;
};

} // namespace

Rebuilt rebuild(const archive::Bag& bag, const archive::Recipe& recipe, const std::vector<Output>& outputs,
                const BuildOptions& effort, const Resources& own) {
    return Rebuilding(bag, recipe, outputs).run(effort, own);
}

} // namespace rapporteur::cli
