#include "charts/charts.hpp"

#include <algorithm>

namespace rapporteur::charts {

std::vector<Rows> divided(std::size_t count, double depth, const std::function<double(Rows)>& depth_of) {
    for (std::size_t drawings = 1; drawings <= count; ++drawings) {
        std::vector<Rows> parts;
        parts.reserve(drawings);
        for (std::size_t at = 0; at < drawings; ++at) {
            parts.push_back({count * at / drawings, count * (at + 1) / drawings});
        }
        if (std::all_of(parts.begin(), parts.end(), [&](Rows part) { return depth_of(part) <= depth; })) {
            return parts;
        }
    }
    return {};
}

} // namespace rapporteur::charts
