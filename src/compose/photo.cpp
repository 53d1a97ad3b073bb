#include "compose/composer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::compose {

namespace {

// As it is read: in the main language where the reader's own is missing, and then marked as such.
Inlines caption_of(const Composer& composer, const corpus::Text& text) {
    document::Language language;
    set_language(composer, text, language);
    Inlines caption = inlines_of(composer, text);
    for (document::Inline& item : caption) {
        if (auto* words = std::get_if<document::Text>(&item); words != nullptr && words->language.empty()) {
            words->language = language;
        }
    }
    return caption;
}

document::Picture picture_of(const Composer& composer, const corpus::Photo& photo, const document::Raster& raster,
                             std::string id) {
    document::Picture picture;
    picture.id = std::move(id);
    picture.raster = raster;
    picture.width = std::min(raster.points, composer.options.measure);
    picture.height = picture.width * raster.height / raster.width;
    if (photo.caption) {
        picture.caption = caption_of(composer, *photo.caption);
        composer.tell(picture.facts, photo.caption->place, facts::Field::photo);
    }
    if (!photo.credit.empty()) {
        const std::string credit = composer.words.fill("photo-credit", {{"name", photo.credit}});
        append(picture.caption, plain_inlines(picture.caption.empty() ? credit : " " + credit));
        composer.tell(picture.facts, photo.place, facts::Field::photo);
    }
    picture.alternative = composer.edition.plain(photo.alternative);
    set_language(composer, photo.alternative, picture.language);
    composer.tell(picture.facts, photo.alternative.place, facts::Field::photo);
    return picture;
}

} // namespace

std::vector<document::Picture> pictures_of(const Composer& composer, const corpus::Partner& partner) {
    std::vector<document::Picture> pictures;
    for (std::size_t at = 0; at < partner.photos.size(); ++at) {
        const auto raster = composer.options.pictures.find(partner.photos[at].file);
        if (raster != composer.options.pictures.end()) {
            pictures.push_back(picture_of(composer, partner.photos[at], raster->second,
                                          fmt::format("{}-photo-{}", anchor_of(partner.id), at + 1)));
        }
    }
    return pictures;
}

} // namespace rapporteur::compose
