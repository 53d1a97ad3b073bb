#pragma once

// What `verify` found out about an archive, and the one verdict that it comes to.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rapporteur::cli {

enum class Verdict : std::uint8_t {
    proved,   // all that was looked at is as it was made
    altered,  // something isn't: a file, a manifest, the signature, the chain, an output that the same tools make
              // otherwise
    unproved, // nothing says that it was altered, and it can't be proved here
};

// One thing that was looked at and what was found of it: "signature", "good, by SHA256:…".
struct Finding {
    std::string of;
    std::string found;
};

struct Verification {
    std::string archive; // as it was named
    Verdict verdict = Verdict::proved;
    std::string why; // of the verdict, a sentence without its full stop
    std::vector<Finding> findings;
    Diagnostics faults;
};

// For a terminal, with the verdict as the last line; whatever would command the terminal is escaped.
std::string to_text(const Verification& verification);
std::string to_json(const Verification& verification);

} // namespace rapporteur::cli
