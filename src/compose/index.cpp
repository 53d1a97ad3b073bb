#include "compose/composer.hpp"

#include <algorithm>
#include <unordered_map>

namespace rapporteur::compose {

namespace {

struct Term {
    std::string partner; // its id, where the term names one
    std::string shown;
    std::vector<std::string> forms; // any of which, found in a text, means the term
    std::vector<std::string> targets;
    document::FactNumbers facts;
};

// Han, kana and hangul, which are written without spaces between words, begin with U+3000 or above.
bool is_unspaced(char byte) {
    return static_cast<unsigned char>(byte) >= 0xE3;
}

bool is_letter(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           value >= 0x80;
}

std::string first_word(const std::string& text) {
    const auto end = std::find_if(text.begin(), text.end(), [](char byte) { return !is_letter(byte); });
    return {text.begin(), end};
}

// Finds terms in running text in one pass: each word looked up once, and compared with the few forms that begin with
// it.
class TermFinder {
public:
    explicit TermFinder(std::vector<Term>& all) : terms(all) {
        for (std::size_t term = 0; term < terms.size(); ++term) {
            for (const std::string& form : terms[term].forms) {
                const bool unspaced = !form.empty() && is_unspaced(form.front());
                by_first_word[unspaced ? form.substr(0, character_size) : first_word(form)].push_back({term, form});
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

    void read(const std::string& text, const std::string& target) {
        std::size_t after_unspaced = 0; // a word may begin there too
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (is_unspaced(text[at])) {
                look_up(text, at, at + character_size, target);
                after_unspaced = at + character_size;
                at = after_unspaced - 1;
                continue;
            }
            const bool is_within = at > 0 && at != after_unspaced && is_letter(text[at - 1]);
            if (!is_letter(text[at]) || is_within) {
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && is_letter(text[end]) && !is_unspaced(text[end])) {
                ++end;
            }
            // A curly apostrophe ends a word: DCI’s, l’UNESCO.
            const std::string_view word = std::string_view(text).substr(at, end - at);
            if (const std::size_t apostrophe = word.find("\u2019"); apostrophe != std::string_view::npos) {
                look_up(text, at, at + apostrophe, target);
                look_up(text, at + apostrophe + character_size, end, target);
            } else {
                look_up(text, at, end, target);
            }
            at = end - 1;
        }
    }

private:
    struct Form {
        std::size_t term;
        std::string text;
    };

    void look_up(const std::string& text, std::size_t from, std::size_t to, const std::string& target) {
        const std::string_view word = std::string_view(text).substr(from, to - from);
        const auto found = word.empty() ? by_first_word.end() : by_first_word.find(word);
        if (found == by_first_word.end()) {
            return;
        }
        for (const Form& form : found->second) {
            if (text.compare(from, form.text.size(), form.text) == 0) {
                add(terms[form.term], target);
            }
        }
    }

    static void add(Term& term, const std::string& target) {
        if (term.targets.empty() || term.targets.back() != target) {
            term.targets.push_back(target);
        }
    }

    static constexpr std::size_t character_size = 3; // bytes, of most unspaced letters

    std::vector<Term>& terms;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };

    // Or by the first letter, where words aren't spaced.
    std::unordered_map<std::string, std::vector<Form>, Hash, std::equal_to<>> by_first_word;
    std::unordered_map<std::string, std::size_t> by_partner;
};

std::vector<Term> terms_of(const Composer& composer) {
    std::vector<Term> terms;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        const std::string name = composer.edition.plain(partner.name);
        Term term{anchor_of(partner.id), full_name(composer, partner), {name}, {}, {}};
        composer.tell_name(term.facts, partner);
        if (partner.acronym) {
            term.forms.push_back(composer.edition.plain(*partner.acronym));
        }
        terms.push_back(std::move(term));
        for (const corpus::Text& former : partner.former_names) {
            const std::string text = composer.edition.plain(former);
            terms.push_back({{}, text + " → " + short_name(composer, partner), {text}, {}, {}});
            composer.tell(terms.back().facts, former.place, facts::Field::former_name);
        }
    }
    for (const corpus::Term& entry : composer.edition.facts.glossary) {
        const std::string acronym = composer.edition.plain(entry.acronym);
        const bool is_partner = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
            return std::find(term.forms.begin(), term.forms.end(), acronym) != term.forms.end();
        });
        if (!is_partner) {
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
