#include "images/images.hpp"
#include "images/jpeg_codec.hpp"
#include "support/files.hpp"

#include <lcms2.h>
#include <memory>

namespace rapporteur::images {

namespace {

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

struct Delete {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};

// Inks, and colours of another light, into sRGB. Colours that no profile tells of are sRGB already.
bool convert_to_srgb(Plane& picture, const JpegFacts& facts) {
    if (facts.profile.empty() || facts.components == 1) {
        return true;
    }
    const std::unique_ptr<void, Close> from(
        cmsOpenProfileFromMem(facts.profile.data(), static_cast<cmsUInt32Number>(facts.profile.size())));
    const std::unique_ptr<void, Close> srgb(cmsCreate_sRGBProfile());
    const cmsUInt32Number inks = facts.is_inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
    const cmsUInt32Number coded = facts.components == 4 ? inks : TYPE_RGB_8;
    const std::unique_ptr<void, Delete> transform(
        from && srgb ? cmsCreateTransform(from.get(), coded, srgb.get(), TYPE_RGB_8, INTENT_PERCEPTUAL, 0) : nullptr);
    if (!transform) {
        return false;
    }
    const std::size_t count = picture.samples.size() / static_cast<std::size_t>(facts.components);
    std::string converted(count * 3, '\0');
    cmsDoTransform(transform.get(), picture.samples.data(), converted.data(), static_cast<cmsUInt32Number>(count));
    picture.samples = std::move(converted);
    picture.channels = 3;
    return true;
}

} // namespace

Result<std::string> for_screens(const document::Raster& raster) {
    Result<std::string> bytes = read_file(raster.file);
    if (!bytes || raster.coding == document::Raster::Coding::png) {
        return bytes;
    }
    const JpegFacts facts = facts_of_jpeg(*bytes);
    if (raster.orientation == 1 && facts.components != 4) {
        return bytes;
    }
    tl::expected<Plane, std::string> picture = decode_jpeg(*bytes);
    if (!picture) {
        return surroundings_failed(raster.file, picture.error());
    }
    if (!convert_to_srgb(*picture, facts)) {
        return surroundings_failed(raster.file, "Little CMS can't convert its colours");
    }
    const tl::expected<std::string, std::string> coded = encode_jpeg(turned(*picture, raster.orientation));
    return coded ? Result<std::string>(*coded) : surroundings_failed(raster.file, coded.error());
}

} // namespace rapporteur::images
