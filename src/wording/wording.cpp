#include "wording/wording.hpp"

#include "support/files.hpp"
#include "wording/numbers.hpp"
#include "wording/words_file.hpp"

#include <array>
#include <fmt/format.h>
#include <optional>
#include <unicode/coll.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/localebuilder.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/sortkey.h>

namespace rapporteur::wording {

namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

// The region whose customs a bare language follows: days before months in English.
icu::Locale locale_of(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Locale::forLanguageTag(language == "en" ? "en-GB" : language, status);
}

Diagnostic no_words(const std::filesystem::path& file, const std::string& language) {
    Diagnostic diagnostic;
    diagnostic.cause = Cause::command_line;
    diagnostic.message = fmt::format("the program has no words in “{}”", language);
    diagnostic.kind = WarningKind::no_own_words;
    diagnostic.hint = fmt::format("copy {} to {} and translate its words; no publication can be made in that language "
                                  "before",
                                  (file.parent_path() / "en.xml").string(), file.filename().string());
    return diagnostic;
}

Result<bool> has_file(const std::filesystem::path& file, const std::string& language) {
    return language.find('/') == std::string::npos ? is_there(file) : Result<bool>(false);
}

} // namespace

struct Words::Tools {
    std::string language;
    icu::Locale locale;
    std::optional<Numbers> numbers;
    std::map<std::string, std::string, std::less<>> words;
    std::unique_ptr<icu::DateTimePatternGenerator> patterns;
    std::unique_ptr<icu::ListFormatter> lists;
    std::unique_ptr<icu::Collator> collator;
    std::map<std::array<int, 3>, std::string> dates; // said before: a corpus has few days and many facts
    std::map<std::string, icu::MessageFormat, std::less<>> patterns_read; // by id

    std::string_view word(std::string_view id) const;
    const icu::MessageFormat& pattern(std::string_view id);
    std::string write_date(const Day& day) const;
    Result<void> open();
};

Result<void> Words::Tools::open() {
    UErrorCode status = U_ZERO_ERROR;
    numbers.emplace(locale);
    patterns.reset(icu::DateTimePatternGenerator::createInstance(locale, status));
    lists.reset(icu::ListFormatter::createInstance(locale, status));
    collator.reset(icu::Collator::createInstance(locale, status));
    if (U_FAILURE(status)) {
        return surroundings_failed({}, fmt::format("ICU doesn't know the language “{}”", language));
    }
    return {};
}

std::string_view Words::Tools::word(std::string_view id) const {
    const auto found = words.find(id);
    return found == words.end() ? id : std::string_view(found->second);
}

const icu::MessageFormat& Words::Tools::pattern(std::string_view id) {
    auto known = patterns_read.find(id);
    if (known == patterns_read.end()) {
        UErrorCode status = U_ZERO_ERROR;
        known = patterns_read.emplace(id, icu::MessageFormat(utf16(word(id)), locale, status)).first;
    }
    return known->second;
}

Words::Words(std::unique_ptr<Tools> made) : tools(std::move(made)) {}
Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

Result<Words> Words::load(const std::filesystem::path& folder, const std::string& language) {
    auto tools = std::make_unique<Tools>();
    tools->language = language;
    tools->locale = locale_of(language);
    const std::filesystem::path file = folder / (language + ".xml");
    const Result<bool> found = has_file(file, language);
    if (!found || !*found) {
        return tl::unexpected(found ? no_words(file, language) : found.error());
    }
    WordsFile read = read_words(folder, language);
    if (!read.faults.empty()) {
        return tl::unexpected(std::move(read.faults.front()));
    }
    tools->words = std::move(read.words);
    if (Result<void> ready = tools->open(); !ready) {
        return tl::unexpected(ready.error());
    }
    return Words(std::move(tools));
}

const std::string& Words::language() const {
    return tools->language;
}

bool Words::runs_right_to_left() const {
    return tools->locale.isRightToLeft() != 0;
}

std::string Words::operator[](std::string_view id) const {
    return std::string(tools->word(id));
}

std::string Words::fill(std::string_view id, const std::vector<std::pair<std::string, std::string>>& values) const {
    return fill(id, {"", 0}, values);
}

std::string Words::fill(std::string_view id, const std::pair<std::string, int>& number,
                        const std::vector<std::pair<std::string, std::string>>& values) const {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> arguments;
    if (!number.first.empty()) {
        names.push_back(utf16(number.first));
        arguments.emplace_back(number.second);
    }
    for (const auto& [name, value] : values) {
        names.push_back(utf16(name));
        arguments.emplace_back(utf16(value));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString filled;
    tools->pattern(id).format(names.data(), arguments.data(), static_cast<int32_t>(names.size()), filled, status);
    return utf8(filled);
}

std::string Words::Tools::write_date(const Day& day) const {
    if (day.month == 0) {
        return numbers->plain(day.year);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString pattern = patterns->getBestPattern(day.day == 0 ? u"yMMMM" : u"yMMMMd", status);
    icu::SimpleDateFormat format(pattern, locale, status);
    format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, status);
    calendar.clear();
    calendar.set(day.year, day.month - 1, day.day == 0 ? 1 : day.day);
    icu::UnicodeString text;
    format.format(calendar.getTime(status), text);
    if (day.day != 0) { // a line doesn't end between the day and its month
        text.findAndReplace(u" ", u"\u00A0");
    }
    return utf8(text);
}

std::string Words::date(const Day& day) const {
    const auto [said, is_new] = tools->dates.try_emplace({day.year, day.month, day.day});
    if (is_new) {
        said->second = tools->write_date(day);
    }
    return said->second;
}

std::string Words::list(const std::vector<std::string>& items) const {
    std::vector<icu::UnicodeString> texts;
    texts.reserve(items.size());
    for (const std::string& item : items) {
        texts.push_back(utf16(item));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString joined;
    tools->lists->format(texts.data(), static_cast<int32_t>(texts.size()), joined, status);
    return utf8(joined);
}

std::string Words::row(const std::vector<std::string>& items) const {
    return fmt::format("{}", fmt::join(items, (*this)["comma"]));
}

std::string Words::strong_row(const std::vector<std::string>& items) const {
    return fmt::format("{}", fmt::join(items, (*this)["semicolon"]));
}

std::string Words::closed(std::string sentence) const {
    const std::string stop = (*this)["full-stop"];
    if (!sentence.ends_with(stop)) {
        sentence += stop;
    }
    return sentence;
}

std::string Words::number(std::int64_t number) const {
    return tools->numbers->whole(number);
}

std::string Words::year(int year) const {
    return tools->numbers->plain(year);
}

std::string Words::decimal(const std::string& number) const {
    return tools->numbers->decimal(number);
}

std::string Words::percent(const std::string& number) const {
    return tools->numbers->percent(number);
}

std::string Words::money(const std::string& number, const std::string& currency) const {
    return tools->numbers->money(number, currency);
}

std::string Words::digits() const {
    return tools->numbers->digits();
}

std::string Words::name_of_language(const std::string& tag) const {
    icu::UnicodeString name;
    locale_of(tag).getDisplayLanguage(tools->locale, name);
    return utf8(name);
}

std::string Words::collation_key(const std::string& text) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::CollationKey key;
    tools->collator->getCollationKey(utf16(text), key, status);
    int32_t size = 0;
    const uint8_t* bytes = key.getByteArray(size);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Diagnostics check(const std::filesystem::path& folder, const std::string& language) {
    const std::filesystem::path file = folder / (language + ".xml");
    const Result<bool> found = has_file(file, language);
    if (!found || !*found) {
        return {found ? no_words(file, language) : found.error()};
    }
    return read_words(folder, language).faults;
}

} // namespace rapporteur::wording
