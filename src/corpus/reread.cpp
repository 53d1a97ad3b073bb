#include "corpus/include.hpp"
#include "corpus/reading.hpp"
#include "support/digest.hpp"
#include "support/files.hpp"
#include "xml/xml.hpp"

#include <unordered_map>

namespace rapporteur::corpus {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_beside = std::uint64_t{1} << 30U; // those that are of use are smaller

// A file of a corpus that is known to be good, parsed again.
struct Parsed {
    explicit Parsed(const File& of) : file(of.path.string(), *of.bytes) {
        is_whole = static_cast<bool>(xml::read(document, file.bytes()));
    }
    pugi::xml_node root() const { return document.document_element(); }

    xml::SourceFile file;
    pugi::xml_document document;
    bool is_whole = false;
};

tl::unexpected<Diagnostic> not_good(const fs::path& path) {
    Diagnostic fault;
    fault.place = place_in(path.string());
    fault.message = "what the reader may have of it is no part of a good corpus";
    fault.hint = "this is a fault of the program: please report it";
    return tl::unexpected(std::move(fault));
}

class Rereading {
public:
    explicit Rereading(std::vector<File> all) : files(std::move(all)) {
        for (const File& file : files) {
            by_path.emplace(file.path.string(), &file);
        }
    }

    Result<Corpus> run() {
        const Parsed whole(files.front());
        if (!whole.is_whole) {
            return not_good(files.front().path);
        }
        frame = read_frame(whole.file, whole.root(), findings);
        std::error_code failed;
        const fs::path folder = files.front().path.parent_path();
        frame.home = fs::canonical(folder.empty() ? fs::path(".") : folder, failed);
        const Reading reading{whole.file, frame, findings, ledger};
        corpus = read_corpus(reading, whole.root());
        for (const pugi::xml_node& node : whole.root().child("partners").children()) {
            const std::string_view name = node.name();
            if (name == "partner") {
                corpus.partners.push_back(read_partner(reading, node));
            } else if (name == "include" && !read_partner_file(folder / node.attribute("href").value())) {
                return not_good(folder / node.attribute("href").value());
            }
        }
        return finish();
    }

private:
    bool read_partner_file(const fs::path& path) {
        const auto found = by_path.find(path.string());
        if (found == by_path.end()) {
            return false;
        }
        const Parsed parsed(*found->second);
        if (parsed.is_whole) {
            corpus.partners.push_back(read_partner(Reading{parsed.file, frame, findings, ledger}, parsed.root()));
        }
        return parsed.is_whole;
    }

    Result<Corpus> finish() {
        if (findings.count().errors > 0) {
            for (Diagnostic& found : std::move(findings).sorted()) {
                if (found.severity == Severity::error) {
                    return tl::unexpected(std::move(found));
                }
            }
        }
        corpus.digest = digest_of(files);
        corpus.files = std::move(files);
        return std::move(corpus);
    }

    std::vector<File> files;
    std::unordered_map<std::string, const File*> by_path;
    Findings findings;
    Ledger ledger;
    Frame frame;
    Corpus corpus;
};

} // namespace

Result<Corpus> reread(std::vector<File> files) {
    return Rereading(std::move(files)).run();
}

std::string digest_of(const std::vector<File>& files) {
    std::string digests;
    for (const File& file : files) {
        digests += sha256(*file.bytes);
    }
    return sha256(digests);
}

Result<std::string> read_beside(const Corpus& corpus, const std::string& name) {
    const fs::path folder = corpus.files.front().path.parent_path();
    std::error_code failed;
    const fs::path home = fs::canonical(folder.empty() ? fs::path(".") : folder, failed);
    const auto resolved = resolve(home, name);
    if (!resolved) {
        Diagnostic fault;
        fault.place = place_in((folder / name).string());
        fault.message = resolved.error().message;
        fault.hint = resolved.error().hint;
        return tl::unexpected(std::move(fault));
    }
    return read_file_below(home, resolved->lexically_relative(home), largest_beside);
}

} // namespace rapporteur::corpus
