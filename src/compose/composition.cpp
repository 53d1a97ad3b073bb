#include "compose/chart_figures.hpp"

namespace rapporteur::compose {

Block composition_of(const Composer& composer, const corpus::Partner& partner, const std::string& section,
                     Citations& citations) {
    const corpus::Composition& composition = *partner.composition;
    std::vector<charts::Share> shares;
    std::vector<std::string> told;
    document::Table data;
    data.id = section + "-members-data";
    data.columns.resize(2);
    data.columns[1] = {document::Alignment::end, true};
    data.header =
        document::Row{cell(composer.words["composition-group-head"]), cell(composer.words["composition-count-head"])};
    for (const corpus::Composition::Group& group : composition.groups) {
        const std::string name = composer.edition.plain(group.name);
        const std::string count = composer.number(static_cast<std::size_t>(group.count));
        shares.push_back({group.count, count, name});
        told.push_back(composer.words.fill("composition-group", {{"group", name}, {"count", count}}));
        data.rows.push_back({cell(marked_inlines_of(composer, group.name)), cell(count)});
    }
    citations.cite(data.rows.front().front().lines.back(), composition.provenance);
    document::Figure figure;
    figure.id = section + "-members";
    composer.tell(figure.facts, composition.groups.front().name.place, facts::Field::composition);
    figure.caption = plain_inlines(composer.words.fill(
        "composition-caption", {{"partner", short_name(composer, partner)},
                                {"total", composer.number(static_cast<std::size_t>(composition.total))}}));
    document::Drawing chart = charts::composition(shares, composer.chart_width());
    if (!fits_a_page(composer, chart)) { // so many groups that a bar of them tells nobody anything
        data.caption = std::move(figure.caption);
        data.rows.front().front().facts = std::move(figure.facts);
        return data;
    }
    figure.drawing = composer.shown(std::move(chart));
    figure.narrow = composer.narrow(charts::composition(shares, composer.options.narrow));
    figure.alternative = composer.words.fill("composition-alternative", {{"groups", composer.words.list(told)}});
    figure.data = std::move(data);
    return figure;
}

} // namespace rapporteur::compose
