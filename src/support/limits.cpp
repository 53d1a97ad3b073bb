#include "support/limits.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace rapporteur {

Limits::Limits() : values() {
    std::transform(limit_table.begin(), limit_table.end(), values.begin(),
                   [](const LimitRow& row) { return row.value; });
}

std::uint64_t Limits::bytes(Limit limit) const {
    return (*this)[limit] * limits::mebibyte;
}

tl::expected<void, std::string> Limits::set(std::string_view assignment) {
    const std::size_t sign = std::min(assignment.find('='), assignment.size());
    const std::string_view name = assignment.substr(0, sign);
    const std::string_view given = assignment.substr(std::min(sign + 1, assignment.size()));
    const auto* const row =
        std::find_if(limit_table.begin(), limit_table.end(), [&](const LimitRow& known) { return known.name == name; });
    if (row == limit_table.end()) {
        return tl::unexpected(fmt::format("there is no limit “{}”; docs/limits.md lists them", name));
    }
    if (row->raising == Raising::never) {
        return tl::unexpected(fmt::format("the limit “{}” can't be changed", name));
    }
    constexpr std::uint64_t most = std::uint64_t{1} << 40U; // a count of MiB must not overflow
    std::uint64_t value = 0;
    const auto [end, failed] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (failed != std::errc() || end != given.data() + given.size() || value == 0 || value > most) {
        return tl::unexpected(
            fmt::format("“{}” isn't a value for the limit “{}”: write a whole number above 0", given, name));
    }
    values.at(static_cast<std::size_t>(row - limit_table.begin())) = value;
    return {};
}

std::string Limits::sentence(Limit limit, std::uint64_t found) const {
    const LimitRow& row = row_of(limit);
    return fmt::format("{} {}; the limit “{}” allows {}", found, row.unit, row.name, (*this)[limit]);
}

std::string Limits::hint(Limit limit) {
    const LimitRow& row = row_of(limit);
    return row.raising == Raising::by_option ? fmt::format("if that is meant, raise it with --limit {}=…", row.name)
                                             : std::string();
}

Diagnostic Limits::beyond(Limit limit, Place place, std::string_view what, std::uint64_t found) const {
    Diagnostic diagnostic;
    diagnostic.place = std::move(place);
    diagnostic.message = fmt::format("{}: {}", what, sentence(limit, found));
    diagnostic.hint = hint(limit);
    return diagnostic;
}

namespace limits {

namespace {

constexpr std::uint64_t ratio = row_of(Limit::unpack_ratio).value;
constexpr std::uint64_t always = row_of(Limit::unpacked_always).value * mebibyte;
constexpr std::uint64_t ever = row_of(Limit::unpacked).value * mebibyte;

} // namespace

std::uint64_t unpacked_from(std::uint64_t packed) {
    const std::uint64_t by_ratio = packed > ever / ratio ? ever : packed * ratio;
    return std::clamp(by_ratio, always, ever);
}

std::string too_much_from(std::uint64_t packed) {
    return fmt::format(
        "would unpack to more than {} MiB; the limit is {} times the file's own size, at least {} MiB and "
        "at most {} MiB",
        unpacked_from(packed) / mebibyte, ratio, always / mebibyte, ever / mebibyte);
}

} // namespace limits

} // namespace rapporteur
