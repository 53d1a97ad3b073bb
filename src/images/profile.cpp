#include "images/profile.hpp"

#include <array>
#include <lcms2.h>
#include <memory>
#include <utility>

namespace rapporteur::images {

namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

bool is_of_a_device(cmsProfileClassSignature kind) { // ISO 19005-3, 6.2.4.2
    return kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass ||
           kind == cmsSigColorSpaceClass;
}

// What a conversion reads (ICC.1:2010, 8.3 to 8.6, and what lcms2 takes instead of it).
constexpr std::array<cmsTagSignature, 22> of_colours = {cmsSigAToB0Tag,           cmsSigAToB1Tag,
                                                        cmsSigAToB2Tag,           cmsSigBToA0Tag,
                                                        cmsSigBToA1Tag,           cmsSigBToA2Tag,
                                                        cmsSigRedColorantTag,     cmsSigGreenColorantTag,
                                                        cmsSigBlueColorantTag,    cmsSigRedTRCTag,
                                                        cmsSigGreenTRCTag,        cmsSigBlueTRCTag,
                                                        cmsSigGrayTRCTag,         cmsSigMediaWhitePointTag,
                                                        cmsSigMediaBlackPointTag, cmsSigChromaticAdaptationTag,
                                                        cmsSigGamutTag,           cmsSigDToB0Tag,
                                                        cmsSigDToB1Tag,           cmsSigDToB2Tag,
                                                        cmsSigBToD0Tag,           cmsSigBToD1Tag};

bool copy_colours(cmsHPROFILE from, cmsHPROFILE to) {
    for (const cmsTagSignature tag : of_colours) {
        const cmsUInt32Number size = cmsReadRawTag(from, tag, nullptr, 0);
        std::string bytes(size, '\0');
        if (size > 0 && (cmsReadRawTag(from, tag, bytes.data(), size) != size ||
                         cmsWriteRawTag(to, tag, bytes.data(), size) == 0)) {
            return false;
        }
    }
    return true;
}

bool add_required_words(cmsHPROFILE to) {
    bool is_done = true;
    for (const auto& [tag, words] :
         {std::pair(cmsSigProfileDescriptionTag, L"Colour profile"), std::pair(cmsSigCopyrightTag, L"No copyright")}) {
        cmsMLU* text = cmsMLUalloc(nullptr, 1);
        is_done = is_done && cmsMLUsetWide(text, "en", "US", words) != 0 && cmsWriteTag(to, tag, text) != 0;
        cmsMLUfree(text);
    }
    return is_done;
}

void copy_header(cmsHPROFILE from, cmsHPROFILE to) {
    cmsSetDeviceClass(to, cmsGetDeviceClass(from));
    cmsSetColorSpace(to, cmsGetColorSpace(from));
    cmsSetPCS(to, cmsGetPCS(from));
    cmsSetHeaderRenderingIntent(to, cmsGetHeaderRenderingIntent(from));
    cmsSetEncodedICCversion(to, cmsGetEncodedICCversion(from));
}

// Who made it, for which device and when (ICC.1:2010, 7.2): no word of it, and the same of every day.
void clear_header(std::string& profile) {
    struct Field {
        std::size_t at;
        std::size_t size;
    };
    constexpr std::array<Field, 6> fields = {{{4, 4}, {24, 12}, {40, 4}, {48, 16}, {80, 4}, {84, 16}}};
    for (const Field& field : fields) {
        profile.replace(field.at, field.size, field.size, '\0');
    }
    profile.replace(24, 6, std::string("\x07\xE8\0\x01\0\x01", 6)); // a day has to be one
}

} // namespace

std::string rebuilt_profile(const std::string& profile, int components) {
    const std::string usable = usable_profile(profile, components);
    if (usable.empty()) {
        return {};
    }
    const std::unique_ptr<void, CloseProfile> from(
        cmsOpenProfileFromMem(usable.data(), static_cast<cmsUInt32Number>(usable.size())));
    const std::unique_ptr<void, CloseProfile> to(cmsCreateProfilePlaceholder(nullptr));
    if (!from || !to) {
        return {};
    }
    copy_header(from.get(), to.get());
    cmsUInt32Number size = 0;
    if (!copy_colours(from.get(), to.get()) || !add_required_words(to.get()) ||
        cmsSaveProfileToMem(to.get(), nullptr, &size) == 0) {
        return {};
    }
    std::string rebuilt(size, '\0');
    if (cmsSaveProfileToMem(to.get(), rebuilt.data(), &size) == 0) {
        return {};
    }
    clear_header(rebuilt);
    return rebuilt;
}

std::string usable_profile(std::string profile, int components) {
    constexpr double newest = 4.999;
    const std::unique_ptr<void, CloseProfile> read(
        profile.empty() ? nullptr
                        : cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
    const cmsColorSpaceSignature wanted = components == 1   ? cmsSigGrayData
                                          : components == 3 ? cmsSigRgbData
                                                            : cmsSigCmykData;
    const bool is_usable = read && cmsGetColorSpace(read.get()) == wanted &&
                           is_of_a_device(cmsGetDeviceClass(read.get())) && cmsGetProfileVersion(read.get()) < newest;
    return is_usable ? std::move(profile) : std::string();
}

} // namespace rapporteur::images
