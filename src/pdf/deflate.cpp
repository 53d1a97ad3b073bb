#include "pdf/deflate.hpp"

#include <libdeflate.h>
#include <memory>

namespace rapporteur::pdf {

namespace {

constexpr int level = 6;

struct Release {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

} // namespace

Result<std::string> deflated(std::string_view bytes) {
    const std::unique_ptr<libdeflate_compressor, Release> compressor(libdeflate_alloc_compressor(level));
    if (!compressor) {
        return surroundings_failed({}, "libdeflate ran out of memory: Cannot allocate memory");
    }
    std::string room(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    room.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), room.data(), room.size()));
    return room;
}

} // namespace rapporteur::pdf
