// Gives each file that is named, or that lies in a folder that is named, to a fuzz target: so that what once was found
// is tried in every run of the tests, by any compiler.

#include "target.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& named) {
    if (!fs::is_directory(named)) {
        return {named};
    }
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(named)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

int main(int argc, char** argv) {
    constexpr std::chrono::seconds longest{10};
    std::size_t tried = 0;
    for (int at = 1; at < argc; ++at) {
        for (const fs::path& file : files_in(argv[at])) {
            std::printf("%s\n", file.c_str());
            std::fflush(stdout);
            std::ifstream stream(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            const auto begin = std::chrono::steady_clock::now();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
            rapporteur::fuzz::require(std::chrono::steady_clock::now() - begin < longest, "an input takes seconds");
            ++tried;
        }
    }
    rapporteur::fuzz::require(tried > 0, "there is something to try");
    return 0;
}
