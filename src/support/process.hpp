#pragma once

// A child process in a fence: a private working folder, no file beside it but the system's and those that it is given
// to read, a bare environment, no network where the kernel allows, limits of time, memory and file size; its input
// given, its output taken.

#include "support/diagnostic.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur {

// A folder of one's own that goes, with all in it, when this does.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> create(); // where the system keeps temporary files
    static Result<TemporaryFolder> create_in(const std::filesystem::path& parent); // hidden, beside other things
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    const std::filesystem::path& path() const { return folder; }

private:
    explicit TemporaryFolder(std::filesystem::path made) : folder(std::move(made)) {}
    std::filesystem::path folder;
};

struct Command {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path folder;             // to work in, and to write to where it isn't the root
    std::vector<std::filesystem::path> reads; // what it may open beside that folder, the system's and its own
    std::vector<std::string> environment;     // "NAME=value"; nothing else is passed on
    std::string input;
    std::chrono::seconds time_limit{120};
    std::uint64_t memory_limit = std::uint64_t{16} << 30U; // bytes of address space
    std::uint64_t file_limit = std::uint64_t{4} << 30U;    // bytes of any file it writes
    std::size_t output_limit = std::size_t{64} << 20U;     // bytes of each of its outputs that are kept
};

enum class Ending : std::uint8_t { exited, killed_by_signal, out_of_time };

struct Outcome {
    Ending ending = Ending::exited;
    int status = 0; // the exit status, or the signal
    std::string output;
    std::string errors;
};

// Fails (surroundings) where the program can't be started at all.
Result<Outcome> run(const Command& command);

// The program that PATH leads to; empty where there is none.
std::filesystem::path find_on_path(const std::string& program);

} // namespace rapporteur
