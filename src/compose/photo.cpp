#include "compose/composer.hpp"

#include <algorithm>

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

} // namespace

document::Picture picture_of(const Composer& composer, const corpus::Photo& photo, const document::Raster& raster,
                             std::string id) {
    document::Picture picture;
    picture.id = std::move(id);
    picture.raster = raster;
    picture.width = std::min(raster.points, composer.options.measure);
    picture.height = picture.width * raster.height / raster.width;
    if (photo.caption) {
        picture.caption = caption_of(composer, *photo.caption);
    }
    if (!photo.credit.empty()) {
        const std::string credit = composer.words.fill("photo-credit", {{"name", photo.credit}});
        append(picture.caption, plain_inlines(picture.caption.empty() ? credit : " " + credit));
    }
    picture.alternative = composer.edition.plain(photo.alternative);
    set_language(composer, photo.alternative, picture.language);
    return picture;
}

} // namespace rapporteur::compose
