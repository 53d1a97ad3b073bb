#include "typeset/hyphenator.hpp"

#include "support/files.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <hyphen.h>
#include <unicode/locid.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace rapporteur::typeset {

namespace {

constexpr int least_letters_before = 2;
constexpr int least_letters_after = 3;
constexpr int least_letters = least_letters_before + least_letters_after;

// The region whose patterns serve a language named without one.
std::string with_region(const std::string& language) {
    if (language == "en") {
        return "en_GB";
    }
    if (language == "es") {
        return "es_ES";
    }
    if (language == "ru") {
        return "ru_RU";
    }
    if (language == "pt") {
        return "pt_PT";
    }
    if (language == "de") {
        return "de_DE";
    }
    return language;
}

// Empty where none is installed.
Result<std::string> dictionary_of(const std::string& language) {
    std::string name = language;
    std::replace(name.begin(), name.end(), '-', '_');
    const std::string primary = language.substr(0, language.find('-'));
    for (const std::string& candidate : {name, with_region(primary), primary}) {
        std::string path = "/usr/share/hyphen/hyph_" + candidate + ".dic";
        const Result<bool> found = is_there(path);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            return path;
        }
    }
    return std::string();
}

// libhyphen takes a file that can't be read to its end for a short one: it is given what was read before. It loses the
// first of two patterns for the same letters, a hundred bytes a file or so: the sanitizer, which would end there, isn't
// told. Null where that is no file of patterns.
HyphenDict* dictionary_in(std::string bytes) {
#ifdef __SANITIZE_ADDRESS__
    const __lsan::ScopedDisabler lost_by_libhyphen;
#endif
    std::FILE* const file = ::fmemopen(bytes.data(), bytes.size(), "r");
    if (file == nullptr) {
        return nullptr;
    }
    HyphenDict* const dictionary = hnj_hyphen_load_file(file);
    std::fclose(file);
    return dictionary;
}

} // namespace

std::string missing_hyphenation(const std::string& language) {
    // Debian 12 and 13; those of several regions by the one that serves a language named without (see with_region).
    static constexpr std::array<std::string_view, 38> packaged = {
        "af", "as", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fr", "gl",
        "gu", "hi", "hr", "hu", "id", "is", "it", "kn", "lt", "lv", "ml", "mn", "mr",
        "nl", "no", "or", "pa", "pl", "ro", "ru", "sk", "sl", "sv", "te", "uk"};
    const std::string primary = language.substr(0, language.find('-'));
    const Result<std::string> installed = dictionary_of(language);
    if (!installed || !installed->empty()) { // what can't be looked at fails where words are to be divided
        return {};
    }
    if (primary == "en" || primary == "pt") {
        return primary == "en" ? "hyphen-en-gb" : language == "pt-BR" ? "hyphen-pt-br" : "hyphen-pt-pt";
    }
    const bool is_packaged = std::find(packaged.begin(), packaged.end(), primary) != packaged.end();
    return is_packaged ? "hyphen-" + primary : std::string();
}

struct Hyphenator::Patterns {
    explicit Patterns(HyphenDict* loaded) : dictionary(loaded) {
        if (dictionary->utf8 == 0) { // an old one, in an encoding of its own: KOI8-R
            UErrorCode status = U_ZERO_ERROR;
            converter = ucnv_open(dictionary->cset, &status);
            ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        }
    }
    ~Patterns() {
        if (converter != nullptr) {
            ucnv_close(converter);
        }
        hnj_hyphen_free(dictionary);
    }
    Patterns(const Patterns&) = delete;
    Patterns& operator=(const Patterns&) = delete;

    std::vector<std::uint16_t> divide(std::string_view word) const;

    // The letters in the dictionary's own encoding, of one byte each; empty where it lacks one of them.
    std::string in_own_encoding(const icu::UnicodeString& letters) const;

    HyphenDict* dictionary;
    UConverter* converter = nullptr;
};

std::string Hyphenator::Patterns::in_own_encoding(const icu::UnicodeString& letters) const {
    if (converter == nullptr) {
        return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    std::string encoded(static_cast<std::size_t>(letters.length()) + 1, '\0');
    const int32_t size = ucnv_fromUChars(converter, encoded.data(), static_cast<int32_t>(encoded.size()),
                                         letters.getBuffer(), letters.length(), &status);
    const bool is_whole = U_SUCCESS(status) && size == letters.length();
    encoded.resize(is_whole ? static_cast<std::size_t>(size) : 0);
    return encoded;
}

std::vector<std::uint16_t> Hyphenator::Patterns::divide(std::string_view word) const {
    icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    letters.toLower(icu::Locale::getRoot()); // never the machine's own locale: Turkish has another i
    if (letters.length() < least_letters) {
        return {};
    }
    std::string encoded;
    const bool single_bytes = dictionary->utf8 == 0;
    if (single_bytes) {
        encoded = in_own_encoding(letters);
        if (encoded.empty()) {
            return {};
        }
    } else {
        letters.toUTF8String(encoded);
        if (encoded.size() != word.size()) { // lower case of another length: offsets would not carry over
            return {};
        }
    }
    std::vector<char> marks(encoded.size() + 5);
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    hnj_hyphen_hyphenate2(dictionary, encoded.data(), static_cast<int>(encoded.size()), marks.data(), nullptr,
                          &replacements, &positions, &cuts);
    const bool spelling_changes = replacements != nullptr; // German's old ck: such a division is passed over
    std::vector<std::uint16_t> divisions;
    std::size_t mark = 0;
    std::uint16_t offset = 0;
    const int length = letters.length();
    for (int letter = 0; letter < length; ++letter) {
        const char16_t unit = letters[letter];
        if (!single_bytes) {
            const std::size_t bytes = unit < 0x80 ? 1U : (unit < 0x800 ? 2U : 3U);
            offset = static_cast<std::uint16_t>(offset + bytes);
        } else {
            offset = static_cast<std::uint16_t>(offset + (unit < 0x80 ? 1U : 2U));
        }
        const char value = marks[mark];
        ++mark;
        const bool odd = value >= '1' && value <= '9' && ((value - '0') % 2) == 1;
        const bool changes = spelling_changes && replacements[letter] != nullptr;
        if (odd && !changes && letter + 1 >= least_letters_before && length - letter - 1 >= least_letters_after) {
            divisions.push_back(offset);
        }
    }
    if (spelling_changes) {
        for (int letter = 0; letter < length; ++letter) {
            std::free(replacements[letter]);
        }
        std::free(static_cast<void*>(replacements));
        std::free(positions);
        std::free(cuts);
    }
    return divisions;
}

Hyphenator::Hyphenator() = default;
Hyphenator::~Hyphenator() = default;

const Hyphenator::Patterns* Hyphenator::patterns_for(const std::string& language) {
    const auto known = dictionaries.find(language);
    if (known != dictionaries.end()) {
        return known->second.get();
    }
    return dictionaries.emplace(language, load(language)).first->second.get();
}

std::unique_ptr<Hyphenator::Patterns> Hyphenator::load(const std::string& language) {
    const auto failed = [&](const Diagnostic& failure) {
        first_failure = first_failure ? first_failure : failure;
        return nullptr;
    };
    const Result<std::string> path = dictionary_of(language);
    if (!path) {
        return failed(path.error());
    }
    if (path->empty()) {
        return nullptr;
    }
    Result<std::string> bytes = read_file(*path);
    if (!bytes) {
        return failed(bytes.error());
    }
    HyphenDict* const dictionary = dictionary_in(std::move(*bytes));
    if (dictionary == nullptr) {
        return failed(surroundings_failed(*path, "isn't a file of hyphenation patterns",
                                          "install the package again that it belongs to: dpkg -S names it")
                          .value());
    }
    auto patterns = std::make_unique<Patterns>(dictionary);
    if (dictionary->utf8 == 0 && patterns->converter == nullptr) {
        return failed(surroundings_failed(*path, "is in an encoding that ICU can't convert to").value());
    }
    return patterns;
}

std::vector<std::uint16_t> Hyphenator::divisions(std::string_view word, const std::string& language) {
    const Patterns* patterns = patterns_for(language);
    return patterns != nullptr ? patterns->divide(word) : std::vector<std::uint16_t>();
}

} // namespace rapporteur::typeset
