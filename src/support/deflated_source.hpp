#pragma once

// Bytes that libzip takes into an archive as they are, having been deflated by libdeflate, which packs as tightly as
// zlib in a third of the time.

#include <libdeflate.h>
#include <memory>
#include <string_view>
#include <zip.h>

namespace rapporteur {

class Deflater {
public:
    Deflater();

    // For zip_file_add, which then owns it; null where there is no memory. `bytes` need not outlive the call.
    zip_source_t* source(zip_t* archive, std::string_view bytes) const;

private:
    struct Release {
        void operator()(libdeflate_compressor* held) const { libdeflate_free_compressor(held); }
    };
    std::unique_ptr<libdeflate_compressor, Release> compressor;
};

} // namespace rapporteur
