#pragma once

// ZIP packages (EPUB, DOCX) as lists of parts, read whole and written the same every time.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct PackagePart {
    std::string name; // "EPUB/content.opf"
    std::string bytes;
};

struct Package {
    std::vector<PackagePart> parts;

    PackagePart* find(std::string_view name);
};

// `bytes` are a ZIP archive; `name` is what to call it in messages.
Result<Package> read_package(std::string_view bytes, const std::string& name);

enum class Packing : std::uint8_t {
    deflated,
    stored // as they are: larger, and with the same bytes whatever compressor comes after this one
};

// Parts in their order, dated 1980-01-01; one called "mimetype" is always stored (OCF 3.3, 4.3).
Result<std::string> write_package(const Package& package, Packing packing = Packing::deflated);

} // namespace rapporteur
