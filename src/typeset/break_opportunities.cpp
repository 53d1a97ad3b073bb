#include "typeset/break_opportunities.hpp"

#include "typeset/characters.hpp"

#include <array>
#include <new>
#include <string_view>
#include <unicode/ubrk.h>

namespace rapporteur::typeset {

namespace {

// U+2019, and the signs × and ÷ among the letters from U+00C0 to U+017F.
constexpr std::array<unsigned char, 3> apostrophe = {0xE2, 0x80, 0x99};
constexpr std::array<unsigned char, 2> signs = {0x97, 0xB7};

// Bytes, 0 beyond the end.
struct Bytes {
    std::string_view text;
    unsigned char operator[](std::size_t at) const {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : std::uint8_t{0};
    }
};

// How long the Latin letter or figure at `at` is (classes AL and NU); 0 where something else stands there.
std::uint32_t plain_letter(const Bytes& bytes, std::size_t at) {
    const unsigned char lead = bytes[at];
    if ((lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z') || (lead >= '0' && lead <= '9')) {
        return 1;
    }
    if (lead < 0xC3 || lead > 0xC5) {
        return 0;
    }
    const bool is_sign = lead == 0xC3 && (bytes[at + 1] == signs[0] || bytes[at + 1] == signs[1]);
    return is_sign ? 0 : 2;
}

std::uint32_t end_of_word(const Bytes& bytes, std::uint32_t at) {
    for (std::uint32_t length = plain_letter(bytes, at); length > 0; length = plain_letter(bytes, at)) {
        at += length;
        if (bytes[at] == apostrophe[0] && bytes[at + 1] == apostrophe[1] && bytes[at + 2] == apostrophe[2] &&
            plain_letter(bytes, at + apostrophe.size()) > 0) {
            at += static_cast<std::uint32_t>(apostrophe.size());
        }
    }
    return at;
}

// The opportunity after a word at `from`, perhaps in parentheses, which is the last of the text or stands before spaces
// and another such word, or after the text's last character; 0 where it isn't so.
std::uint32_t plain_opportunity(std::string_view text, std::uint32_t from) {
    const Bytes bytes{text};
    std::uint32_t next = from;
    next_character(text, next);
    if (next == text.size()) { // a bullet
        return next;
    }
    const std::uint32_t begin = bytes[from] == '(' ? from + 1 : from;
    std::uint32_t at = end_of_word(bytes, begin);
    if (at == begin) {
        return 0;
    }
    at += bytes[at] == ')' ? 1 : 0;
    if (bytes[at] == ',' || bytes[at] == '.' || bytes[at] == ';' || bytes[at] == ':') {
        ++at;
    }
    const std::uint32_t end = at;
    while (bytes[at] == ' ') {
        ++at;
    }
    const bool before_word = at > end && (bytes[at] == '(' || plain_letter(bytes, at) > 0);
    return at == text.size() || before_word ? at : 0;
}

} // namespace

struct BreakOpportunities::Iterator {
    explicit Iterator(const std::string& language) {
        UErrorCode status = U_ZERO_ERROR;
        breaks = ubrk_open(UBRK_LINE, language.c_str(), nullptr, 0, &status);
        if (U_FAILURE(status)) { // ICU's rules are part of its library: only memory can be missing
            throw std::bad_alloc();
        }
    }
    ~Iterator() {
        utext_close(&text);
        ubrk_close(breaks);
    }
    Iterator(const Iterator&) = delete;
    Iterator& operator=(const Iterator&) = delete;

    void set(const std::string& passage) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&text, passage.data(), static_cast<int64_t>(passage.size()), &status);
        ubrk_setUText(breaks, &text, &status);
        if (U_FAILURE(status)) {
            throw std::bad_alloc();
        }
        has_text = true;
    }

    UText text = UTEXT_INITIALIZER;
    UBreakIterator* breaks = nullptr;
    bool has_text = false;
};

BreakOpportunities::BreakOpportunities(const std::string& language) : iterator(std::make_unique<Iterator>(language)) {}
BreakOpportunities::~BreakOpportunities() = default;

void BreakOpportunities::set(const std::string& passage) {
    text = &passage;
    iterator->has_text = false;
}

std::uint32_t BreakOpportunities::after(std::uint32_t from) {
    if (const std::uint32_t plain = plain_opportunity(*text, from); plain > 0) {
        return plain;
    }
    if (!iterator->has_text) {
        iterator->set(*text);
    }
    const int32_t next = ubrk_following(iterator->breaks, static_cast<int32_t>(from));
    return next == UBRK_DONE ? static_cast<std::uint32_t>(text->size()) : static_cast<std::uint32_t>(next);
}

} // namespace rapporteur::typeset
