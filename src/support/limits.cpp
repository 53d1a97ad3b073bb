#include "support/limits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::limits {

std::uint64_t unpacked_from(std::uint64_t packed) {
    const std::uint64_t by_ratio = packed > unpacked_ever / ratio ? unpacked_ever : packed * ratio;
    return std::clamp(by_ratio, unpacked_always, unpacked_ever);
}

std::string too_much_from(std::uint64_t packed) {
    return fmt::format(
        "would unpack to more than {} MiB; the limit is {} times the file's own size, at least {} MiB and "
        "at most {} MiB",
        unpacked_from(packed) / mebibyte, ratio, unpacked_always / mebibyte, unpacked_ever / mebibyte);
}

} // namespace rapporteur::limits
