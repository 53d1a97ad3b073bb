#pragma once

// All that one run makes, put in place together: it is made in a hidden folder beside its place (".rapporteur.XXXXXX"),
// and gets its names when all is there. A run that fails leaves what was there before as it was, and nothing else.

#include "support/diagnostic.hpp"
#include "support/temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur::cli {

class Staging {
public:
    // Makes `out` where it isn't there.
    static Result<Staging> open(std::filesystem::path out);

    // Where to make the file, or the folder of pages, that will be `name` in the folder: a fault (see file_name())
    // where it would be elsewhere.
    Result<std::filesystem::path> place_for(const std::string& name);
    // Where they are until then, those of a folder one by one.
    std::vector<std::filesystem::path> hidden_files() const;
    // The paths of all files, in the order in which they were made. Where one can't be put in place, none is: what
    // stood there before stands there again.
    Result<std::vector<std::filesystem::path>> put_in_place();
    // The same failure, told of the file's place instead of where it was being made.
    Diagnostic told_of_place(Diagnostic failure) const;

private:
    // How a file or folder got its name, and so how it loses it again.
    enum class Step : std::uint8_t { moved, exchanged, moved_after_the_earlier };

    tl::expected<Step, int> put(const std::string& name);
    bool replaces(const std::string& name) const;
    Result<void> check_places() const;
    bool take_back();
    Staging(std::filesystem::path folder, TemporaryFolder made) : out(std::move(folder)), hidden(std::move(made)) {}

    std::filesystem::path out;
    TemporaryFolder hidden;
    std::vector<std::string> names;
    std::vector<Step> steps; // of putting in place, those that were taken
};

} // namespace rapporteur::cli
