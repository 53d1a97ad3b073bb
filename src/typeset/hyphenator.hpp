#pragma once

// Where words may be divided, by libhyphen's patterns (Liang's method) for the text's own language.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur::typeset {

class Hyphenator {
public:
    Hyphenator();
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    // Byte offsets in `word` (letters only, UTF-8) before which it may be divided; none where no patterns are installed
    // for the language, and none where they can't be read, which failure() then tells.
    std::vector<std::uint16_t> divisions(std::string_view word, const std::string& language);

    // Of reading installed patterns, the first one: what is set without them isn't as it should be.
    const std::optional<Diagnostic>& failure() const { return first_failure; }

private:
    struct Patterns;
    const Patterns* patterns_for(const std::string& language);
    std::unique_ptr<Patterns> load(const std::string& language);

    std::unordered_map<std::string, std::unique_ptr<Patterns>> dictionaries; // by language; null: none to be had
    std::optional<Diagnostic> first_failure;
};

} // namespace rapporteur::typeset
