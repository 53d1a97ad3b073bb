#pragma once

// What every fuzz target has at hand. A target is a file that defines LLVMFuzzerTestOneInput; with the preset `fuzz`
// libFuzzer calls it, in every other build replay.cpp does, for each file that is kept in tests/fuzz/NAME.

#include "input.hpp"
#include "support/diagnostic.hpp"
#include "support/temporary_folder.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace rapporteur::fuzz {

inline const std::string root = SOURCE_DIR;

// Ends the run as a crash does: what was promised doesn't hold.
inline void require(bool holds, const char* promise) {
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}
template <class T>
void require(const Result<T>& result) {
    if (!result) {
        require(false, to_text(result.error()).c_str());
    }
}

// Where a target keeps files for as long as it runs.
inline const std::filesystem::path& folder() {
    static const TemporaryFolder made = TemporaryFolder::create().value();
    return made.path();
}

inline std::filesystem::path file_of(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = folder() / name;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path;
}

// A fault that is found must be one that can be printed.
inline void print(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics) {
        require(!to_text(each).empty(), "a diagnostic says something");
    }
}

} // namespace rapporteur::fuzz
