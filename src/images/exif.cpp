#include "images/exif.hpp"

#include <cstddef>

namespace rapporteur::images {

namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

// Numbers of a TIFF header, in its own order of bytes.
class Tiff {
public:
    explicit Tiff(std::string_view all) : bytes(all), little(all.starts_with("II")) {}

    std::uint32_t number(std::size_t at, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t place = 0; place < size; ++place) {
            value = value << 8U | byte_at(bytes, at + (little ? size - 1 - place : place));
        }
        return value;
    }

private:
    std::string_view bytes;
    bool little;
};

} // namespace

int orientation_of_exif(std::string_view tiff) {
    constexpr std::uint32_t orientation_tag = 274;
    constexpr std::size_t entry_size = 12;
    const Tiff numbers(tiff);
    const std::size_t directory = numbers.number(4, 4);
    const std::uint32_t entries = numbers.number(directory, 2);
    for (std::size_t entry = 0; entry < entries && directory + 2 + entry * entry_size < tiff.size(); ++entry) {
        const std::size_t at = directory + 2 + entry * entry_size;
        if (numbers.number(at, 2) == orientation_tag) {
            const std::uint32_t value = numbers.number(at + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

} // namespace rapporteur::images
