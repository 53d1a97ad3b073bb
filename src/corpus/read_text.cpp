#include "corpus/collapse.hpp"
#include "corpus/reading.hpp"
#include "support/digest.hpp"
#include "support/plain_text.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uloc.h>

namespace rapporteur::corpus {

namespace {

std::string in_nfc(std::string text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
    if (ascii) {
        return text;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString composed = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
    std::string normal;
    composed.toUTF8String(normal);
    return U_SUCCESS(status) ? normal : text;
}

void check_language(const Reading& reading, const pugi::xml_node& node, const std::string& language) {
    const std::vector<std::string>& known = reading.frame.known_languages;
    if (std::find(known.begin(), known.end(), language) == known.end() && !is_known_language(language)) {
        reading.findings.error(reading.place(node), fmt::format("“{}” is no language tag", language),
                               "write it as BCP 47 has it: en, fr, es, ar, zh-Hans");
    }
}

std::vector<Span> read_spans(const Reading& reading, const pugi::xml_node& node, const std::string& language) {
    std::vector<Span> spans;
    Collapser collapser(language);
    const auto add = [&](SpanKind kind, std::string_view text, std::string detail) {
        if (kind != SpanKind::plain && collapser.takes_space_before(text) && !spans.empty()) {
            spans.back().text.push_back(' ');
        }
        std::string piece = in_nfc(collapser.add(text));
        if (piece.empty()) {
            return;
        }
        if (kind == SpanKind::plain && !spans.empty() && spans.back().kind == SpanKind::plain) {
            spans.back().text += piece;
        } else {
            spans.push_back({kind, std::move(piece), std::move(detail)});
        }
    };
    for (const pugi::xml_node& child : node.children()) {
        const std::string name = child.name();
        if (name.empty()) {
            add(SpanKind::plain, child.value(), {});
        } else if (name == "em") {
            add(SpanKind::emphasis, child.child_value(), {});
        } else if (name == "foreign") {
            const std::string foreign = trimmed(child.attribute("xml:lang").value());
            check_language(reading, child, foreign);
            add(SpanKind::foreign, child.child_value(), foreign);
        } else if (name == "see") {
            const std::string partner = trimmed(child.attribute("partner").value());
            reading.ledger.refer(partner, Named::partner, reading.place(child));
            add(SpanKind::reference, child.child_value(), partner);
        }
    }
    return spans;
}

TranslationState state_of(const std::string& name) {
    if (name == "reviewed") {
        return TranslationState::reviewed;
    }
    return name == "approved" ? TranslationState::approved : TranslationState::draft;
}

struct ReadVersion {
    Version version;
    std::string from;
    pugi::xml_node node;
};

void check_translation(const Reading& reading, const ReadVersion& read, const std::string& main_digest, bool& stale) {
    const bool has_state = !read.node.attribute("state").empty();
    if (!has_state || read.from.empty()) {
        reading.findings.error(
            reading.place(read.node),
            fmt::format("a translation lacks {}",
                        has_state ? "the digest of what it was made from" : "its state: draft, reviewed or approved"),
            main_digest.empty() ? std::string()
                                : fmt::format("the text in {} has from=\"{}\"", reading.frame.language, main_digest));
        return;
    }
    stale = !main_digest.empty() && read.from != main_digest;
    if (stale) {
        reading.findings.translation_warning(
            WarningKind::stale_translation, reading.place(read.node), read.version.language,
            fmt::format("the {} translation is stale: the text in {} has changed since", read.version.language,
                        reading.frame.language),
            fmt::format("when it is right again, write from=\"{}\"", main_digest));
    }
}

void check_versions(const Reading& reading, const pugi::xml_node& parent, const std::vector<ReadVersion>& versions) {
    const Frame& frame = reading.frame;
    const auto has = [&](const std::string& language) {
        return std::any_of(versions.begin(), versions.end(),
                           [&](const ReadVersion& read) { return read.version.language == language; });
    };
    if (!has(frame.language)) {
        reading.findings.error(reading.place(parent), fmt::format("<{}> has no text in {}, the corpus's main language",
                                                                  parent.name(), frame.language));
    }
    for (const std::string& language : frame.languages) {
        if (language != frame.language && !has(language)) {
            reading.findings.translation_warning(
                WarningKind::untranslated, reading.place(parent), language,
                fmt::format("<{}> has no text in {}", parent.name(), language),
                fmt::format("readers in {} will be shown it in {}, marked so", language, frame.language));
        }
    }
}

} // namespace

std::string trimmed(const char* value) {
    constexpr std::string_view white_space = " \t\n\r";
    const std::string_view text = value;
    const std::size_t first = text.find_first_not_of(white_space);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(white_space) - first + 1));
}

std::string words_in(const char* value) {
    return plain_text(collapsed(value, {}));
}

std::string collapsed(std::string_view text, std::string_view language) {
    return in_nfc(Collapser(language).add(text));
}

bool is_known_language(const std::string& tag) {
    char locale[ULOC_FULLNAME_CAPACITY] = {};
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(tag.c_str(), locale, sizeof locale, &parsed, &status);
    const bool well_formed = U_SUCCESS(status) && parsed == static_cast<int32_t>(tag.size());
    return well_formed && *uloc_getISO3Language(locale) != '\0';
}

std::string words_of(const Version& version) {
    std::string words;
    for (const Span& span : version.spans) {
        words += plain_text(span.text);
    }
    return words;
}

std::string words_of(const Text& text) {
    return words_of(text.versions.front());
}

std::string digest_of(const Version& version) {
    constexpr std::size_t digits = 12;
    return sha256(words_of(version)).substr(0, digits);
}

Text read_text(const Reading& reading, const pugi::xml_node& parent) {
    const Frame& frame = reading.frame;
    std::vector<ReadVersion> versions;
    for (const pugi::xml_node& node : parent.children("text")) {
        ReadVersion read;
        read.node = node;
        read.version.place = reading.place(node);
        read.version.language = trimmed(node.attribute("xml:lang").value());
        read.version.spans = read_spans(reading, node, read.version.language);
        read.from = trimmed(node.attribute("from").value());
        const std::string& language = read.version.language;
        const std::string text = words_of(read.version);
        check_language(reading, node, language);
        if (text.empty()) {
            reading.findings.error(read.version.place, "a text without words",
                                   "leave the element out where nothing is known");
        }
        if (std::find(frame.languages.begin(), frame.languages.end(), language) == frame.languages.end()) {
            reading.findings.error(read.version.place, fmt::format("“{}” isn't among the corpus's languages", language),
                                   "add it to languages of <corpus>, or take the text out");
        }
        const bool twice = std::any_of(versions.begin(), versions.end(),
                                       [&](const ReadVersion& other) { return other.version.language == language; });
        if (twice) {
            reading.findings.error(read.version.place,
                                   fmt::format("<{}> has two texts in {}", parent.name(), language));
            continue;
        }
        versions.push_back(std::move(read));
    }
    std::stable_partition(versions.begin(), versions.end(),
                          [&](const ReadVersion& read) { return read.version.language == frame.language; });
    check_versions(reading, parent, versions);
    const bool has_main = !versions.empty() && versions.front().version.language == frame.language;
    const std::string main_digest =
        has_main && versions.size() > 1 ? digest_of(versions.front().version) : std::string();
    Text text;
    text.place = reading.place(parent);
    for (ReadVersion& read : versions) {
        if (read.version.language == frame.language) {
            if (!read.from.empty() || !read.node.attribute("state").empty()) {
                reading.findings.error(read.version.place, "the text in the main language is no translation",
                                       "take its state and from away");
            }
        } else {
            read.version.state = state_of(trimmed(read.node.attribute("state").value()));
            check_translation(reading, read, main_digest, read.version.stale);
        }
        text.versions.push_back(std::move(read.version));
    }
    return text;
}

std::optional<Text> read_optional_text(const Reading& reading, const pugi::xml_node& parent, const char* element) {
    const pugi::xml_node node = parent.child(element);
    return node ? std::optional(read_text(reading, node)) : std::nullopt;
}

} // namespace rapporteur::corpus
