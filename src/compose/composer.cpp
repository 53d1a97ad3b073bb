#include "compose/composer.hpp"

#include "charts/charts.hpp"

namespace rapporteur::compose {

double Composer::chart_width() const {
    return options.measure * charts::lettering / options.lettering;
}

double Composer::chart_depth() const {
    return options.depth * charts::lettering / options.lettering;
}

document::Drawing Composer::shown(document::Drawing chart) const {
    return narrow(charts::magnified(std::move(chart), options.lettering / charts::lettering));
}

document::Drawing Composer::narrow(document::Drawing chart) const {
    return words.runs_right_to_left() ? charts::mirrored(std::move(chart)) : chart;
}

void Composer::tell(document::FactNumbers& passage, const Place& place, facts::Field field,
                    const std::string& key) const {
    if (options.facts != nullptr) {
        const document::FactNumbers numbers = options.facts->at(place, field, key);
        passage.insert(passage.end(), numbers.begin(), numbers.end());
    }
}

void Composer::tell_name(document::FactNumbers& passage, const corpus::Partner& partner) const {
    tell(passage, partner.name.place, facts::Field::name);
    if (partner.acronym) {
        tell(passage, partner.acronym->place, facts::Field::acronym);
    }
}

void Composer::tell_short_name(document::FactNumbers& passage, const corpus::Partner& partner) const {
    if (partner.acronym) {
        tell(passage, partner.acronym->place, facts::Field::acronym);
    } else {
        tell(passage, partner.name.place, facts::Field::name);
    }
}

std::string Composer::years(int first, int last) const {
    return first == last ? words.year(first)
                         : words.fill("range", {{"from", words.year(first)}, {"to", words.year(last)}});
}

} // namespace rapporteur::compose
