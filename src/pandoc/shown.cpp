#include "pandoc/shown.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

std::vector<Shown> shown_in(const document::Document& document) {
    std::vector<Shown> all;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* figure = std::get_if<document::Figure>(&block)) {
                all.emplace_back(figure);
            } else if (const auto* picture = std::get_if<document::Picture>(&block)) {
                all.emplace_back(picture);
            }
        }
    }
    return all;
}

std::string file_name(const document::Figure&, std::size_t number) {
    return fmt::format("figure-{}.svg", number + 1);
}

std::string file_name(const document::Picture& picture, std::size_t number) {
    const bool is_jpeg = picture.raster.coding == document::Raster::Coding::jpeg;
    return fmt::format("picture-{}.{}", number + 1, is_jpeg ? "jpg" : "png");
}

} // namespace rapporteur::pandoc
