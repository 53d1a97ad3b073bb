#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

using document::Text;
using document::TextRole;

bool is_capital(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

bool is_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return is_capital(byte) || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || value >= 0xC3;
}

// The end of an acronym that begins at `at`: two capitals or more, and no other letter at either side but for the s of
// a plural: NGOs.
std::size_t acronym_end(const std::string& text, std::size_t at) {
    const bool within_a_word = at > 0 && is_word_byte(text[at - 1]);
    std::size_t end = at;
    while (end < text.size() && is_capital(text[end])) {
        ++end;
    }
    // Only what UTF-8 begins a letter with counts: the curly apostrophe of “DCI’s” begins with 0xE2.
    const auto is_letter = [&](std::size_t byte) {
        return byte < text.size() && is_word_byte(text[byte]) && static_cast<unsigned char>(text[byte]) != 0xE2;
    };
    const bool is_plural = end < text.size() && text[end] == 's' && !is_letter(end + 1);
    const bool goes_on = is_letter(end) && !is_plural;
    return within_a_word || goes_on || end - at < 2 ? at : end;
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
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_capital(text[at])) {
            continue;
        }
        const std::size_t end = acronym_end(text, at);
        if (end > at) {
            append_text(inlines, text.substr(done, at - done), TextRole::plain, language, link);
            append_text(inlines, text.substr(at, end - at), TextRole::acronym, language, link);
            done = end;
            at = end - 1;
            continue;
        }
        while (at + 1 < text.size() && is_word_byte(text[at + 1])) {
            ++at;
        }
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
        std::filesystem::path(*place.file).lexically_relative(files.front().parent_path());
    return file.generic_string() + ":" + std::to_string(place.line);
}

} // namespace rapporteur::compose
