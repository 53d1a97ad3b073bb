#include "compose/chart_figures.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

struct Kind {
    corpus::PartnerKind kind;
    std::vector<const corpus::Partner*> partners;
};

// The most numerous first; among equals, the one whose partner comes first.
std::vector<Kind> kinds_of_partners(const Composer& composer) {
    std::vector<Kind> kinds;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        auto known =
            std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) { return one.kind == partner.kind; });
        if (known == kinds.end()) {
            known = kinds.insert(known, Kind{partner.kind, {}});
        }
        known->partners.push_back(&partner);
    }
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const Kind& one, const Kind& other) { return one.partners.size() > other.partners.size(); });
    return kinds;
}

// The partners' names, or of very many the first.
Inlines names_of(const Composer& composer, const Kind& kind) {
    constexpr std::size_t most_named = 12;
    Inlines names;
    for (std::size_t at = 0; at < std::min(kind.partners.size(), most_named); ++at) {
        if (at > 0) {
            append_words(names, composer.words["comma"], {}, {});
        }
        append_words(names, short_name(composer, *kind.partners[at]), {}, "#" + anchor_of(kind.partners[at]->id));
    }
    if (kind.partners.size() > most_named) {
        append_words(names, composer.words["comma"] + "…", {}, {});
    }
    return names;
}

} // namespace

std::vector<document::Figure> partners_by_kind(const Composer& composer) {
    const std::vector<Kind> kinds = kinds_of_partners(composer);
    if (kinds.size() < 2) {
        return {};
    }
    std::vector<charts::Share> shares;
    std::vector<std::string> told;
    document::Table data;
    data.id = "kinds-data";
    data.columns.resize(3);
    data.columns[1] = {document::Alignment::end, true};
    data.header = document::Row{cell(composer.words["kind"]), cell(composer.words["kinds-count-head"]),
                                cell(composer.words["kinds-partners-head"])};
    for (const Kind& kind : kinds) {
        const std::string name = name_of(composer.words, kind.kind);
        const std::string count = composer.number(kind.partners.size());
        shares.push_back({static_cast<int>(kind.partners.size()), count, name});
        told.push_back(composer.words.fill("composition-group", {{"group", name}, {"count", count}}));
        data.rows.push_back({cell(name), cell(count), cell(names_of(composer, kind))});
    }
    document::Figure figure;
    figure.id = "kinds-figure";
    figure.caption = plain_inlines(composer.words.fill("kinds-caption", {{"holder", composer.holder()}}));
    figure.data = std::move(data);
    return figures_of(
        composer, figure,
        {shares.size(), [&](double width, charts::Rows rows) { return charts::bars(shares, width, rows); },
         [&](document::Figure& part, charts::Rows rows) {
             const auto first = told.begin() + static_cast<std::ptrdiff_t>(rows.first);
             const auto end = told.begin() + static_cast<std::ptrdiff_t>(rows.end);
             part.alternative =
                 composer.words.fill("kinds-alternative", {{"groups", composer.words.list({first, end})}});
             for (std::size_t at = rows.first; at < rows.end; ++at) {
                 for (const corpus::Partner* partner : kinds[at].partners) {
                     composer.tell(part.facts, partner->place, facts::Field::kind);
                 }
             }
         }}); // kinds are few and their names short: each has room on a page
}

} // namespace rapporteur::compose
