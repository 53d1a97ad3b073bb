#include "cli/pictures.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::cli {

Result<OpenedPictures> open_pictures(const corpus::Corpus& corpus, const Limits& limits) {
    Result<images::Album> album = images::Album::open(limits);
    if (!album) {
        return tl::unexpected(album.error());
    }
    OpenedPictures opened{std::move(*album), {}, {}, {}};
    std::set<std::string> seen;
    for (const corpus::Partner& partner : corpus.partners) {
        for (const corpus::Photo& photo : partner.photos) {
            if (!seen.insert(photo.file).second) {
                continue;
            }
            const Result<std::string> bytes = corpus::read_beside(corpus, photo.file);
            Result<document::Raster> raster =
                bytes ? opened.album.add(*bytes, photo.file, photo.place) : tl::unexpected(bytes.error());
            if (raster) {
                opened.pictures.emplace(photo.file, std::move(*raster));
            } else {
                opened.faults.push_back(raster.error());
            }
        }
    }
    opened.warnings = opened.album.warnings();
    return opened;
}

bool has_drawn(const compose::Pictures& pictures) {
    return std::any_of(pictures.begin(), pictures.end(),
                       [](const auto& picture) { return !picture.second.vectors.empty(); });
}

} // namespace rapporteur::cli
