#include "wording/words_file.hpp"

#include "support/files.hpp"
#include "wording/keys.hpp"
#include "xml/xml.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>

namespace rapporteur::wording {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_file = 1U << 20U;
constexpr const char* reference_language = "en";
constexpr std::size_t whole_file = std::string::npos;

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

// What a pattern asks of those who fill it and of its language.
struct Shape {
    bool is_sound = false;
    std::set<std::string> places;               // the names in braces
    std::vector<std::set<std::string>> plurals; // of each plural, the forms that it has
};

Shape shape_of(const std::string& text) {
    Shape shape;
    UErrorCode status = U_ZERO_ERROR;
    UParseError fault = {};
    const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), &fault, status);
    shape.is_sound = U_SUCCESS(status);
    for (int32_t at = 0; shape.is_sound && at < pattern.countParts(); ++at) {
        const icu::MessagePattern::Part& part = pattern.getPart(at);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            shape.places.insert(utf8(pattern.getSubstring(part)));
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START || part.getArgType() != UMSGPAT_ARG_TYPE_PLURAL) {
            continue;
        }
        std::set<std::string> forms;
        const int32_t limit = pattern.getLimitPartIndex(at);
        for (int32_t within = at + 1; within < limit; ++within) {
            if (pattern.getPartType(within) == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
                forms.insert(utf8(pattern.getSubstring(pattern.getPart(within))));
            } else if (pattern.getPartType(within) == UMSGPAT_PART_TYPE_ARG_START) {
                within = pattern.getLimitPartIndex(within); // another's forms
            }
        }
        shape.plurals.push_back(std::move(forms));
    }
    return shape;
}

// The forms of which a language's counts make use. Those that only fractions or millions take aren't asked for.
std::set<std::string> forms_of(const std::string& language) {
    constexpr int32_t enough_to_see_all = 200;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale::forLanguageTag(language, status), status));
    std::set<std::string> forms;
    for (int32_t count = 0; U_SUCCESS(status) && count <= enough_to_see_all; ++count) {
        forms.insert(utf8(rules->select(count)));
    }
    return forms;
}

class Reader {
public:
    Reader(fs::path of, const std::string& language) : file(std::move(of)), wanted_forms(forms_of(language)) {}

    WordsFile read(const std::map<std::string, std::string, std::less<>>& reference) {
        Result<std::string> bytes = read_file(file, largest_file);
        if (!bytes) {
            made.faults.push_back(bytes.error());
            return std::move(made);
        }
        text = std::move(*bytes);
        pugi::xml_document document;
        const pugi::xml_parse_result parsed = xml::read(document, text, pugi::parse_default);
        if (!parsed) {
            say(static_cast<std::size_t>(parsed.offset),
                fmt::format("this isn't well-formed XML: {}", parsed.description()));
            return std::move(made);
        }
        check_root(document.document_element());
        for (const pugi::xml_node& node : document.document_element().children("word")) {
            read_word(node, reference);
        }
        for (const std::string_view key : keys) {
            if (made.words.find(key) == made.words.end()) {
                say(whole_file, fmt::format("the word “{}” is missing", key));
            }
        }
        return std::move(made);
    }

private:
    // Whoever copies another language's file may forget what it says of itself.
    void check_root(const pugi::xml_node& root) {
        const std::ptrdiff_t offset = root.offset_debug();
        const std::size_t at = offset > 0 ? static_cast<std::size_t>(offset - 1) : 0;
        if (std::string_view(root.name()) != "words") {
            say(at, fmt::format("a file of words begins with <words>, not with <{}>", root.name()),
                "write <words xmlns=\"urn:rapporteur:words:1\" …>");
        }
        const std::string said = root.attribute("xml:lang").value();
        const std::string named = file.stem().string();
        if (said != named) {
            say(at,
                fmt::format("the file's name says that its words are in “{}”, but its xml:lang is “{}”", named, said),
                fmt::format("write xml:lang=\"{}\" and have the words in that language, or name the file {}.xml", named,
                            said.empty() ? "LANGUAGE" : said));
        }
    }

    void read_word(const pugi::xml_node& node, const std::map<std::string, std::string, std::less<>>& reference) {
        const std::string id = node.attribute("id").value();
        const std::ptrdiff_t offset = node.offset_debug();
        const std::size_t at = offset > 0 ? static_cast<std::size_t>(offset - 1) : 0;
        if (std::find(keys.begin(), keys.end(), id) == keys.end()) {
            say(at, fmt::format("the word “{}” is one that the program doesn't use", id));
            return;
        }
        if (!made.words.emplace(id, node.child_value()).second) {
            say(at, fmt::format("the word “{}” is there twice", id));
            return;
        }
        const Shape shape = shape_of(node.child_value());
        if (!shape.is_sound) {
            say(at, fmt::format("the word “{}” is no message pattern", id), "look at its braces");
            return;
        }
        for (const std::set<std::string>& forms : shape.plurals) {
            for (const std::string& form : wanted_forms) {
                if (forms.count(form) == 0) {
                    say(at, fmt::format("the word “{}” lacks the plural form “{}”, which this language has", id, form));
                }
            }
        }
        if (const auto known = reference.find(id); known != reference.end()) {
            compare_places(at, id, shape.places, shape_of(known->second).places);
        }
    }

    void compare_places(std::size_t at, const std::string& id, const std::set<std::string>& places,
                        const std::set<std::string>& reference) {
        for (const std::string& place : places) {
            if (reference.count(place) == 0) {
                say(at, fmt::format("the word “{}” has a place “{}” that nothing fills", id, place),
                    fmt::format("what can be filled in: {}", fmt::join(reference, ", ")));
            }
        }
        for (const std::string& place : reference) {
            if (places.count(place) == 0) {
                say(at, fmt::format("the word “{}” lacks the place “{}”", id, place));
            }
        }
    }

    void say(std::size_t offset, std::string message, std::string hint = {}) {
        Diagnostic fault;
        fault.place = place_in(file.string());
        if (offset != whole_file) {
            const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
            fault.place.line = static_cast<std::uint32_t>(std::count(text.begin(), end, '\n') + 1);
        }
        fault.message = std::move(message);
        fault.hint = std::move(hint);
        made.faults.push_back(std::move(fault));
    }

    fs::path file;
    std::set<std::string> wanted_forms;
    std::string text;
    WordsFile made;
};

} // namespace

WordsFile read_words(const fs::path& folder, const std::string& language) {
    const fs::path reference = folder / (std::string(reference_language) + ".xml");
    std::map<std::string, std::string, std::less<>> reference_words;
    const Result<bool> has_reference = language == reference_language ? Result<bool>(false) : is_there(reference);
    if (!has_reference) {
        WordsFile unread;
        unread.faults = {has_reference.error()};
        return unread;
    }
    if (*has_reference) {
        reference_words = Reader(reference, reference_language).read({}).words;
    }
    return Reader(folder / (language + ".xml"), language).read(reference_words);
}

} // namespace rapporteur::wording
