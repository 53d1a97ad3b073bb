#include "compose/chart_figures.hpp"

namespace rapporteur::compose {

namespace {

void go_on(const Composer& composer, document::Figure& figure, std::size_t number) {
    figure.id += "-" + std::to_string(number);
    append_words(figure.caption, composer.words.fill("aside", {{"text", ""}, {"aside", composer.words["continued"]}}),
                 {}, {});
}

} // namespace

std::vector<document::Figure> figures_of(const Composer& composer, const document::Figure& like,
                                         const ChartOfRows& chart) {
    const auto depth_of = [&](charts::Rows rows) { return chart.draw(composer.chart_width(), rows).height; };
    std::vector<document::Figure> figures;
    for (const charts::Rows rows : charts::divided(chart.rows, composer.chart_depth(), depth_of)) {
        document::Figure figure = like;
        figure.data.reset();
        if (!figures.empty()) {
            go_on(composer, figure, figures.size() + 1);
        }
        figure.drawing = composer.shown(chart.draw(composer.chart_width(), rows));
        figure.narrow = composer.narrow(chart.draw(composer.options.narrow, rows));
        chart.describe(figure, rows);
        figures.push_back(std::move(figure));
    }
    if (!figures.empty()) {
        figures.back().data = like.data;
    }
    return figures;
}

bool fits_a_page(const Composer& composer, const document::Drawing& chart) {
    return chart.height <= composer.chart_depth();
}

} // namespace rapporteur::compose
