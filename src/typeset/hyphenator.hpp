#pragma once

// Where words may be divided, by libhyphen's patterns (Liang's method) for the text's own language.

#include <cstdint>
#include <memory>
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
    // for the language.
    std::vector<std::uint16_t> divisions(std::string_view word, const std::string& language);

private:
    struct Patterns;
    const Patterns* patterns_for(const std::string& language);

    std::unordered_map<std::string, std::unique_ptr<Patterns>> dictionaries; // by language; null: none installed
};

} // namespace rapporteur::typeset
