#include "compose/composer.hpp"
#include "support/unbroken.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rapporteur::compose {

namespace {

using document::Text;
using document::TextRole;

// Letters as acronyms are made of: of the Latin script, whose small capitals type has.
enum class Letter : std::uint8_t { none, capital, other };

Letter letter_at(const std::string& text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) { // most characters; asking ICU for each is dear
        const bool capital = byte >= 'A' && byte <= 'Z';
        const bool other = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        return capital ? Letter::capital : (other ? Letter::other : Letter::none);
    }
    std::size_t next = at;
    const auto character = static_cast<UChar32>(next_character(text, next));
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &status);
    if (script == USCRIPT_LATIN && u_isUUppercase(character) != 0) {
        return Letter::capital;
    }
    // A letter of another script begins another word: what Arabic and Chinese write close to an acronym.
    const bool is_word = script == USCRIPT_LATIN || script == USCRIPT_INHERITED || u_isdigit(character) != 0;
    return is_word || break_mark_at(text, at) ? Letter::other : Letter::none;
}

std::size_t end_of_character(const std::string& text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
        return at + 1;
    }
    next_character(text, at);
    return at;
}

// Where the word ends of which a letter stands at `at`.
std::size_t word_end(const std::string& text, std::size_t at) {
    while (at < text.size() && letter_at(text, at) != Letter::none) {
        at = end_of_character(text, at);
    }
    return at;
}

// The end of an acronym that is the word at `at`, or the word without the s of a plural: two capitals or more and no
// other letter or figure, as NGO in NGOs. Else `at`.
std::size_t acronym_end(const std::string& text, std::size_t at) {
    std::size_t end = at;
    int capitals = 0;
    while (end < text.size() && letter_at(text, end) == Letter::capital) {
        end = end_of_character(text, end);
        ++capitals;
    }
    const std::size_t whole = word_end(text, end);
    const bool is_plural = whole == end + 1 && text[end] == 's';
    return capitals >= 2 && (whole == end || is_plural) ? end : at;
}

// Whether the word at `at` is part of an address, or of a document's symbol: www.UNICEF.org, A/RES/44/25.
bool is_within_symbol(const std::string& text, std::size_t at) {
    const std::size_t space = text.rfind(' ', at);
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    const std::string_view token = std::string_view(text).substr(begin, text.find(' ', at) - begin);
    const std::optional<TextRange> address = address_from(text, begin);
    const bool is_symbol =
        token.find('/') != std::string_view::npos && token.find_first_of("0123456789") != std::string_view::npos;
    return is_symbol || (address && at >= address->begin && at < address->end);
}

void append_text(Inlines& inlines, std::string words, TextRole role, const std::string& language,
                 const std::string& link) {
    if (words.empty()) {
        return;
    }
    Text text;
    text.text = std::move(words);
    text.role = role;
    text.language = language;
    text.link = link;
    inlines.emplace_back(std::move(text));
}

} // namespace

std::string Composer::holder() const {
    const corpus::Holder& owner = edition.facts.holder;
    return edition.plain(owner.acronym ? *owner.acronym : owner.name);
}

void append_words(Inlines& inlines, const std::string& text, const std::string& language, const std::string& link) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (letter == Letter::none) {
            at = end_of_character(text, at);
            continue;
        }
        const std::size_t end = letter == Letter::capital ? acronym_end(text, at) : at;
        if (end > at && !is_within_symbol(text, at)) {
            append_text(inlines, text.substr(done, at - done), TextRole::plain, language, link);
            append_text(inlines, text.substr(at, end - at), TextRole::acronym, language, link);
            done = end;
        }
        at = word_end(text, at);
    }
    append_text(inlines, text.substr(done), TextRole::plain, language, link);
}

void append(Inlines& inlines, Inlines more) {
    std::move(more.begin(), more.end(), std::back_inserter(inlines));
}

Inlines inlines_of(const Composer& composer, const corpus::Text& text) {
    Inlines inlines;
    for (const corpus::Span& span : composer.edition.read(text).version.spans) {
        switch (span.kind) {
        case corpus::SpanKind::plain:
            append_words(inlines, span.text, {}, {});
            break;
        case corpus::SpanKind::emphasis:
            append_text(inlines, span.text, TextRole::emphasis, {}, {});
            break;
        case corpus::SpanKind::foreign:
            append_text(inlines, span.text, TextRole::plain, span.detail, {});
            break;
        case corpus::SpanKind::reference: {
            const auto& partners = composer.edition.facts.partners;
            const bool is_shown = std::any_of(partners.begin(), partners.end(), [&](const corpus::Partner& partner) {
                return partner.id == span.detail;
            });
            append_words(inlines, span.text, {}, is_shown ? "#" + anchor_of(span.detail) : std::string());
            break;
        }
        }
    }
    return inlines;
}

Inlines marked_inlines_of(const Composer& composer, const corpus::Text& text) {
    Inlines inlines = inlines_of(composer, text);
    const edition::Passage passage = composer.edition.read(text);
    for (document::Inline& item : inlines) {
        auto* words = std::get_if<Text>(&item);
        if (passage.is_fallback && words != nullptr && words->language.empty()) {
            words->language = passage.version.language;
        }
    }
    return inlines;
}

Inlines plain_inlines(const std::string& text, TextRole role) {
    Inlines inlines;
    if (role == TextRole::plain) {
        append_words(inlines, text, {}, {});
    } else {
        append_text(inlines, text, role, {}, {});
    }
    return inlines;
}

document::Heading heading(int level, std::string id, const std::string& text) {
    document::Heading made;
    made.level = level;
    made.id = std::move(id);
    made.text = plain_inlines(text);
    return made;
}

document::Paragraph paragraph(document::ParagraphRole role, const std::string& text) {
    document::Paragraph made;
    made.role = role;
    made.text = plain_inlines(text);
    return made;
}

document::Cell cell(const std::string& text) {
    document::Cell made;
    if (!text.empty()) {
        Inlines line;
        append_text(line, text, TextRole::plain, {}, {});
        made.lines.push_back(std::move(line));
    }
    return made;
}

document::Cell cell(Inlines text) {
    document::Cell made;
    made.lines.push_back(std::move(text));
    return made;
}

void set_language(const Composer& composer, const corpus::Text& text, document::Language& language) {
    const edition::Passage passage = composer.edition.read(text);
    if (passage.is_fallback) {
        language = passage.version.language;
    }
}

document::Origin origin_of(const Composer& composer, const corpus::Text& text) {
    const Place& place = composer.edition.read(text).version.place;
    const auto& files = composer.edition.facts.files;
    if (place.file == nullptr || files.empty()) {
        return {};
    }
    const std::filesystem::path file =
        std::filesystem::path(*place.file).lexically_relative(files.front().path.parent_path());
    return file.generic_string() + ":" + std::to_string(place.line);
}

} // namespace rapporteur::compose
