#include "support/process.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace rapporteur {

namespace fs = std::filesystem;

std::vector<fs::path> path_folders() {
    const char* path = std::getenv("PATH");
    std::string_view left = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    std::vector<fs::path> found;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find(':'), left.size());
        if (end > 0) { // an empty one would be the folder where one is
            found.emplace_back(left.substr(0, end));
        }
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return found;
}

fs::path find_on_path(const std::string& program) {
    for (const fs::path& folder : path_folders()) {
        const fs::path candidate = folder / program;
        std::error_code missing;
        if (fs::is_regular_file(candidate, missing) && ::access(candidate.c_str(), X_OK) == 0) {
            return fs::absolute(candidate, missing);
        }
    }
    return {};
}

} // namespace rapporteur
