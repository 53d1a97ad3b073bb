#include "cli/jobs.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace rapporteur::cli {

std::vector<Result<void>> run_all(const std::vector<Task>& tasks, unsigned jobs) {
    std::vector<Result<void>> outcomes(tasks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t task = next++; task < tasks.size(); task = next++) {
            outcomes[task] = tasks[task]();
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t other = 1; other < std::min<std::size_t>(jobs, tasks.size()); ++other) {
        others.emplace_back(work);
    }
    work();
    others.clear(); // waits for them
    return outcomes;
}

} // namespace rapporteur::cli
