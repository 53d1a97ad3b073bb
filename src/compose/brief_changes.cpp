#include "compose/brief_changes.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::compose {

namespace {

using changes::Change;
using changes::Kind;
using facts::Field;

bool is_marked(const Change& change) {
    constexpr std::array<Kind, 4> kinds = {Kind::added, Kind::corrected, Kind::related, Kind::renamed};
    return change.after && std::find(kinds.begin(), kinds.end(), change.kind) != kinds.end();
}

// What a brief would have told of, in sentences of its own or in a row.
bool is_of_briefs(Field field) {
    constexpr std::array<Field, 15> told = {Field::former_name, Field::seat,    Field::page,        Field::contact,
                                            Field::summary,     Field::mandate, Field::role,        Field::basis,
                                            Field::description, Field::right,   Field::obligation,  Field::engagement,
                                            Field::next_step,   Field::event,   Field::relationship};
    return std::find(told.begin(), told.end(), field) != told.end();
}

std::vector<const facts::Fact*> facts_of(const std::vector<const Change*>& changes) {
    std::vector<const facts::Fact*> facts;
    facts.reserve(changes.size());
    for (const Change* change : changes) {
        facts.push_back(&*change->after);
    }
    return facts;
}

template <class Is>
std::vector<const Change*> of(const changes::Changes& changes, Is is) {
    std::vector<const Change*> found;
    for (const Change& change : changes.list) {
        if (is(change)) {
            found.push_back(&change);
        }
    }
    return found;
}

// Puts the marks beside the passages of one brief.
class Marking {
public:
    Marking(const std::vector<const Change*>& by_number, const wording::Words& with)
        : changes(by_number), words(with) {}

    void mark(document::Paragraph& paragraph) { mark(paragraph.text, paragraph.language, paragraph); }

    void mark(document::List& list) {
        for (document::ListItem& item : list.items) {
            mark(item.text, item.language, item);
        }
    }

    void mark(document::Table& table) {
        for (document::Row& row : table.rows) {
            for (document::Cell& cell : row) {
                if (!cell.lines.empty()) {
                    mark(cell.lines.back(), cell.language, cell);
                }
            }
        }
    }

    template <class Other>
    void mark(Other&) {} // headings and figures say nothing that changes

    bool any = false;

private:
    // New where all that it says is, else changed.
    template <class Passage>
    void mark(Inlines& line, const document::Language& language, Passage& passage) {
        if (passage.facts.empty()) {
            return;
        }
        const bool is_new = std::all_of(passage.facts.begin(), passage.facts.end(),
                                        [&](std::uint32_t number) { return changes[number]->kind == Kind::added; });
        document::Text text;
        text.text = "\u00A0" + words[is_new ? "mark-new" : "mark-changed"]; // never alone on a line
        text.role = document::TextRole::strong;
        text.language = language.empty() ? document::Language() : words.language();
        line.emplace_back(std::move(text));
        any = true;
        passage.origin.clear(); // words of ours are in it now
    }

    const std::vector<const Change*>& changes;
    const wording::Words& words;
};

document::Paragraph remark(const wording::Words& words, const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) {
        text += (text.empty() || words["sentence-break"].back() != ' ' ? "" : " ") + words.closed(sentence);
    }
    return paragraph(document::ParagraphRole::remark, text);
}

// The part that is read, between head and card; made where the brief has none.
document::Part& text_of(document::Document& brief, const corpus::Partner& partner) {
    const auto found = std::find_if(brief.parts.begin(), brief.parts.end(), [](const document::Part& part) {
        return part.role == document::PartRole::brief_text;
    });
    return found != brief.parts.end()
               ? *found
               : *brief.parts.insert(brief.parts.begin() + 1,
                                     {document::PartRole::brief_text, anchor_of(partner.id) + "-text", {}, {}});
}

} // namespace

BriefChanges::BriefChanges(const changes::Changes& since, const wording::Words& with)
    : changes(since), words(with), marked(of(since, is_marked)),
      gone(of(since,
              [](const Change& change) { return change.kind == Kind::removed && is_of_briefs(change.before->field); })),
      index(facts_of(marked)) {}

void BriefChanges::tell(Composer& composer, const corpus::Partner& partner, bool with_gone) const {
    document::Document& brief = composer.document;
    Marking marking(marked, words);
    for (document::Part& part : brief.parts) {
        for (Block& block : part.blocks) {
            std::visit([&](auto& thing) { marking.mark(thing); }, block);
        }
    }
    const std::string date = composer.date(changes.from);
    const std::string name = short_name(composer, partner);
    std::vector<std::string> opening;
    for (const Change& change : changes.list) {
        const std::string before =
            change.before ? changes::said_in(*change.before, words.language()).words : std::string();
        if (change.kind == Kind::joined) {
            opening.push_back(words.fill("changes-joined", {{"partner", name}}));
        } else if (change.kind == Kind::merged) {
            opening.push_back(words.fill("changes-merged", {{"partner", name}, {"before", before}}));
        } else if (change.kind == Kind::renamed && before != composer.edition.plain(partner.name)) {
            opening.push_back(words["formerly"] + words["colon"] + before);
        }
    }
    if (marking.any) {
        opening.push_back(words.fill("brief-marks",
                                     {{"new", words["mark-new"]}, {"changed", words["mark-changed"]}, {"date", date}}));
    } else if (opening.empty()) {
        opening.push_back(words.fill("brief-unchanged", {{"date", date}}));
    }
    std::vector<Block>& blocks = text_of(brief, partner).blocks;
    blocks.insert(blocks.begin(), remark(words, opening));
    if (with_gone && has_gone()) {
        std::vector<std::string> facts;
        facts.reserve(gone.size());
        for (const Change* change : gone) {
            facts.push_back(in_words(words, *change->before, changes::said_in(*change->before, words.language())));
        }
        blocks.emplace_back(
            remark(words, {words.fill("brief-gone", {{"date", date}, {"facts", words.strong_row(facts)}})}));
    }
}

} // namespace rapporteur::compose
