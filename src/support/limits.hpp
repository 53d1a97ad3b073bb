#pragma once

// How much of anything is taken: one table for what a corpus, its pictures and a stranger's bag, ZIP or PDF may cost,
// so that no input takes for ever or fills the memory or the disk. docs/limits.md says the same with the reasons; a
// test holds the two against each other.
//
// What is beyond a limit is an error that names the limit, what was found, what is allowed, and how to raise it. Limits
// are values that the command line may change (--limit NAME=VALUE) and that are handed to whoever keeps them.

#include "support/diagnostic.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

enum class Limit : std::uint8_t {
    file,
    corpus,
    depth,
    tag,
    partners,
    texts,
    marks,
    picture_file,
    picture_pixels,
    picture_side,
    picture_passes,
    pixels,
    drawing_time,
    drawings_time,
    pages,
    notes,
    pandoc_time,
    pandoc_memory,
    drawing_memory,
    memory,
    unpack_ratio,
    unpacked_always,
    unpacked,
    entries,
    filters,
    recipe,
    manifest,
};

enum class Raising : std::uint8_t { by_option, never };

struct LimitRow {
    std::string_view name; // as on the command line and in docs/limits.md
    std::uint64_t value;
    std::string_view unit; // of the value, in messages
    Raising raising;
};

// In the order of Limit.
inline constexpr std::array<LimitRow, 27> limit_table = {{
    {"file", 1024, "MiB", Raising::never},
    {"corpus", 2048, "MiB", Raising::by_option},
    {"depth", 100, "elements", Raising::by_option},
    {"tag", 8192, "bytes", Raising::by_option},
    {"partners", 100'000, "partners", Raising::by_option},
    {"texts", 5'000'000, "texts", Raising::by_option},
    {"marks", 30, "marks", Raising::by_option},
    {"picture-file", 256, "MiB", Raising::by_option},
    {"picture-pixels", 64, "million pixels", Raising::by_option},
    {"picture-side", 65'500, "pixels", Raising::by_option},
    {"picture-passes", 100, "passes", Raising::by_option},
    {"pixels", 4000, "million pixels", Raising::by_option},
    {"drawing-time", 4, "seconds", Raising::by_option},
    {"drawings-time", 6, "seconds", Raising::by_option},
    {"pages", 200'000, "pages", Raising::by_option},
    {"notes", 2'000'000, "notes", Raising::by_option},
    {"pandoc-time", 120, "seconds", Raising::by_option},
    {"pandoc-memory", 16'384, "MiB", Raising::by_option},
    {"drawing-memory", 2048, "MiB", Raising::by_option},
    {"memory", 32'768, "MiB", Raising::by_option},
    {"unpack-ratio", 100, "times", Raising::never},
    {"unpacked-always", 64, "MiB", Raising::never},
    {"unpacked", 4096, "MiB", Raising::never},
    {"entries", 100'000, "files", Raising::never},
    {"filters", 2, "filters", Raising::never},
    {"recipe", 1, "MiB", Raising::never},
    {"manifest", 256, "MiB", Raising::never},
}};

constexpr const LimitRow& row_of(Limit limit) {
    return limit_table[static_cast<std::size_t>(limit)];
}

class Limits {
public:
    Limits();

    std::uint64_t operator[](Limit limit) const { return values[static_cast<std::size_t>(limit)]; }
    std::uint64_t bytes(Limit limit) const; // of one that is counted in MiB
    void set(Limit limit, std::uint64_t value) { values[static_cast<std::size_t>(limit)] = value; }

    // "NAME=VALUE", as on the command line. Fails with a sentence: an unknown name, one that can't be raised, a value
    // that is no whole number above 0.
    tl::expected<void, std::string> set(std::string_view assignment);

    // An error of cause `corpus`: "<partners>: 100001 partners; the limit “partners” allows 100000".
    Diagnostic beyond(Limit limit, Place place, std::string_view what, std::uint64_t found) const;
    // The same in words alone, where the place is known to others: "65501 pixels; the limit …", and the hint.
    std::string sentence(Limit limit, std::uint64_t found) const;
    static std::string hint(Limit limit);

private:
    std::array<std::uint64_t, limit_table.size()> values;
};

namespace limits {

inline constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;

// What a file of `packed` bytes may unpack to: `unpack-ratio` times its own size, `unpacked-always` in any case, and
// never more than `unpacked`. XML and page contents deflate to a tenth, at most to a thirtieth; deflate itself reaches
// 1032.
std::uint64_t unpacked_from(std::uint64_t packed);

// "would unpack to more than 64 MiB; the limit …": that it would unpack to more, with the limit that it passes.
std::string too_much_from(std::uint64_t packed);

inline constexpr std::uint64_t entries = row_of(Limit::entries).value;
inline constexpr int filters = static_cast<int>(row_of(Limit::filters).value);
inline constexpr std::uint64_t recipe = row_of(Limit::recipe).value * mebibyte;
inline constexpr std::uint64_t manifest = row_of(Limit::manifest).value * mebibyte;

} // namespace limits

} // namespace rapporteur
