#include "archive/archive.hpp"
#include "cli/output.hpp"
#include "cli/rebuilding.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "cli/verdict.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> own_schemas = {"corpus.xsd", "xinclude.xsd", "xml.xsd", "style.xsd", "words.xsd"};

class Verifying {
public:
    Verifying(const VerifyOptions& given, Resources program) : options(given), own(std::move(program)) {
        verification.archive = options.archive.string();
    }

    Verification run() {
        const Result<archive::Bag> bag = archive::open(options.archive);
        if (!bag) {
            fault(bag.error());
            const bool is_other = bag.error().cause == Cause::corpus;
            end(Verdict::unproved, is_other ? "it can't be read as an archive or as a report that carries its corpus"
                                            : "it can't be read");
            return std::move(verification);
        }
        if (bag->container == archive::BagContainer::pdf) {
            verify_pdf(*bag);
        } else {
            verify_bag(*bag);
        }
        return std::move(verification);
    }

    int failure() const { return failed; }

private:
    void verify_bag(const archive::Bag& bag) {
        Diagnostics faults = archive::check(bag);
        if (!faults.empty()) {
            const bool is_altered = std::any_of(faults.begin(), faults.end(),
                                                [](const Diagnostic& found) { return found.cause == Cause::corpus; });
            for (Diagnostic& found : faults) {
                fault(std::move(found));
            }
            if (is_altered) {
                end(Verdict::altered, "not every file is as it was when the bag was made");
            } else {
                end(Verdict::unproved, "not every file can be read");
            }
            return;
        }
        say(bag.name, "every file is as it was when the bag was made");
        if (!check_signature(bag) || !check_chain(bag)) {
            return;
        }
        const Result<archive::Recipe> recipe = archive::read_recipe(bag);
        if (!recipe) {
            fault(recipe.error());
            end(Verdict::unproved, "its recipe can't be read, so its outputs can't be made again");
            return;
        }
        const std::optional<std::vector<Output>> outputs = outputs_of(bag, *recipe);
        if (!outputs) {
            return;
        }
        if (options.outputs == OutputsMade::not_again) {
            end(Verdict::proved, "every file is as it was; the outputs weren't made again (--no-rebuild)");
            return;
        }
        compare_schemas(bag);
        take(rebuild(bag, *recipe, *outputs, options.effort, own));
    }

    // A report alone: the corpus that travels in it must give the same file.
    void verify_pdf(const archive::Bag& bag) {
        const Result<archive::Recipe> recipe = archive::read_recipe(bag);
        if (!recipe) {
            fault(recipe.error());
            end(Verdict::unproved, "it carries no recipe that this program can follow");
            return;
        }
        if (!recipe->since.empty()) {
            unprovable(bag, "tells what changed since an earlier corpus, which doesn't travel in it",
                       "its archive holds both: verify that");
            return;
        }
        if (recipe->outputs.size() != 1 || recipe->formats != std::vector<std::string>{"pdf"}) {
            unprovable(bag, "carries the recipe of something else than one report", {});
            return;
        }
        compare_schemas(bag);
        take(rebuild(bag, *recipe, {{recipe->outputs.front(), options.archive}}, options.effort, own));
    }

    bool check_signature(const archive::Bag& bag) {
        const Result<archive::Signature> signature = archive::check_signature(bag, options.key);
        if (!signature) {
            fault(signature.error());
            end(signature.error().cause == Cause::corpus ? Verdict::altered : Verdict::unproved,
                "its signature isn't the one that it should have");
            return false;
        }
        switch (signature->signing) {
        case archive::Signing::unsigned_bag:
            say("signature", "none; the digests alone don't say who made the bag");
            break;
        case archive::Signing::good:
            say("signature", fmt::format("good, by {}", signature->by));
            break;
        case archive::Signing::not_compared:
            say("signature",
                fmt::format("fits the bag, by {}; whether that is the right key, --key will say", signature->by));
            break;
        case archive::Signing::unreadable:
            say("signature", fmt::format("minisign's, by key {}; checked with --key only", signature->by));
            break;
        }
        return true;
    }

    bool check_chain(const archive::Bag& bag) {
        const Result<std::pair<std::string, std::string>> named = archive::previous_of(bag);
        if (!named) {
            fault(named.error());
            end(Verdict::unproved, "what it says of itself can't be read");
            return false;
        }
        const auto& [name, digest] = *named;
        if (options.previous.empty()) {
            say("chain", name.empty() ? std::string("the first bag")
                                      : fmt::format("after “{}”, which wasn't looked at: --previous names it", name));
            return true;
        }
        const Result<archive::Bag> before = archive::open(options.previous);
        const Result<std::string> found = before ? archive::digest_of(*before) : tl::unexpected(before.error());
        if (!found) {
            fault(found.error());
            end(Verdict::unproved, "the bag before it can't be read");
            return false;
        }
        if (*found != digest) {
            Diagnostic broken;
            broken.place = place_in(bag.name);
            broken.message = name.empty()
                                 ? std::string("names no bag before it")
                                 : fmt::format("doesn't come after {}: the {} that it names has another digest",
                                               options.previous.string(), name);
            fault(std::move(broken));
            end(Verdict::altered, "the chain of bags is broken");
            return false;
        }
        say("chain", fmt::format("after “{}”, whose digest is the one that is named", name));
        return true;
    }

    // Those that the recipe names, each a file of data/output; nothing else may be in that folder.
    std::optional<std::vector<Output>> outputs_of(const archive::Bag& bag, const archive::Recipe& recipe) {
        std::vector<Output> outputs;
        for (const std::string& name : recipe.outputs) {
            outputs.push_back({name, bag.folder / name});
            const Result<bool> found = is_there(outputs.back().file);
            if (!found) {
                fault(found.error());
                end(Verdict::unproved, "its outputs can't be read");
                return std::nullopt;
            }
            if (fs::path(name).parent_path() != "data/output" || !*found) {
                fault(of_file(bag, name, "is named as an output by the recipe, and isn't a file of data/output"));
            }
        }
        const Result<bool> has_outputs = is_there(bag.folder / "data/output");
        const Result<std::vector<fs::path>> files =
            has_outputs && *has_outputs ? entries_of(bag.folder / "data/output") : Result<std::vector<fs::path>>();
        if (!has_outputs || !files) {
            fault(has_outputs ? files.error() : has_outputs.error());
            end(Verdict::unproved, "its outputs can't be read");
            return std::nullopt;
        }
        for (const fs::path& file : *files) {
            const std::string name = "data/output/" + file.filename().string();
            if (std::find(recipe.outputs.begin(), recipe.outputs.end(), name) == recipe.outputs.end()) {
                fault(of_file(bag, name, "isn't named by the recipe: nothing says how it was made"));
            }
        }
        if (!verification.faults.empty()) {
            end(Verdict::altered, "its outputs aren't those that its recipe names");
            return std::nullopt;
        }
        return outputs;
    }

    // A bag's schemas are what its corpus was written by; this program reads it by its own.
    void compare_schemas(const archive::Bag& bag) {
        std::string others;
        for (const char* name : own_schemas) {
            const Result<std::string> carried = read_file(bag.folder / "data/schema" / name);
            const Result<std::string> ours = read_file(own.schema / name);
            if (carried && ours && *carried != *ours) {
                others += (others.empty() ? "" : ", ") + std::string(name);
            }
        }
        say("schema",
            others.empty()
                ? std::string("this program's own")
                : fmt::format("{} are other ones than this program's own, by which everything is checked", others));
    }

    void take(Rebuilt rebuilt) {
        std::move(rebuilt.findings.begin(), rebuilt.findings.end(), std::back_inserter(verification.findings));
        failed = rebuilt.failure;
        end(rebuilt.verdict, std::move(rebuilt.why));
    }

    static Diagnostic of_file(const archive::Bag& bag, const std::string& name, std::string message) {
        Diagnostic diagnostic;
        diagnostic.place = place_in((fs::path(bag.name) / name).string());
        diagnostic.message = std::move(message);
        return diagnostic;
    }

    void unprovable(const archive::Bag& bag, const std::string& message, const std::string& hint) {
        Diagnostic diagnostic;
        diagnostic.place = place_in(bag.name);
        diagnostic.message = message;
        diagnostic.hint = hint;
        fault(std::move(diagnostic));
        end(Verdict::unproved, "it " + message);
    }

    void say(std::string of, std::string found) { verification.findings.push_back({std::move(of), std::move(found)}); }

    void fault(Diagnostic found) {
        failed = found.cause == Cause::surroundings ? static_cast<int>(surroundings_failed_status) : failed;
        verification.faults.push_back(std::move(found));
    }

    void end(Verdict verdict, std::string why) {
        verification.verdict = verdict;
        verification.why = std::move(why);
    }

    const VerifyOptions& options;
    Resources own;
    Verification verification;
    int failed = done; // the status where something around the program failed
};

// What a PDF can't be asked: it has no signature, comes after nothing, and has no digests but by being made again.
std::optional<Diagnostic> asked_of_pdf(const VerifyOptions& options) {
    const char* asked = !options.key.empty()                        ? "--key"
                        : !options.previous.empty()                 ? "--previous"
                        : options.outputs == OutputsMade::not_again ? "--no-rebuild"
                                                                    : nullptr;
    if (asked == nullptr || !archive::is_pdf(options.archive)) {
        return std::nullopt;
    }
    return misuse(
        fmt::format("{} is for bags: a report in a PDF isn't signed, follows no other and has no digests", asked),
        "leave it out: the PDF is proved by being made again, or verify the bag that holds it");
}

int status_of(const Verification& verification, int failure) {
    switch (verification.verdict) {
    case Verdict::proved:
        return done;
    case Verdict::altered:
        return corpus_has_errors;
    case Verdict::unproved:
        break;
    }
    return failure == done ? static_cast<int>(unproved_status) : failure;
}

} // namespace

int verify(const VerifyOptions& options) {
    if (const std::optional<Diagnostic> unheeded = asked_of_pdf(options)) {
        return fail(*unheeded);
    }
    const Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return fail(resources.error());
    }
    Verifying verifying(options, *resources);
    const Verification verification = verifying.run();
    tell(verification.faults);
    if (options.form == VerifyForm::json) {
        print_json(to_json(verification));
    } else {
        print_text(to_text(verification));
    }
    return status_of(verification, verifying.failure());
}

} // namespace rapporteur::cli
