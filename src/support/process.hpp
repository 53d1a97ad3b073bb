#pragma once

// A child process in a fence: a private working folder, no file beside it but the system's and those that it is given
// to read, a bare environment, no network where the kernel allows, limits of time, memory and file size; its input
// given, its output taken.

#include "support/diagnostic.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur {

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

// The folders that PATH names, in its order.
std::vector<std::filesystem::path> path_folders();

// The program that PATH leads to; empty where there is none.
std::filesystem::path find_on_path(const std::string& program);

} // namespace rapporteur
