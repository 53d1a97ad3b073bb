#pragma once

// Tasks side by side.

#include "support/diagnostic.hpp"

#include <functional>
#include <vector>

namespace rapporteur::cli {

using Task = std::function<Result<void>()>;

// Runs every task, `jobs` at a time, whether others fail or not, and gives their outcomes in the order of the tasks.
// Tasks must not share what they change.
std::vector<Result<void>> run_all(const std::vector<Task>& tasks, unsigned jobs);

} // namespace rapporteur::cli
