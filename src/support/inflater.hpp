#pragma once

// Inflates what an archive holds with libdeflate, in a third of zlib's time.

#include <cstdint>
#include <libdeflate.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

class Inflater {
public:
    Inflater();

    // Nothing where that isn't exactly `size` bytes with this CRC-32.
    std::optional<std::string> inflate(std::string_view deflated, std::uint64_t size, std::uint32_t checksum) const;

private:
    struct Release {
        void operator()(libdeflate_decompressor* held) const { libdeflate_free_decompressor(held); }
    };
    std::unique_ptr<libdeflate_decompressor, Release> decompressor;
};

} // namespace rapporteur
