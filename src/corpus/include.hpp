#pragma once

// Which files a corpus may draw in: regular ones below its own folder, named by a relative path, links followed first.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur::corpus {

struct Refusal {
    std::string message;
    std::string hint;
};

// The file that `href` (a normalised path, see xml/xml.hpp) names, seen from a corpus in `home`: the folder's own path,
// links followed.
tl::expected<std::filesystem::path, Refusal> resolve(const std::filesystem::path& home, const std::string& href);

} // namespace rapporteur::corpus
