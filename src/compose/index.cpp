#include "compose/composer.hpp"

#include <algorithm>
#include <unordered_map>

namespace rapporteur::compose {

namespace {

struct Term {
    std::string shown;
    std::vector<std::string> forms; // any of which, found in a text, means the term
    std::vector<std::string> targets;
};

bool is_letter(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           value >= 0x80;
}

std::string first_word(const std::string& text) {
    const auto end = std::find_if(text.begin(), text.end(), [](char byte) { return !is_letter(byte); });
    return {text.begin(), end};
}

std::string words_of(const Inlines& inlines) {
    std::string text;
    for (const document::Inline& item : inlines) {
        if (const auto* words = std::get_if<document::Text>(&item)) {
            text += words->text;
        }
    }
    return text;
}

// Finds terms in running text in one pass: each word looked up once, and compared with the few forms that begin with
// it.
class TermFinder {
public:
    explicit TermFinder(std::vector<Term>& all) : terms(all) {
        for (std::size_t term = 0; term < terms.size(); ++term) {
            for (const std::string& form : terms[term].forms) {
                by_first_word[first_word(form)].push_back({term, form});
            }
        }
    }

    void read(const std::string& text, const std::string& target) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!is_letter(text[at]) || (at > 0 && is_letter(text[at - 1]))) {
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && is_letter(text[end])) {
                ++end;
            }
            // A curly apostrophe ends a word: DCI’s, l’UNESCO.
            const std::size_t apostrophe = text.find("\u2019", at);
            if (apostrophe < end) {
                look_up(text, at, apostrophe, target);
                at = apostrophe + 2;
                look_up(text, at + 1, end, target);
            } else {
                look_up(text, at, end, target);
            }
            at = std::max(at, end - 1);
        }
    }

private:
    struct Form {
        std::size_t term;
        std::string text;
    };

    void look_up(const std::string& text, std::size_t from, std::size_t to, const std::string& target) {
        const auto found = to > from ? by_first_word.find(text.substr(from, to - from)) : by_first_word.end();
        if (found == by_first_word.end()) {
            return;
        }
        for (const Form& form : found->second) {
            const bool matches = text.compare(from, form.text.size(), form.text) == 0;
            std::vector<std::string>& targets = terms[form.term].targets;
            if (matches && (targets.empty() || targets.back() != target)) {
                targets.push_back(target);
            }
        }
    }

    std::vector<Term>& terms;
    std::unordered_map<std::string, std::vector<Form>> by_first_word;
};

std::vector<Term> terms_of(const Composer& composer) {
    std::vector<Term> terms;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        const std::string name = composer.edition.plain(partner.name);
        Term term{full_name(composer, partner), {name}, {}};
        if (partner.acronym) {
            term.forms.push_back(composer.edition.plain(*partner.acronym));
        }
        terms.push_back(std::move(term));
        for (const corpus::Text& former : partner.former_names) {
            const std::string text = composer.edition.plain(former);
            terms.push_back({text + " → " + short_name(composer, partner), {text}, {}});
        }
    }
    for (const corpus::Term& entry : composer.edition.facts.glossary) {
        const std::string acronym = composer.edition.plain(entry.acronym);
        const bool is_partner = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
            return std::find(term.forms.begin(), term.forms.end(), acronym) != term.forms.end();
        });
        if (!is_partner) {
            terms.push_back({acronym + " (" + composer.edition.plain(entry.meaning) + ")", {acronym}, {}});
        }
    }
    return terms;
}

void read_part(TermFinder& finder, const document::Part& part) {
    std::string target = part.id;
    const auto read = [&](const Inlines& inlines) { finder.read(words_of(inlines), target); };
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
        entries.entries.push_back({plain_inlines(term->shown), term->targets});
    }
    part.blocks.emplace_back(heading(1, part.id, composer.words["index"]));
    part.blocks.emplace_back(std::move(entries));
    return part;
}

} // namespace rapporteur::compose
