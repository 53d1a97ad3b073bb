#include "cli/jobs.hpp"

#include "cli/tell.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <system_error>
#include <thread>

namespace rapporteur::cli {

namespace {

// Nothing may be thrown out of a thread: where there is no memory, the task has failed.
Result<void> outcome_of(const Task& task) {
    try {
        return task();
    } catch (const std::bad_alloc&) {
        return out_of_memory();
    }
}

} // namespace

std::vector<Result<void>> run_all(const std::vector<Task>& tasks, unsigned jobs) {
    std::vector<Result<void>> outcomes(tasks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t task = next++; task < tasks.size(); task = next++) {
            outcomes[task] = outcome_of(tasks[task]);
        }
    };
    std::vector<std::jthread> others;
    std::size_t more = std::min<std::size_t>(jobs, tasks.size());
    for (; more > 1; --more) {
        try {
            others.emplace_back(work);
        } catch (const std::system_error&) {
            more = 2; // no more threads are to be had: those that are there do all of it
        }
    }
    work();
    others.clear(); // waits for them
    return outcomes;
}

} // namespace rapporteur::cli
