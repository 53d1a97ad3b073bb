#include "fonts/catalogue.hpp"
#include "fonts/face.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace rapporteur::fonts {

namespace {

struct Packaged {
    std::string_view family; // a name's beginning
    std::string_view package;
};

constexpr Packaged packages[] = {
    {"EB Garamond", "fonts-ebgaramond and fonts-ebgaramond-extra"},
    {"Linux Libertine", "fonts-linuxlibertine"},
    {"Linux Biolinum", "fonts-linuxlibertine"},
    {"Inter", "fonts-inter"},
    {"Noto Sans CJK", "fonts-noto-cjk"},
    {"Noto Serif CJK", "fonts-noto-cjk"},
    {"Noto", "fonts-noto-core"},
};

std::string how_to_install(std::string_view family) {
    for (const Packaged& known : packages) {
        if (family.substr(0, known.family.size()) == known.family) {
            return fmt::format("install {}, or name another family in the style", known.package);
        }
    }
    return "install the family, or name another one in the style";
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

// The ending of a Noto CJK family's name that draws Han characters as readers of the language write them.
std::string_view han_region(std::string_view language) {
    if (begins_with(language, "ja")) {
        return " JP";
    }
    if (begins_with(language, "ko")) {
        return " KR";
    }
    if (language == "zh-HK") {
        return " HK";
    }
    if (begins_with(language, "zh-Hant") || language == "zh-TW") {
        return " TC";
    }
    return " SC";
}

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

} // namespace

struct FontBook::Shelf {
    explicit Shelf(std::shared_ptr<const Catalogue> installed) : catalogue(std::move(installed)) {}

    std::shared_ptr<const Catalogue> catalogue;
    std::vector<std::unique_ptr<Face>> faces;
    std::map<std::pair<std::string, unsigned>, FaceId> opened;
    std::set<std::pair<std::string, unsigned>> unfit; // no outlines, or not to be embedded
    std::map<std::tuple<char32_t, std::string, FaceId>, std::optional<FaceId>> fallbacks;

    Result<FaceId> open(const Listing& listing, const std::string& family) {
        const auto key = std::pair(listing.path, listing.index);
        if (const auto known = opened.find(key); known != opened.end()) {
            return known->second;
        }
        const Result<Handle<hb_blob_t>> file = open_font(listing.path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        Result<Face> face = face_in(file->get(), listing.path, listing.index, family);
        if (!face) {
            unfit.insert(key);
            return tl::unexpected(face.error());
        }
        const auto id = static_cast<FaceId>(faces.size());
        faces.push_back(std::make_unique<Face>(std::move(*face)));
        opened.emplace(key, id);
        return id;
    }

    // Lower is better: Noto before others, a serif (of Arabic, Naskh) beside a serif, the language's Han forms, slope
    // and weight alike.
    auto unlikeness(const Listing& listing, const std::string& language, const Face& like) const {
        const std::string& family = listing.families.front();
        const bool serif = begins_with(family, "Noto Serif") || begins_with(family, "Noto Naskh");
        const bool noto = serif || begins_with(family, "Noto Sans");
        const bool other_region = family.find(" CJK") != std::string::npos && !ends_with(family, han_region(language));
        return std::tuple(!noto, family.find("Mono") != std::string::npos, serif == is_sans(like), other_region,
                          listing.italic != like.italic, std::abs(listing.weight - like.weight), family, listing.path);
    }

    // A font that isn't fit is passed over; one that can't be read would leave the text to another one, unseen.
    Result<std::optional<FaceId>> cover(char32_t character, const std::string& language, FaceId like) {
        std::vector<const Listing*> candidates = catalogue->having(character);
        const Face& beside = *faces[like];
        std::sort(candidates.begin(), candidates.end(), [&](const Listing* one, const Listing* other) {
            return unlikeness(*one, language, beside) < unlikeness(*other, language, beside);
        });
        for (const Listing* candidate : candidates) {
            const Result<FaceId> face = open(*candidate, candidate->families.front());
            if (face && faces[*face]->glyph_of(character)) {
                return *face;
            }
            if (!face && unfit.count(std::pair(candidate->path, candidate->index)) == 0) {
                return tl::unexpected(face.error());
            }
        }
        return std::optional<FaceId>();
    }
};

FontBook::FontBook() : FontBook(std::make_unique<Shelf>(std::make_shared<const Catalogue>())) {}
FontBook::FontBook(std::unique_ptr<Shelf> kept) : shelf(std::move(kept)) {}
FontBook::~FontBook() = default;
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;

FontBook FontBook::beside() const {
    return FontBook(std::make_unique<Shelf>(shelf->catalogue));
}

Result<FaceId> FontBook::open(const FaceQuery& query) {
    const Listing* listing = shelf->catalogue->nearest(query);
    if (listing == nullptr) {
        return surroundings_failed({}, fmt::format("the font family {} isn't installed", query.family),
                                   how_to_install(query.family));
    }
    return shelf->open(*listing, query.family);
}

Result<std::optional<FaceId>> FontBook::covering(char32_t character, const std::string& language, FaceId like) {
    const auto key = std::tuple(character, language, like);
    if (const auto known = shelf->fallbacks.find(key); known != shelf->fallbacks.end()) {
        return known->second;
    }
    const Result<std::optional<FaceId>> found = shelf->cover(character, language, like);
    if (found) {
        shelf->fallbacks.emplace(key, *found);
    }
    return found;
}

const Face& FontBook::face(FaceId id) const {
    return *shelf->faces[id];
}

std::size_t FontBook::size() const {
    return shelf->faces.size();
}

} // namespace rapporteur::fonts
