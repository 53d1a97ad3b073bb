#include "compose/composer.hpp"

namespace rapporteur::compose {

std::string with_holder(const Composer& composer, std::string_view word) {
    return composer.words.fill(word, {{"holder", composer.holder()}});
}

document::Row particular(const Composer& composer, std::string_view word, document::Cell value) {
    return {cell(with_holder(composer, word)), std::move(value)};
}

document::Row particular(const Composer& composer, std::string_view word, facts::Field field,
                         const corpus::Text& text) {
    document::Row row = particular(composer, word, cell(inlines_of(composer, text)));
    set_passage(composer, field, text, row.back());
    return row;
}

std::vector<document::Row> relationship_particulars(const Composer& composer, const corpus::Partner& partner,
                                                    Citations& citations) {
    document::Cell kinds;
    document::Cell from;
    document::Cell roles;
    for (const corpus::Relationship& relationship : partner.relationships) {
        std::vector<std::string> names;
        names.reserve(relationship.kinds.size());
        for (const corpus::RelationshipKind kind : relationship.kinds) {
            names.push_back(name_of(composer.words, kind));
        }
        kinds.lines.push_back(plain_inlines(composer.words.list(names)));
        citations.cite(kinds.lines.back(), relationship.provenance);
        composer.tell(kinds.facts, relationship.place, facts::Field::relationship);
        if (relationship.from) {
            from.lines.push_back(plain_inlines(relationship.to
                                                   ? span_of(composer.words, relationship.from, relationship.to)
                                                   : composer.date(*relationship.from)));
            composer.tell(from.facts, relationship.place, facts::Field::from);
            composer.tell(from.facts, relationship.place, facts::Field::to);
        }
        if (relationship.role) {
            roles.lines.push_back(marked_inlines_of(composer, *relationship.role));
            composer.tell(roles.facts, relationship.role->place, facts::Field::role);
        }
    }
    std::vector<document::Row> rows;
    if (!kinds.lines.empty()) {
        rows.push_back(particular(composer, "relationship", std::move(kinds)));
    }
    if (!from.lines.empty()) {
        rows.push_back(particular(composer, "since", std::move(from)));
    }
    if (!roles.lines.empty()) {
        rows.push_back(particular(composer, "role", std::move(roles)));
    }
    return rows;
}

} // namespace rapporteur::compose
