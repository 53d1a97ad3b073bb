#include "corpus/include.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::corpus {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> refuse(std::string message, std::string hint = {}) {
    return tl::unexpected<Refusal>(Refusal{std::move(message), std::move(hint)});
}

bool is_below(const fs::path& file, const fs::path& folder) {
    const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

} // namespace

tl::expected<fs::path, Refusal> resolve(const fs::path& home, const std::string& href) {
    constexpr const char* how = "name a file in the corpus's own folder, such as partners/harbour-network.xml";
    if (href.empty()) {
        return refuse("names no file", how);
    }
    if (href.find("://") != std::string::npos || href.find('#') != std::string::npos ||
        href.find('?') != std::string::npos) {
        return refuse(fmt::format("“{}” is an address, not a path: nothing is fetched from elsewhere", href), how);
    }
    if (fs::path(href).is_absolute()) {
        return refuse(fmt::format("“{}” is an absolute path", href), how);
    }
    std::error_code failed;
    fs::path file = fs::canonical(home / href, failed);
    if (failed == std::errc::too_many_symbolic_link_levels) {
        return refuse(fmt::format("“{}” is a link that leads back to itself", href));
    }
    if (failed) {
        return refuse(fmt::format("there is no file “{}”", href), how);
    }
    if (!is_below(file, home)) {
        return refuse(fmt::format("“{}” leads out of the corpus's folder", href), how);
    }
    if (!fs::is_regular_file(file, failed)) {
        return refuse(fmt::format("“{}” isn't a regular file", href), how);
    }
    return file;
}

} // namespace rapporteur::corpus
