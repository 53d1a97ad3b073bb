#include "archive/archive.hpp"
#include "cli/build.hpp"
#include "cli/output.hpp"
#include "cli/tell.hpp"
#include "cli/tools.hpp"
#include "support/files.hpp"

#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

void say(const std::string& sentence) {
    print_line(sentence);
}

Result<void> say_signature(const archive::Bag& bag, const fs::path& key) {
    const Result<archive::Signature> signature = archive::check_signature(bag, key);
    if (!signature) {
        return tl::unexpected(signature.error());
    }
    switch (signature->signing) {
    case archive::Signing::unsigned_bag:
        say("signature: none; the digests alone don't say who made the bag");
        break;
    case archive::Signing::good:
        say(fmt::format("signature: good, by {}", signature->by));
        break;
    case archive::Signing::not_compared:
        say(fmt::format("signature: fits the bag, by {}; whether that is the right key, --key will say",
                        signature->by));
        break;
    case archive::Signing::unreadable:
        say(fmt::format("signature: minisign's, by key {}; checked with --key only", signature->by));
        break;
    }
    return {};
}

Result<void> say_chain(const archive::Bag& bag, const fs::path& previous) {
    const Result<std::pair<std::string, std::string>> named = archive::previous_of(bag);
    if (!named) {
        return tl::unexpected(named.error());
    }
    const auto& [name, digest] = *named;
    if (previous.empty()) {
        say(name.empty() ? std::string("chain: the first bag") : fmt::format("chain: after {}", name));
        return {};
    }
    const Result<archive::Bag> before = archive::open(previous);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const Result<std::string> found = archive::digest_of(*before);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (*found != digest) {
        Diagnostic diagnostic;
        diagnostic.place = place_in(bag.name);
        diagnostic.message = name.empty()
                                 ? std::string("names no bag before it")
                                 : fmt::format("doesn't come after {}: the {} that it names has another digest",
                                               previous.string(), name);
        return tl::unexpected(std::move(diagnostic));
    }
    say(fmt::format("chain: after {}, whose digest is the one that is named", name));
    return {};
}

Made make_again(const archive::Recipe& recipe, const archive::Bag& bag, const VerifyOptions& options,
                const fs::path& out) {
    const Resources inside = {bag.folder / "data/schema", bag.folder / "data/styles"};
    corpus::Loaded loaded = corpus::load(bag.folder / recipe.corpus, inside.schema / "corpus.xsd");
    if (!loaded.corpus) {
        tell(loaded.diagnostics);
        Made made;
        made.status = status_of(loaded.diagnostics);
        return made;
    }
    if (!recipe.digest.empty() && recipe.digest != loaded.corpus->digest) {
        say("corpus: the part of it that the report's readers may have; the digest in the colophon is the whole one's, "
            "which its archive can prove");
        loaded.corpus->digest = recipe.digest;
    }
    BuildOptions build = as_told(recipe, options.effort);
    if (!recipe.since.empty()) {
        build.since = bag.folder / recipe.since;
        build.since_schema = bag.folder / "data/earlier/schema";
    }
    build.out = out;
    return make_report(std::move(*loaded.corpus), build, inside);
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

std::string_view told(Sameness sameness) {
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

void say_differences(const archive::Recipe& then, const archive::Recipe& now) {
    const std::vector<std::string> found = archive::differences(then, now);
    say(found.empty()
            ? "The recipe names no tool that differs: it doesn't tell the whole, or the machine makes mistakes."
            : "What differs in the recipe:");
    for (const std::string& difference : found) {
        say("  " + difference);
    }
}

// Makes every output again from what lies in the bag, and compares the bytes with those of the files that are there.
int rebuild(const archive::Bag& bag, const archive::Recipe& recipe, const std::vector<fs::path>& there,
            const VerifyOptions& options) {
    const Result<TemporaryFolder> out = TemporaryFolder::create();
    if (!out) {
        return fail(out.error());
    }
    const Made made = make_again(recipe, bag, options, out->path());
    if (made.status != done) {
        say("outputs: can't be made again here; see the messages");
        return made.status;
    }
    std::size_t different = 0;
    for (std::size_t at = 0; at < recipe.outputs.size(); ++at) {
        const std::string& output = recipe.outputs[at];
        const Result<Sameness> sameness = compare(there.at(at), out->path() / fs::path(output).filename());
        if (!sameness) {
            return fail(sameness.error());
        }
        different += *sameness == Sameness::same_bytes ? 0 : 1;
        say(fmt::format("{}: {}", output, told(*sameness)));
    }
    if (different == 0) {
        return done;
    }
    const Result<archive::Recipe> now = tools_of(made, recipe.languages);
    if (!now) {
        return fail(now.error());
    }
    say_differences(recipe, *now);
    return corpus_has_errors;
}

int rebuild_outputs(const archive::Bag& bag, const VerifyOptions& options) {
    const Result<archive::Recipe> recipe = archive::read_recipe(bag);
    if (!recipe) {
        return fail(recipe.error());
    }
    std::vector<fs::path> there;
    for (const std::string& output : recipe->outputs) {
        there.push_back(bag.folder / output);
    }
    return rebuild(bag, *recipe, there, options);
}

// A report alone: the corpus that travels in it must give the same file.
int verify_pdf(const archive::Bag& bag, const VerifyOptions& options) {
    const Result<archive::Recipe> recipe = archive::read_recipe(bag);
    if (!recipe) {
        return fail(recipe.error());
    }
    if (!recipe->since.empty()) {
        Diagnostic unprovable;
        unprovable.place = place_in(bag.name);
        unprovable.message = "tells what changed since an earlier corpus, which doesn't travel in it";
        unprovable.hint = "its archive holds both: verify that";
        return fail(unprovable);
    }
    if (recipe->outputs.size() != 1) {
        Diagnostic other;
        other.place = place_in(bag.name);
        other.message = "carries the recipe of something else than one report";
        return fail(other);
    }
    return rebuild(bag, *recipe, {options.archive}, options);
}

} // namespace

int verify(const VerifyOptions& options) {
    const Result<archive::Bag> bag = archive::open(options.archive);
    if (!bag) {
        return fail(bag.error());
    }
    if (bag->container == archive::BagContainer::pdf) {
        return verify_pdf(*bag, options);
    }
    const Diagnostics faults = archive::check(*bag);
    if (!faults.empty()) {
        tell(faults);
        say(fmt::format("{}: not as it was made", bag->name));
        return status_of(faults);
    }
    say(fmt::format("{}: every file is as it was when the bag was made", bag->name));
    Result<void> said = say_signature(*bag, options.key);
    said = said ? say_chain(*bag, options.previous) : said;
    if (!said) {
        return fail(said.error());
    }
    return options.rebuilding == Rebuilding::wanted ? rebuild_outputs(*bag, options) : done;
}

} // namespace rapporteur::cli
