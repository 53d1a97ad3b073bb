#pragma once

// How far a long run has come: one line on standard error, where that is a terminal and the run takes more than a
// second.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace rapporteur::cli {

class Progress {
public:
    // `things` is what is counted: "briefs".
    Progress(std::size_t all, std::string things);
    ~Progress(); // takes the line away
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void add(std::size_t done); // from any thread

private:
    std::size_t total;
    std::string counted;
    bool is_shown;
    std::atomic<std::size_t> so_far = 0;
    std::mutex writing;
    std::chrono::steady_clock::time_point next; // when to write again
    bool has_written = false;
};

} // namespace rapporteur::cli
