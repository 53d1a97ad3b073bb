#include "corpus/findings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <unordered_map>

namespace rapporteur::corpus {

namespace {

constexpr std::size_t most_for_a_file = 100;

Diagnostic make(Severity severity, const Place& place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.place = place;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

} // namespace

void Findings::error(const Place& place, std::string message, std::string hint) {
    add(make(Severity::error, place, std::move(message), std::move(hint)));
}

void Findings::warning(const Place& place, std::string message, std::string hint) {
    add(make(Severity::warning, place, std::move(message), std::move(hint)));
}

void Findings::add(Diagnostic diagnostic) {
    found.push_back(std::move(diagnostic));
}

Diagnostics Findings::sorted() && {
    // What is found late about an early file (a reference that leads nowhere) belongs with that file.
    std::unordered_map<std::string, std::size_t> ranks;
    const auto name_of = [](const Diagnostic& one) { return one.place.file ? *one.place.file : std::string(); };
    std::vector<std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::size_t>> order;
    for (std::size_t at = 0; at < found.size(); ++at) {
        const std::size_t rank = ranks.try_emplace(name_of(found[at]), ranks.size()).first->second;
        order.emplace_back(rank, found[at].place.line, found[at].place.column, at);
    }
    std::sort(order.begin(), order.end());
    Diagnostics sorted;
    std::size_t of_file = 0;
    const auto close_file = [&] {
        if (of_file > most_for_a_file) {
            Diagnostic more = sorted.back();
            more.message = fmt::format("and {} more", of_file - most_for_a_file);
            more.hint.clear();
            sorted.push_back(std::move(more));
        }
    };
    std::size_t current = 0;
    for (const auto& [rank, line, column, at] : order) {
        if (rank != current) {
            close_file();
            current = rank;
            of_file = 0;
        }
        if (++of_file <= most_for_a_file) {
            sorted.push_back(std::move(found[at]));
        }
    }
    close_file();
    return sorted;
}

} // namespace rapporteur::corpus
