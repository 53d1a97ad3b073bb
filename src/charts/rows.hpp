#pragma once

// The rows of a chart that one drawing shows.

#include "charts/charts.hpp"

#include <algorithm>
#include <span>

namespace rapporteur::charts {

template <class Row>
std::span<const Row> shown(const std::vector<Row>& all, Rows rows) {
    const std::size_t end = std::min(rows.end, all.size());
    return std::span<const Row>(all).subspan(rows.first, end - rows.first);
}

} // namespace rapporteur::charts
