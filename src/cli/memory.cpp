#include "cli/memory.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <sys/resource.h>

// The sanitizers reserve more address space than there is memory, and are about nothing but tests.
#if defined(__SANITIZE_ADDRESS__)
#define RAPPORTEUR_BOUNDS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RAPPORTEUR_BOUNDS_MEMORY 0
#endif
#endif
#ifndef RAPPORTEUR_BOUNDS_MEMORY
#define RAPPORTEUR_BOUNDS_MEMORY 1
#endif

namespace rapporteur::cli {

Result<void> bound_memory([[maybe_unused]] const Limits& limits) {
#if RAPPORTEUR_BOUNDS_MEMORY
    // The soft limit alone: a program that we run has one of its own, which may be larger.
    rlimit space = {};
    if (::getrlimit(RLIMIT_AS, &space) == 0) {
        space.rlim_cur = std::min<rlim_t>({limits.bytes(Limit::memory), space.rlim_cur, space.rlim_max});
        if (::setrlimit(RLIMIT_AS, &space) == 0) {
            return {};
        }
    }
    return surroundings_failed({}, fmt::format("the memory can't be bounded: {}", std::strerror(errno)));
#else
    return {};
#endif
}

std::string memory_allowed() {
    rlimit space = {};
    if (::getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur == RLIM_INFINITY) {
        return {};
    }
    const rlim_t allowed = space.rlim_cur;
    constexpr rlim_t room_to_speak = 64 * limits::mebibyte;
    space.rlim_cur = std::min<rlim_t>(allowed + room_to_speak, space.rlim_max);
    ::setrlimit(RLIMIT_AS, &space);
    return fmt::format("the limit “memory” allows {} MiB", allowed / limits::mebibyte);
}

} // namespace rapporteur::cli
