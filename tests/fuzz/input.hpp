#pragma once

// What a fuzz target is given: bytes, read from the front as numbers, choices and text. Past the end all is zero, so
// that a short input is a good one.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::fuzz {

class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : left(reinterpret_cast<const char*>(data), size) {}

    bool empty() const { return left.empty(); }

    std::uint8_t byte() {
        if (left.empty()) {
            return 0;
        }
        const char first = left.front();
        left.remove_prefix(1);
        return static_cast<std::uint8_t>(first);
    }
    std::size_t below(std::size_t bound) { return byte() % bound; }
    bool flag() { return (byte() & 1U) != 0; }
    std::uint16_t number() { return static_cast<std::uint16_t>(byte() | (byte() << 8U)); }
    double real() { return number() / 16.0; }

    // Up to the next byte 0xFF, which stands in no UTF-8, or to the end.
    std::string_view piece() {
        const std::size_t end = left.find('\xFF');
        const std::string_view taken = left.substr(0, end);
        left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
        return taken;
    }
    std::string_view rest() {
        const std::string_view taken = left;
        left = {};
        return taken;
    }

private:
    std::string_view left;
};

} // namespace rapporteur::fuzz
