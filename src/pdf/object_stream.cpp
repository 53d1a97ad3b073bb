#include "pdf/object_stream.hpp"

#include "pdf/syntax.hpp"

#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

// As many as qpdf and most writers take at most: more of them make a file hardly smaller, and a reader that wants one
// object inflates them all.
constexpr std::uint16_t most_objects = 200;
constexpr std::size_t most_bytes = std::size_t{256} << 10U;

constexpr unsigned byte_bits = 8;

} // namespace

std::uint16_t ObjectStream::add(std::uint32_t id, std::string_view value) {
    append_integer(numbers, id);
    numbers.push_back(' ');
    append_integer(numbers, static_cast<std::int64_t>(values.size()));
    numbers.push_back(' ');
    values += value;
    values.push_back('\n');
    return objects++;
}

bool ObjectStream::is_full() const {
    return objects >= most_objects || values.size() >= most_bytes;
}

std::string ObjectStream::entries() const {
    return fmt::format("/Type/ObjStm/N {}/First {}", objects, numbers.size());
}

std::string ObjectStream::bytes() const {
    return numbers + values;
}

void ObjectStream::clear() {
    numbers.clear();
    values.clear();
    objects = 0;
}

void CrossReferenceStream::add(const ObjectPlace& place) {
    const bool is_free = place.kind == ObjectPlace::Kind::nowhere;
    // What is nowhere has a generation that is never used again (7.5.4).
    const std::uint16_t last = is_free ? UINT16_MAX : place.index;
    std::array<std::uint8_t, columns> row = {};
    std::size_t at = 0;
    const auto put = [&](std::uint32_t number, unsigned bytes) {
        for (unsigned left = bytes; left > 0; --left) {
            row.at(at++) = static_cast<std::uint8_t>(number >> ((left - 1) * byte_bits));
        }
    };
    put(static_cast<std::uint32_t>(place.kind), 1);
    put(is_free ? 0 : place.where, 4);
    put(last, 2);
    constexpr char up = 2; // before each row, which predictor it has (PNG, 9.2)
    rows.push_back(up);
    for (std::size_t column = 0; column < columns; ++column) {
        rows.push_back(static_cast<char>(row.at(column) - above.at(column)));
    }
    above = row;
}

std::string_view CrossReferenceStream::entries() {
    return "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>";
}

} // namespace rapporteur::pdf
