#include "compose/composer.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unicode/uchar.h>
#include <unordered_map>
#include <unordered_set>

namespace rapporteur::compose {

namespace {

struct Term {
    std::string partner; // its id, where the term names one
    std::string shown;
    std::vector<std::string> forms; // any of which, found in a text, means the term
    std::vector<std::string> targets;
    document::FactNumbers facts;
};

enum class Letter : std::uint8_t {
    none,
    spaced,  // of a script whose words have something else between them
    unspaced // of one written without spaces, so that a word may begin at any letter
};

// Hangul counts as unspaced: what follows a name there is written close to it.
Letter kind_of(char32_t character) {
    if (character < 0x80) { // most characters; asking ICU for each is dear
        const bool is_letter = (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
                               (character >= '0' && character <= '9');
        return is_letter ? Letter::spaced : Letter::none;
    }
    const auto point = static_cast<UChar32>(character);
    const bool is_letter = u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
    if (!is_letter) {
        return Letter::none;
    }
    switch (u_getIntPropertyValue(point, UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_COMPLEX_CONTEXT: // Thai, Lao, Khmer, Burmese
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_NONSTARTER:
    case U_LB_H2:
    case U_LB_H3:
        return Letter::unspaced;
    default:
        return Letter::spaced;
    }
}

Letter kind_at(std::string_view text, std::size_t at) {
    return at < text.size() ? kind_of(next_character(text, at)) : Letter::none;
}

// The end of what is looked up at a word's beginning: the word, or one letter of a script without spaces.
std::size_t end_of_key(std::string_view text, std::size_t at) {
    if (at == text.size()) {
        return at;
    }
    const Letter kind = kind_at(text, at);
    next_character(text, at);
    while (kind == Letter::spaced && kind_at(text, at) == Letter::spaced) {
        next_character(text, at);
    }
    return at;
}

// Without quotation marks and the like before it; whole where it has no letter.
std::string from_first_letter(const std::string& form) {
    for (std::size_t at = 0; at < form.size(); next_character(form, at)) {
        if (kind_at(form, at) != Letter::none) {
            return form.substr(at);
        }
    }
    return form;
}

// "NGO" of "NGOs"; empty where a word is no such plural.
std::string_view singular_of(std::string_view word) {
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest || word.back() != 's') {
        return {};
    }
    const std::string_view acronym = word.substr(0, word.size() - 1);
    for (std::size_t at = 0; at < acronym.size();) {
        if (u_isUUppercase(static_cast<UChar32>(next_character(acronym, at))) == 0) {
            return {};
        }
    }
    return acronym;
}

// Finds terms in running text in one pass: each word looked up once, and compared with the few forms that begin with
// it. A word is a run of letters and figures of any script, whatever punctuation stands beside it; so an apostrophe
// ends one: DCI’s, l’UNESCO.
class TermFinder {
public:
    explicit TermFinder(std::vector<Term>& all) : terms(all) {
        for (std::size_t term = 0; term < terms.size(); ++term) {
            for (const std::string& form : terms[term].forms) {
                const std::string words = from_first_letter(form);
                if (words.empty()) {
                    continue;
                }
                by_first_word[words.substr(0, end_of_key(words, 0))].add(words, term);
            }
            if (!terms[term].partner.empty()) {
                by_partner.emplace(terms[term].partner, term);
            }
        }
    }

    // A link to a partner's section names it, however its name is inflected.
    void note_link(const std::string& link, const std::string& target) {
        const auto found = link.empty() ? by_partner.end() : by_partner.find(link.substr(1));
        if (found != by_partner.end()) {
            add(terms[found->second], target);
        }
    }

    void read(std::string_view text, const std::string& target) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = end_of_key(text, at);
            if (kind_at(text, at) != Letter::none) {
                look_up(text, at, text.substr(at, end - at), target);
                if (const std::string_view acronym = singular_of(text.substr(at, end - at)); !acronym.empty()) {
                    look_up(text.substr(0, at + acronym.size()), at, acronym, target);
                }
            }
            at = end;
        }
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };

    // Forms that begin with the same word. Of each length there is one that a text can go on with, so that many names
    // that begin alike cost no more than a few.
    struct Forms {
        std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> terms_of;
        std::set<std::size_t> lengths; // bytes

        void add(const std::string& form, std::size_t term) {
            terms_of[form].push_back(term);
            lengths.insert(form.size());
        }
    };

    void look_up(std::string_view text, std::size_t from, std::string_view key, const std::string& target) {
        const auto found = by_first_word.find(key);
        if (found == by_first_word.end()) {
            return;
        }
        for (const std::size_t length : found->second.lengths) {
            if (length > text.size() - from) {
                break;
            }
            const std::string_view form = text.substr(from, length);
            const auto named = found->second.terms_of.find(form);
            if (named == found->second.terms_of.end()) {
                continue;
            }
            const bool goes_on = kind_at(text, from + length) == Letter::spaced;
            if (!goes_on || kind_of(last_of(form)) != Letter::spaced) {
                for (const std::size_t term : named->second) {
                    add(terms[term], target);
                }
            }
        }
    }

    static char32_t last_of(std::string_view text) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
            --at;
        }
        return next_character(text, at);
    }

    static void add(Term& term, const std::string& target) {
        if (term.targets.empty() || term.targets.back() != target) {
            term.targets.push_back(target);
        }
    }

    std::vector<Term>& terms;
    // Or by the first letter, where words aren't spaced.
    std::unordered_map<std::string, Forms, Hash, std::equal_to<>> by_first_word;
    std::unordered_map<std::string, std::size_t> by_partner;
};

std::vector<Term> terms_of(const Composer& composer) {
    std::vector<Term> terms;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        const std::string name = composer.edition.plain(partner.name);
        Term term{anchor_of(partner.id), plain_text(full_name(composer, partner)), {name}, {}, {}};
        composer.tell_name(term.facts, partner);
        if (partner.acronym) {
            term.forms.push_back(composer.edition.plain(*partner.acronym));
        }
        terms.push_back(std::move(term));
        for (const corpus::Text& former : partner.former_names) {
            const std::string text = composer.edition.plain(former);
            const std::string shown = composer.words.fill(
                "index-see", {{"former", text}, {"name", plain_text(short_name(composer, partner))}});
            terms.push_back({{}, shown, {text}, {}, {}});
            composer.tell(terms.back().facts, former.place, facts::Field::former_name);
        }
    }
    std::unordered_set<std::string> known;
    for (const Term& term : terms) {
        known.insert(term.forms.begin(), term.forms.end());
    }
    for (const corpus::Term& entry : composer.edition.facts.glossary) {
        const std::string acronym = composer.edition.plain(entry.acronym);
        if (known.insert(acronym).second) {
            const std::string meaning = composer.edition.plain(entry.meaning);
            terms.push_back(
                {{}, composer.words.fill("aside", {{"text", acronym}, {"aside", meaning}}), {acronym}, {}, {}});
            composer.tell(terms.back().facts, entry.meaning.place, facts::Field::term);
        }
    }
    return terms;
}

void read_part(TermFinder& finder, const document::Part& part) {
    std::string target = part.id;
    const auto read = [&](const Inlines& inlines) {
        finder.read(words_of(inlines), target);
        for (const document::Inline& item : inlines) {
            if (const auto* text = std::get_if<document::Text>(&item)) {
                finder.note_link(text->link, target);
            }
        }
    };
    for (const Block& block : part.blocks) {
        if (const auto* title = std::get_if<document::Heading>(&block)) {
            target = title->id;
            read(title->text);
        } else if (const auto* text = std::get_if<document::Paragraph>(&block)) {
            read(text->text);
        } else if (const auto* list = std::get_if<document::List>(&block)) {
            for (const document::ListItem& item : list->items) {
                read(item.text);
            }
        } else if (const auto* table = std::get_if<document::Table>(&block)) {
            for (const document::Row& row : table->rows) {
                for (const document::Cell& entry : row) {
                    std::for_each(entry.lines.begin(), entry.lines.end(), read);
                }
            }
        }
    }
}

} // namespace

document::Part index(const Composer& composer) {
    document::Part part;
    part.role = document::PartRole::index;
    part.id = "index";
    std::vector<Term> terms = terms_of(composer);
    TermFinder finder(terms);
    for (const document::Part& other : composer.document.parts) {
        const bool is_text =
            other.role == document::PartRole::introduction || other.role == document::PartRole::partner;
        if (is_text) {
            read_part(finder, other);
        }
    }
    std::erase_if(terms, [](const Term& term) { return term.targets.empty(); });
    std::vector<std::pair<std::string, const Term*>> sorted;
    sorted.reserve(terms.size());
    for (const Term& term : terms) {
        sorted.emplace_back(composer.words.collation_key(term.shown), &term);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    if (sorted.empty()) {
        return part;
    }
    document::Index entries;
    for (const auto& [key, term] : sorted) {
        entries.entries.push_back({plain_inlines(term->shown), term->targets, term->facts});
    }
    part.blocks.emplace_back(heading(1, part.id, composer.words["index"]));
    part.blocks.emplace_back(std::move(entries));
    return part;
}

} // namespace rapporteur::compose
