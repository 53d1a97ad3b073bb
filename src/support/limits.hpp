#pragma once

// How much of what comes from elsewhere (a bag, a ZIP, a PDF) is unpacked: one rule for all of them, kept before
// anything is inflated, so that a small file can't fill the memory or the disk.

#include <cstdint>
#include <string>

namespace rapporteur::limits {

inline constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;

// A file may unpack to `ratio` times its own size, to `unpacked_always` in any case, and never to more than
// `unpacked_ever`. XML and page contents deflate to a tenth, at most to a thirtieth; deflate itself reaches 1032.
inline constexpr std::uint64_t ratio = 100;
inline constexpr std::uint64_t unpacked_always = 64 * mebibyte;
inline constexpr std::uint64_t unpacked_ever = 4096 * mebibyte;

inline constexpr std::uint64_t entries = 100'000; // files in one ZIP
inline constexpr int filters = 2;                 // by which a stream of a PDF may be packed, one after the other
inline constexpr std::uint64_t recipe = mebibyte; // bytes of a recipe.json
inline constexpr std::uint64_t manifest =
    256 * mebibyte; // bytes of a manifest, or of another file that a bag is known by

// What a file of `packed` bytes may unpack to.
std::uint64_t unpacked_from(std::uint64_t packed);

// "unpacks to more than 64 MiB, …": that it would unpack to more, with the limit that it passes.
std::string too_much_from(std::uint64_t packed);

} // namespace rapporteur::limits
