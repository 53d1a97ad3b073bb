#include "support/inflater.hpp"

namespace rapporteur {

namespace {

constexpr std::uint64_t most_for_a_byte = 1032; // that deflate can make of one: what says more is lying

} // namespace

Inflater::Inflater() : decompressor(libdeflate_alloc_decompressor()) {}

std::optional<std::string> Inflater::inflate(std::string_view deflated, std::uint64_t size,
                                             std::uint32_t checksum) const {
    if (!decompressor || size / most_for_a_byte > deflated.size()) {
        return std::nullopt;
    }
    std::string bytes(size, '\0');
    const libdeflate_result result = libdeflate_deflate_decompress(decompressor.get(), deflated.data(), deflated.size(),
                                                                   bytes.data(), bytes.size(), nullptr);
    const bool is_whole = result == LIBDEFLATE_SUCCESS && libdeflate_crc32(0, bytes.data(), bytes.size()) == checksum;
    return is_whole ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace rapporteur
