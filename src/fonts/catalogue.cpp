#include "fonts/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

namespace rapporteur::fonts {

namespace {

std::string text_of(FcPattern* font, const char* what, int which = 0) {
    FcChar8* text = nullptr;
    if (FcPatternGetString(font, what, which, &text) != FcResultMatch) {
        return {};
    }
    return reinterpret_cast<const char*>(text);
}

int number_of(FcPattern* font, const char* what) {
    int number = 0;
    FcPatternGetInteger(font, what, 0, &number);
    return number;
}

int css_weight(FcPattern* font) {
    double weight = FC_WEIGHT_REGULAR;
    FcPatternGetDouble(font, FC_WEIGHT, 0, &weight);
    return static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight)));
}

bool has_outlines(FcPattern* font) {
    FcBool variable = FcFalse;
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    const std::string format = text_of(font, FC_FONTFORMAT);
    const std::string file = text_of(font, FC_FILE);
    const bool web_font = file.find(".woff") != std::string::npos; // fontconfig calls their format TrueType or CFF too
    return variable == FcFalse && (format == "TrueType" || format == "CFF") && !web_font;
}

Listing listing_of(FcPattern* font) {
    Listing listing;
    listing.path = text_of(font, FC_FILE);
    listing.index = static_cast<unsigned>(number_of(font, FC_INDEX)) & 0xFFFFU; // the upper half names an instance
    listing.weight = css_weight(font);
    listing.italic = number_of(font, FC_SLANT) != FC_SLANT_ROMAN;
    for (int which = 0;; ++which) {
        std::string family = text_of(font, FC_FAMILY, which);
        if (family.empty()) {
            break;
        }
        listing.families.push_back(std::move(family));
    }
    FcPatternGetCharSet(font, FC_CHARSET, 0, &listing.characters);
    return listing;
}

} // namespace

std::vector<std::string> font_folders() {
    std::vector<std::string> folders;
    FcConfig* configuration = FcConfigReference(nullptr); // loaded once for the whole program
    const auto add = [&](FcStrList* list) {
        while (const FcChar8* path = list == nullptr ? nullptr : FcStrListNext(list)) {
            folders.emplace_back(reinterpret_cast<const char*>(path));
        }
        if (list != nullptr) {
            FcStrListDone(list);
        }
    };
    add(FcConfigGetConfigFiles(configuration));
    add(FcConfigGetFontDirs(configuration));
    add(FcConfigGetCacheDirs(configuration));
    if (configuration != nullptr) {
        FcConfigDestroy(configuration);
    }
    return folders;
}

Catalogue::Catalogue() : configuration(FcConfigReference(nullptr)) {
    FcPattern* all = FcPatternCreate();
    FcObjectSet* wanted = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_CHARSET, FC_FONTFORMAT,
                                           FC_VARIABLE, nullptr);
    fonts = FcFontList(configuration, all, wanted);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(all);
    for (int at = 0; fonts != nullptr && at < fonts->nfont; ++at) {
        if (has_outlines(fonts->fonts[at])) {
            listings.push_back(listing_of(fonts->fonts[at]));
        }
    }
    std::sort(listings.begin(), listings.end(), [](const Listing& one, const Listing& other) {
        return std::tie(one.path, one.index) < std::tie(other.path, other.index);
    });
}

Catalogue::~Catalogue() {
    if (fonts != nullptr) {
        FcFontSetDestroy(fonts);
    }
    if (configuration != nullptr) {
        FcConfigDestroy(configuration);
    }
}

const Listing* Catalogue::nearest(const FaceQuery& query) const {
    const auto distance = [&](const Listing& listing) {
        return std::pair(listing.italic != query.italic, std::abs(listing.weight - query.weight));
    };
    const Listing* best = nullptr;
    for (const Listing& listing : listings) {
        const bool of_family =
            std::find(listing.families.begin(), listing.families.end(), query.family) != listing.families.end();
        if (of_family && (best == nullptr || distance(listing) < distance(*best))) {
            best = &listing;
        }
    }
    return best;
}

std::vector<const Listing*> Catalogue::having(char32_t character) const {
    std::vector<const Listing*> found;
    for (const Listing& listing : listings) {
        if (listing.characters != nullptr && FcCharSetHasChar(listing.characters, character) != FcFalse) {
            found.push_back(&listing);
        }
    }
    return found;
}

} // namespace rapporteur::fonts
