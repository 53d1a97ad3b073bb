#include "images/profile.hpp"

#include <lcms2.h>
#include <memory>

namespace rapporteur::images {

namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

bool is_of_a_device(cmsProfileClassSignature kind) { // ISO 19005-3, 6.2.4.2
    return kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass ||
           kind == cmsSigColorSpaceClass;
}

} // namespace

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
