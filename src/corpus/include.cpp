#include "corpus/include.hpp"

#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string_view>
#include <system_error>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace rapporteur::corpus {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> refuse(std::string message, std::string hint = {}) {
    return tl::unexpected<Refusal>(Refusal{std::move(message), std::move(hint)});
}

// Without the differences that one system's names have and another's don't: capitals, the Unicode forms of letters with
// marks (macOS takes them apart), .jpeg for .jpg.
std::string folded(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string text;
    if (U_SUCCESS(status)) {
        fold->normalize(icu::UnicodeString::fromUTF8(name), status).toUTF8String(text);
    }
    constexpr std::string_view jpeg = ".jpeg";
    if (text.size() > jpeg.size() && text.compare(text.size() - jpeg.size(), jpeg.size(), jpeg) == 0) {
        text.erase(text.size() - 2, 1);
    }
    return text;
}

// The path of a file that is there and is named almost so; empty where there is none.
std::string named_almost(const fs::path& home, const fs::path& path) {
    fs::path found;
    for (const fs::path& part : path) {
        std::error_code failed;
        fs::path next = part;
        if (!fs::exists(home / found / part, failed)) {
            std::set<fs::path> alike;
            const Result<std::vector<fs::path>> entries = entries_of(home / found);
            for (const fs::path& entry : entries ? *entries : std::vector<fs::path>()) {
                if (folded(entry.filename().string()) == folded(part.string())) {
                    alike.insert(entry.filename());
                }
            }
            if (alike.empty()) {
                return {};
            }
            next = *alike.begin();
        }
        found /= next;
    }
    return found.generic_string();
}

bool is_below(const fs::path& file, const fs::path& folder) {
    const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

} // namespace

tl::expected<fs::path, Refusal> resolve(const fs::path& home, const std::string& href) {
    const std::string how =
        "name a file in the corpus's own folder, such as partners/harbour-network.xml, with forward slashes and "
        "without ..";
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
    if (*fs::path(href).begin() == "..") {
        return refuse(fmt::format("“{}” leads out of the corpus's folder", href), how);
    }
    std::error_code failed;
    fs::path file = fs::canonical(home / href, failed);
    if (failed == std::errc::too_many_symbolic_link_levels) {
        return refuse(fmt::format("“{}” is a link that leads back to itself", href));
    }
    if (failed) {
        const std::string other = named_almost(home, href);
        return refuse(fmt::format("there is no file “{}”", href),
                      other.empty() ? how : fmt::format("there is “{}”: write it so, letter for letter", other));
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
