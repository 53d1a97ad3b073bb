#include "corpus/characters.hpp"
#include "corpus/corpus.hpp"
#include "corpus/funding.hpp"
#include "corpus/include.hpp"
#include "corpus/reading.hpp"
#include "corpus/screening.hpp"
#include "corpus/size.hpp"
#include "support/files.hpp"
#include "xml/schema.hpp"
#include "xml/xml.hpp"

#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace rapporteur::corpus {

namespace {

namespace fs = std::filesystem;

using Bytes = std::shared_ptr<const std::string>;

class Loader {
public:
    Loader(const fs::path& path, const xml::Schema& rules, const Limits& allowed)
        : corpus_path(path), schema(rules), limits(allowed) {}

    Loaded load() {
        const Bytes bytes = keep(corpus_path, read_file(corpus_path, limits.bytes(Limit::file)));
        if (!bytes) {
            return finish();
        }
        const xml::SourceFile file(corpus_path.string(), *bytes);
        if (!fit_to_parse(file, findings, limits) || !is_well_formed(file)) {
            return finish();
        }
        pugi::xml_document document;
        xml::read(document, file.bytes());
        const pugi::xml_node root = document.document_element();
        if (std::string_view(root.name()) != "corpus") {
            findings.error(file.whole(), "a corpus begins with <corpus>", "is this one of its partners' files?");
            return finish();
        }
        if (!says_its_languages(root) && findings.count().errors > 0) {
            return finish(); // every text is read by them: a fault in each would follow
        }
        if (!size.add(file, root, findings, limits)) {
            return finish();
        }
        check_characters(file, root, findings, limits);
        read_acceptances(file, root, findings);
        frame = read_frame(file, root, findings);
        std::error_code failed;
        frame.home = fs::canonical(folder().empty() ? fs::path(".") : folder(), failed);
        seen.emplace(fs::canonical(corpus_path, failed), file.whole());
        const Reading reading{file, frame, findings, ledger};
        corpus = read_corpus(reading, root);
        read_partners(reading, root.child("partners"));
        if (size.is_beyond()) {
            return finish(); // what isn't read would be missed
        }
        check_names();
        if (all_read && findings.count().errors == 0) { // else an amount may be one that was refused
            check_funding_totals(corpus, findings);
        }
        ledger.check_references(findings);
        if (all_read) {
            ledger.check_sources(findings);
        }
        if (all_read && findings.count().errors == 0) {
            findings.check_acceptances();
        }
        return finish();
    }

private:
    Loaded finish() {
        Loaded loaded;
        loaded.found = findings.count();
        loaded.diagnostics = std::move(findings).sorted();
        if (loaded.found.errors == 0) {
            corpus.digest = digest_of(files);
            corpus.files = std::move(files);
            loaded.corpus = std::move(corpus);
        }
        return loaded;
    }

    // Adds what the schema finds wrong.
    bool is_well_formed(const xml::SourceFile& file) {
        xml::Checked checked = schema.check(file);
        for (Diagnostic& fault : checked.faults) {
            findings.add(std::move(fault));
        }
        return checked.well_formed;
    }

    static bool says_its_languages(const pugi::xml_node& root) {
        return is_known_language(trimmed(root.attribute("xml:lang").value())) &&
               !trimmed(root.attribute("languages").value()).empty();
    }

    fs::path folder() const { return corpus_path.parent_path(); }

    // Why a file wasn't read, where it is too large.
    std::optional<Diagnostic> beyond_limit(const fs::path& path) const {
        std::error_code unreadable;
        const std::uint64_t bytes = fs::file_size(path, unreadable);
        if (unreadable || bytes <= limits.bytes(Limit::file)) {
            return std::nullopt;
        }
        return limits.beyond(Limit::file, place_in(path.string()), "the file",
                             (bytes + limits::mebibyte - 1) / limits::mebibyte);
    }

    // Null where the file can't be read, which is an error then.
    Bytes keep(const fs::path& path, Result<std::string> read) {
        if (!read) {
            findings.add(beyond_limit(path).value_or(read.error()));
            return nullptr;
        }
        files.push_back({path, std::make_shared<const std::string>(std::move(*read))});
        return files.back().bytes;
    }

    void read_partners(const Reading& reading, const pugi::xml_node& partners) {
        for (const pugi::xml_node& node : partners.children()) {
            if (size.is_beyond()) {
                return;
            }
            const std::string_view name = node.name();
            if (name == "partner") {
                corpus.partners.push_back(read_partner(reading, node));
            } else if (name == "include") {
                include(reading, node);
            }
        }
    }

    void include(const Reading& reading, const pugi::xml_node& node) {
        const Place place = reading.place(node);
        if (!node.attribute("xpointer").empty()) {
            findings.error(place, "a part of a file can't be drawn in: xpointer isn't read", "draw in the whole file");
            return;
        }
        const std::string parse = node.attribute("parse").as_string("xml");
        if (parse != "xml") {
            findings.error(place, fmt::format("parse=\"{}\": only XML can be drawn in", parse));
            return;
        }
        const std::string href = node.attribute("href").value();
        const auto resolved = resolve(frame.home, href);
        if (!resolved) {
            findings.error(place, "xi:include: " + resolved.error().message, resolved.error().hint);
            return;
        }
        if (const auto [known, is_new] = seen.emplace(*resolved, place); !is_new) {
            const bool itself = *resolved == seen_corpus();
            findings.error(
                place, itself ? std::string("the corpus draws in itself") : fmt::format("“{}” is drawn in twice", href),
                itself ? std::string() : fmt::format("the first time at line {}", known->second.line));
            return;
        }
        read_partner_file(folder() / href, *resolved, place);
    }

    fs::path seen_corpus() const {
        std::error_code failed;
        return fs::canonical(corpus_path, failed);
    }

    // `resolved` is the same file, links followed.
    void read_partner_file(const fs::path& path, const fs::path& resolved, const Place& from) {
        const fs::path below = resolved.lexically_relative(frame.home);
        const Bytes bytes = keep(path, read_file_below(frame.home, below, limits.bytes(Limit::file)));
        if (!bytes) {
            all_read = false;
            return;
        }
        const xml::SourceFile file(path.string(), *bytes);
        if (!fit_to_parse(file, findings, limits) || !is_well_formed(file)) {
            all_read = false;
            return;
        }
        pugi::xml_document document;
        xml::read(document, file.bytes());
        const pugi::xml_node root = document.document_element();
        if (std::string_view(root.name()) != "partner") {
            findings.error(file.whole(),
                           fmt::format("a file drawn in by <partners> begins with <partner>, not <{}>", root.name()),
                           fmt::format("drawn in at {}:{}", *from.file, from.line));
            return;
        }
        if (!size.add(file, root, findings, limits)) {
            all_read = false;
            return;
        }
        check_characters(file, root, findings, limits);
        corpus.partners.push_back(read_partner(Reading{file, frame, findings, ledger}, root));
    }

    void check_names() {
        std::unordered_map<std::string, const Partner*> names;
        for (const Partner& partner : corpus.partners) {
            if (partner.name.versions.empty()) {
                continue;
            }
            const std::string name = words_of(partner.name);
            const auto [known, is_new] = names.try_emplace(name, &partner);
            if (!is_new && !name.empty() && known->second->id != partner.id) { // a copy is an error already
                const Place& first = known->second->place;
                findings.turn_to(partner.id);
                findings.warning(WarningKind::same_name, partner.name.place,
                                 fmt::format("two partners are called “{}”", name),
                                 fmt::format("the other is at {}:{}", *first.file, first.line));
            }
        }
    }

    const fs::path& corpus_path;
    const xml::Schema& schema;
    const Limits& limits;
    CorpusSize size;
    Findings findings;
    Ledger ledger;
    Frame frame;
    Corpus corpus;
    std::map<fs::path, Place> seen; // files drawn in, and where
    std::vector<File> files;        // that were read
    bool all_read = true;
};

} // namespace

Loaded load(const fs::path& corpus, const fs::path& schema, const Limits& limits) {
    const Result<xml::Schema> rules = xml::Schema::load(schema);
    if (!rules) {
        return {std::nullopt, {rules.error()}, {1, 0}};
    }
    return Loader(corpus, *rules, limits).load();
}

} // namespace rapporteur::corpus
