#include "compose/composer.hpp"

#include "charts/charts.hpp"

namespace rapporteur::compose {

double Composer::chart_width() const {
    return options.measure * charts::lettering / options.lettering;
}

document::Drawing Composer::shown(document::Drawing chart) const {
    return narrow(charts::magnified(std::move(chart), options.lettering / charts::lettering));
}

document::Drawing Composer::narrow(document::Drawing chart) const {
    return words.runs_right_to_left() ? charts::mirrored(std::move(chart)) : chart;
}

std::string Composer::years(int first, int last) const {
    return first == last ? words.year(first)
                         : words.fill("range", {{"from", words.year(first)}, {"to", words.year(last)}});
}

} // namespace rapporteur::compose
