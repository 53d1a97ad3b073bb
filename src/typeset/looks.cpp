#include "typeset/looks.hpp"

namespace rapporteur::typeset {

namespace {

constexpr int bolder = 300;
constexpr int boldest = 900;
constexpr double note_mark_size = 0.68;
constexpr double note_mark_rise = 0.34; // of the size of the text that it stands in

std::vector<hb_feature_t> features_of(const std::vector<std::string>& names) {
    std::vector<hb_feature_t> features;
    for (const std::string& name : names) {
        hb_feature_t feature = {};
        if (hb_feature_from_string(name.data(), static_cast<int>(name.size()), &feature) != 0) {
            features.push_back(feature);
        }
    }
    return features;
}

Result<Look> look_of(const style::Style& style, const style::TextStyle& text, Voice voice, fonts::FontBook& book) {
    fonts::FaceQuery query{text.family, text.weight, text.italic};
    std::vector<std::string> features = text.features;
    Look look;
    look.size = text.size;
    look.colour = colour_of(style[text.ink]);
    switch (voice) {
    case Voice::plain:
        break;
    case Voice::emphasis:
        query.italic = !query.italic; // emphasis within italic text stands upright
        break;
    case Voice::strong:
        query.weight = std::min(query.weight + bolder, boldest);
        break;
    case Voice::acronym:
        features.insert(features.end(), style.acronym_features.begin(), style.acronym_features.end());
        break;
    case Voice::note_mark:
        look.size = text.size * note_mark_size;
        look.rise = text.size * note_mark_rise;
        features = {"lnum"};
        break;
    }
    const Result<fonts::FaceId> face = book.open(query);
    if (!face) {
        return tl::unexpected(face.error());
    }
    look.face = *face;
    look.tracking = look.size * text.tracking / 1000.0;
    look.features = features_of(features);
    std::erase_if(features, [](const std::string& name) { return name == "onum" || name == "c2sc" || name == "smcp"; });
    features.emplace_back("lnum");
    look.full_height_features = features_of(features);
    return look;
}

} // namespace

Result<Looks> Looks::open(const style::Style& style, fonts::FontBook& book) {
    Looks opened;
    for (std::size_t text = 0; text < style::text_style_count; ++text) {
        for (std::size_t voice = 0; voice < voice_count; ++voice) {
            Result<Look> look = look_of(style, style.texts.at(text), static_cast<Voice>(voice), book);
            if (!look) {
                return tl::unexpected(look.error());
            }
            opened.looks.at(text * voice_count + voice) = std::move(*look);
        }
    }
    for (const std::string& family : style.fallbacks) {
        const Result<fonts::FaceId> face = book.open({family, 400, false});
        if (!face) {
            return tl::unexpected(face.error());
        }
        opened.fallback_faces.push_back(*face);
    }
    return opened;
}

LookId Looks::id(style::TextStyleName text, Voice voice) {
    return static_cast<LookId>(static_cast<std::size_t>(text) * voice_count + static_cast<std::size_t>(voice));
}

Voice voice_of(document::TextRole role) {
    switch (role) {
    case document::TextRole::emphasis:
        return Voice::emphasis;
    case document::TextRole::strong:
        return Voice::strong;
    case document::TextRole::acronym:
        return Voice::acronym;
    case document::TextRole::plain:
        break;
    }
    return Voice::plain;
}

Colour colour_of(style::Colour colour) {
    constexpr float full = 255.0F;
    return {static_cast<float>(colour.red) / full, static_cast<float>(colour.green) / full,
            static_cast<float>(colour.blue) / full};
}

} // namespace rapporteur::typeset
