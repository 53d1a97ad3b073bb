#pragma once

// ZIP packages (EPUB, DOCX) as lists of parts, read whole and written the same every time.

#include "support/diagnostic.hpp"

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

// Parts in their order, dated 1980-01-01, deflated; one called "mimetype" is stored as it is (OCF 3.3, 4.3).
Result<std::string> write_package(const Package& package);

} // namespace rapporteur
