#pragma once

// Objects that are kept together in a stream, to be deflated as one, and the stream that tells where every object is
// (ISO 32000-1, 7.5.7 and 7.5.8): the compact form of a file.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::pdf {

// Objects gathered until there are enough of them for a stream. Streams themselves can't be among them.
class ObjectStream {
public:
    // Its index in the stream.
    std::uint16_t add(std::uint32_t id, std::string_view value);

    bool empty() const { return objects == 0; }
    bool is_full() const;

    std::string entries() const; // of the stream's dictionary
    std::string bytes() const;   // as they are before deflating
    void clear();

private:
    std::string numbers; // each object's id, and where it begins in `values`
    std::string values;
    std::uint16_t objects = 0;
};

// Where an object is.
struct ObjectPlace {
    enum class Kind : std::uint8_t { nowhere, in_file, in_stream };
    Kind kind = Kind::nowhere;
    std::uint32_t where = 0; // an offset in bytes, or the id of an object stream
    std::uint16_t index = 0; // in that stream
};

// The bytes of a cross-reference stream, a row for each object in the order of ids. Each row but the first is written
// as its difference from the one above (the predictor "Up" of PNG), of which deflating leaves next to nothing.
class CrossReferenceStream {
public:
    void add(const ObjectPlace& place);

    static std::string_view entries(); // of the stream's dictionary, as far as they are the same for every file
    const std::string& bytes() const { return rows; }

private:
    static constexpr std::size_t columns = 7;
    std::array<std::uint8_t, columns> above = {};
    std::string rows;
};

} // namespace rapporteur::pdf
