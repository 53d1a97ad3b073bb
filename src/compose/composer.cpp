#include "compose/composer.hpp"

#include "charts/charts.hpp"

namespace rapporteur::compose {

double Composer::chart_width() const {
    return options.measure * charts::lettering / options.lettering;
}

document::Drawing Composer::shown(document::Drawing chart) const {
    return charts::magnified(std::move(chart), options.lettering / charts::lettering);
}

} // namespace rapporteur::compose
