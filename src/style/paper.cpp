#include "style/style.hpp"

#include <cmath>

namespace rapporteur::style {

namespace {

constexpr double widest_booklet = 500; // points; a narrower page is a booklet's, half a sheet

struct Size {
    double width;
    double height;
};

Size size_of(Paper paper, bool is_booklet) {
    if (paper == Paper::letter) {
        return is_booklet ? Size{396, 612} : Size{612, 792};
    }
    return is_booklet ? Size{419.528, 595.276} : Size{595.276, 841.890};
}

} // namespace

Style on(Style style, Paper paper) {
    if (paper == Paper::as_styled) {
        return style;
    }
    Page& page = style.page;
    const Size size = size_of(paper, page.width < widest_booklet);
    const double wider = size.width - page.width;
    page.inner += wider / 2;
    page.outer += wider / 2;
    const double depth = size.height - page.top - page.bottom;
    const double whole_lines = style.grid * std::floor(depth / style.grid + 1e-6);
    page.bottom += depth - whole_lines;
    page.width = size.width;
    page.height = size.height;
    return style;
}

Page turned(const Page& page) {
    Page turned = page;
    turned.width = page.height;
    turned.height = page.width;
    turned.inner = turned.outer = (page.inner + page.outer) / 2;
    return turned;
}

} // namespace rapporteur::style
