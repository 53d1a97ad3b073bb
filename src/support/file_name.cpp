#include "support/file_name.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur {

namespace {

constexpr std::size_t longest = 255;

} // namespace

Result<std::string> file_name(std::string words) {
    const bool is_good = !words.empty() && words.size() <= longest && words != "." && words != ".." &&
                         words.find('/') == std::string::npos && words.find('\0') == std::string::npos;
    if (is_good) {
        return words;
    }
    Diagnostic fault;
    fault.message = fmt::format("“{}” can't be the name of a file", words.substr(0, longest));
    fault.hint = fmt::format("a name has 1 to {} bytes, no slash and no NUL, and isn't “.” or “..”", longest);
    return tl::unexpected(std::move(fault));
}

bool stays_below(const std::filesystem::path& path) {
    return !path.empty() && path.is_relative() &&
           std::all_of(path.begin(), path.end(),
                       [](const std::filesystem::path& part) { return file_name(part.string()).has_value(); });
}

} // namespace rapporteur
