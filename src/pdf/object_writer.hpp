#pragma once

// Objects into a file as they come, on libharu's document record, cross-reference list and file stream. The only place
// that knows libharu.
//
// An id is reserved, then its object written once, in any order. What stays in memory for each is libharu's
// cross-reference entry. Offsets are 32 bits wide there, so a file ends at 4 GiB; a write beyond fails and says so.
// In the compact packing, objects that aren't streams go into object streams, some 200 to each, and the file ends in a
// cross-reference stream instead of a table (ISO 32000-1, 7.5.7 and 7.5.8); what is gathered waits in memory, 256 KiB
// of it at most. After a first failure every later call fails with the same Diagnostic.

#include "support/diagnostic.hpp"
#include "support/files.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace rapporteur::pdf {

using ObjectId = std::uint32_t;

enum class Packing : std::uint8_t { plain, compact };

// Spent on deflating a stream: `swift` for what there is a lot of, made anew each time. The compact packing is
// thorough with all of them.
enum class Effort : std::uint8_t { swift, thorough };

class ObjectWriter {
public:
    // `version` stands in the file's first line: "1.7".
    static Result<ObjectWriter> create(const std::string& file, std::string_view version, Packing packing);
    ~ObjectWriter();
    ObjectWriter(ObjectWriter&&) noexcept;
    ObjectWriter& operator=(ObjectWriter&&) noexcept;

    ObjectId reserve();
    // Ids that follow each other; the first of them.
    ObjectId reserve(std::size_t count);

    Result<void> write(ObjectId id, std::string_view value);
    // A stream, deflated; `entries` are those of its dictionary beside Length and Filter.
    Result<void> write_stream(ObjectId id, std::string_view entries, std::string_view bytes,
                              Effort effort = Effort::thorough);
    // The same as it stands: XMP must be readable without inflating (ISO 19005-3, 6.6.2.1).
    Result<void> write_plain_stream(ObjectId id, std::string_view entries, std::string_view bytes);

    // Cross-references and trailer; then the file gets its name. The file's ID is the digest of what was written.
    // `information` is 0 where there is none.
    Result<void> finish(ObjectId catalogue, ObjectId information);

private:
    struct State;
    explicit ObjectWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state;
};

} // namespace rapporteur::pdf
