#include "compose/composer.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::compose {

namespace {

using changes::Change;
using changes::Kind;
using facts::Field;

// What a field is called in the report: the word that its section or row goes by.
std::string_view word_of(Field field) {
    constexpr std::array<std::string_view, 46> words = {"changes-report",
                                                        "changes-report",
                                                        "changes-report",
                                                        "year",
                                                        "changes-report",
                                                        "acronym",
                                                        "web-page",
                                                        "sources",
                                                        "sources",
                                                        "introduction",
                                                        "glossary",
                                                        "funding",
                                                        "full-name",
                                                        "acronym",
                                                        "formerly",
                                                        "kind",
                                                        "status",
                                                        "identifier",
                                                        "seat",
                                                        "web-page",
                                                        "contact",
                                                        "summary",
                                                        "what-it-is",
                                                        "composition-count-head",
                                                        "relationship",
                                                        "since",
                                                        "until",
                                                        "role",
                                                        "basis",
                                                        "our-relationship",
                                                        "rights",
                                                        "obligations",
                                                        "deadline-date",
                                                        "interval",
                                                        "working-together",
                                                        "results",
                                                        "indicator",
                                                        "funding",
                                                        "risks",
                                                        "theme",
                                                        "next",
                                                        "talking-points",
                                                        "quote",
                                                        "photo",
                                                        "documents",
                                                        "event"};
    return words.at(static_cast<std::size_t>(field));
}

document::Cell value(const Composer& composer, const std::optional<facts::Fact>& fact) {
    if (!fact) {
        return cell(composer.words["not-stated"]);
    }
    const facts::Said& said = changes::said_in(*fact, composer.edition.reader.language);
    document::Cell told = cell(inlines_of(composer.words, *fact, said));
    composer.tell(told.facts, fact->place, fact->field, fact->key);
    const auto is_in_another = [&](const document::Inline& item) {
        const auto* text = std::get_if<document::Text>(&item);
        return text != nullptr && !text->language.empty();
    };
    Inlines& line = told.lines.front();
    if (std::all_of(line.begin(), line.end(), is_in_another)) { // the whole cell, then
        told.language = said.language;
        for (document::Inline& item : line) {
            std::get<document::Text>(item).language.clear();
        }
    }
    return told;
}

// What readers are told of one by one; that a fact was looked at again is told in a number.
bool is_told(Kind kind) {
    switch (kind) {
    case Kind::rechecked:
    case Kind::stale:
    case Kind::translated:
    case Kind::reviewed:
    case Kind::readers:
        return false;
    case Kind::joined:
    case Kind::left:
    case Kind::renamed:
    case Kind::merged:
    case Kind::related:
    case Kind::added:
    case Kind::removed:
    case Kind::corrected:
        break;
    }
    return true;
}

class ChangesPart {
public:
    explicit ChangesPart(const Composer& with) : composer(with), remarks(with) {
        part.role = document::PartRole::glance;
        part.id = "changes";
    }

    document::Part write(const changes::Changes& changes) {
        const std::string since = composer.date(changes.from);
        part.blocks.emplace_back(heading(1, part.id, composer.words.fill("changes", {{"date", since}})));
        const auto checked = static_cast<int>(std::count_if(
            changes.list.begin(), changes.list.end(), [](const Change& one) { return one.kind == Kind::rechecked; }));
        part.blocks.emplace_back(
            paragraph(document::ParagraphRole::body, composer.words.fill("changes-rechecked", {"count", checked}, {})));
        for (auto from = changes.list.begin(); from != changes.list.end();) {
            const auto to =
                std::find_if(from, changes.list.end(), [&](const Change& one) { return one.partner != from->partner; });
            add_partner({from, to});
            from = to;
        }
        return std::move(part);
    }

private:
    void add_partner(const std::vector<Change>& changes) {
        if (std::none_of(changes.begin(), changes.end(), [](const Change& one) { return is_told(one.kind); })) {
            return;
        }
        const Change& first = changes.front();
        const std::string id = "changes-" + (first.partner.empty() ? std::string("report") : anchor_of(first.partner));
        part.blocks.emplace_back(heading(2, id, title(first)));
        document::Table table;
        table.id = id + "-table";
        table.columns.resize(3);
        table.header = document::Row{cell(composer.words["changes-what"]), cell(composer.words["changes-before"]),
                                     cell(composer.words["changes-now"])};
        for (const Change& change : changes) {
            if (change.kind == Kind::joined || change.kind == Kind::left || change.kind == Kind::merged) {
                add_sentence(change);
            } else if (is_told(change.kind)) {
                remark_on_language(change);
                add_row(table, change);
            }
        }
        if (!table.rows.empty()) {
            part.blocks.emplace_back(std::move(table));
        }
    }

    void remark_on_language(const Change& change) {
        constexpr std::array<Field, 4> names = {Field::name, Field::acronym, Field::former_name, Field::source};
        if (std::find(names.begin(), names.end(), change.fact().field) != names.end()) {
            return;
        }
        for (const std::optional<facts::Fact>* fact : {&change.before, &change.after}) {
            if (*fact) {
                remarks.add(changes::said_in(**fact, composer.edition.reader.language), part.blocks);
            }
        }
    }

    void add_row(document::Table& table, const Change& change) const {
        const facts::Fact& fact = change.fact();
        document::Cell what = cell(composer.words.fill(word_of(fact.field), {{"holder", composer.holder()}}));
        if (fact.field == Field::due || fact.field == Field::interval) {
            const corpus::Text* obligation = obligation_of(change);
            if (obligation == nullptr) { // gone, which is told with what it was
                return;
            }
            what.lines.push_back(inlines_of(composer, *obligation));
        }
        table.rows.push_back({std::move(what), value(composer, change.before), value(composer, change.after)});
    }

    // What the date or the interval belongs to, as it stands now; null where it is gone.
    const corpus::Text* obligation_of(const Change& change) const {
        const std::string& key = change.fact().key;
        for (const corpus::Partner& partner : composer.edition.facts.partners) {
            if (partner.id != change.partner) {
                continue;
            }
            for (const corpus::Relationship& relationship : partner.relationships) {
                for (const corpus::Obligation& obligation : relationship.obligations) {
                    const corpus::Statement& statement = obligation.statement;
                    if (key == statement.id || (statement.id.empty() && key == words_of(statement.text))) {
                        return &statement.text;
                    }
                }
            }
        }
        return nullptr;
    }

    void add_sentence(const Change& change) {
        const std::string_view word = change.kind == Kind::joined ? "changes-joined"
                                      : change.kind == Kind::left ? "changes-left"
                                                                  : "changes-merged";
        const std::string& language = composer.edition.reader.language;
        const std::string before = change.before ? changes::said_in(*change.before, language).words : std::string();
        part.blocks.emplace_back(
            paragraph(document::ParagraphRole::body,
                      composer.words.fill(
                          word, {{"partner", title(change)}, {"before", before}, {"holder", composer.holder()}})));
    }

    // The partner's name as its own section has it; one that left has none, and its name is the last that it had.
    std::string title(const Change& change) const {
        if (change.partner.empty()) {
            return composer.words["changes-report"];
        }
        const auto& partners = composer.edition.facts.partners;
        const auto found = std::find_if(partners.begin(), partners.end(),
                                        [&](const corpus::Partner& one) { return one.id == change.partner; });
        return found == partners.end() ? changes::said_in(change.fact(), composer.edition.reader.language).words
                                       : short_name(composer, *found);
    }

    const Composer& composer;
    LanguageRemarks remarks;
    document::Part part;
};

} // namespace

document::Part changes_part(const Composer& composer) {
    return composer.options.changes == nullptr ? document::Part{}
                                               : ChangesPart(composer).write(*composer.options.changes);
}

} // namespace rapporteur::compose
