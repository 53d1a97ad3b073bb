#pragma once

// Where words may be divided, by libhyphen's patterns (Liang's method) for the text's own language.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::typeset {

class Hyphenator {
public:
    Hyphenator();
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    // Byte offsets in `word` (letters only, UTF-8) before which it may be divided; none where no patterns are installed
    // for the language. The reference is good until the next call.
    const std::vector<std::uint16_t>& divisions(std::string_view word, const std::string& language);

private:
    struct Patterns;
    struct Language;
    Language& language_of(const std::string& name);

    std::vector<std::unique_ptr<Language>> languages; // that asked for last first
};

} // namespace rapporteur::typeset
