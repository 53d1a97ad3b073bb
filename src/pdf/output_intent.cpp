#include "pdf/output_intent.hpp"

#include "pdf/deflate.hpp"
#include "pdf/syntax.hpp"

#include <fmt/format.h>
#include <lcms2.h>
#include <memory>

namespace rapporteur::pdf {

namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

// ICC.1, 7.2: the header's date and time, and the profile's ID that follows from all bytes.
constexpr std::size_t date_offset = 24;
constexpr std::size_t date_size = 12;
constexpr std::size_t id_offset = 84;
constexpr std::size_t id_size = 16;

// Deflated.
Result<std::string> srgb_profile() {
    const std::unique_ptr<void, CloseProfile> profile(cmsCreate_sRGBProfile());
    if (!profile) {
        return surroundings_failed({}, "Little CMS can't make an sRGB profile");
    }
    cmsSetProfileVersion(profile.get(), 2.1);
    cmsUInt32Number size = 0;
    const bool measured = cmsSaveProfileToMem(profile.get(), nullptr, &size) != 0;
    std::string bytes(size, '\0');
    if (!measured || cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) {
        return surroundings_failed({}, "Little CMS can't write an sRGB profile");
    }
    // lcms dates a profile by the clock; ours must be the same every day.
    bytes.replace(date_offset, date_size, std::string("\x07\xEA\0\x01\0\x01\0\0\0\0\0\0", date_size));
    bytes.replace(id_offset, id_size, std::string(id_size, '\0'));
    return deflated(bytes);
}

} // namespace

Result<ObjectId> write_output_intent(ObjectWriter& writer) {
    static const Result<std::string> made = srgb_profile(); // the same in every file
    if (!made) {
        return tl::unexpected(made.error());
    }
    const ObjectId profile = writer.reserve();
    const ObjectId intent = writer.reserve();
    Result<void> written = writer.write_plain_stream(profile, "/N 3/Filter/FlateDecode", *made);
    written = written
                  ? writer.write(intent, fmt::format("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/"
                                                     "Info(sRGB IEC61966-2.1)/DestOutputProfile {}>>",
                                                     reference(profile)))
                  : written;
    if (!written) {
        return tl::unexpected(written.error());
    }
    return intent;
}

} // namespace rapporteur::pdf
