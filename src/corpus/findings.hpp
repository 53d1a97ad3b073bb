#pragma once

// What is wrong with the corpus, collected over all its files in one run.

#include "corpus/corpus.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::corpus {

// What a corpus's <accepted> says. An empty partner or language matches any.
struct Acceptance {
    WarningKind kind = WarningKind::none;
    std::string partner;
    std::string language;
    Place place;
    std::size_t matched = 0;
};

class Findings {
public:
    void error(const Place& place, std::string message, std::string hint = {});
    void warning(WarningKind kind, const Place& place, std::string message, std::string hint = {});
    void translation_warning(WarningKind kind, const Place& place, std::string language, std::string message,
                             std::string hint);
    void add(Diagnostic diagnostic);

    // Warnings from here on are about this partner; an empty id: about none.
    void turn_to(std::string partner_id);

    // A warning that somebody has looked at is counted, and not reported again.
    void accept(Acceptance acceptance);
    // Warns of each acceptance that has matched nothing.
    void check_acceptances();

    // Whether an error was found in `begin`'s file at or after it and before `end`.
    bool has_error_between(const Place& begin, const Place& end) const;

    Count count() const;

    // By file in the order in which files were first complained of (what is found late about an early file, such as a
    // reference that leads nowhere, stands with that file), then by place. Of a file, the first hundred errors and the
    // first hundred warnings of each kind and language; the rest are counted in one diagnostic of their kind.
    Diagnostics sorted() &&;

private:
    struct OfFile {
        Diagnostics kept;
        Count count;
        Diagnostics uncounted; // one of each kind and language, standing for those beyond what is kept
    };

    bool is_accepted(const Diagnostic& diagnostic);

    std::vector<OfFile> files;
    std::unordered_map<std::string, std::size_t> ranks; // in `files`, by name
    std::vector<Acceptance> acceptances;
    std::string partner; // that is being read
    std::size_t accepted = 0;
};

} // namespace rapporteur::corpus
