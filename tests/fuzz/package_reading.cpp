// A stranger's ZIP, or one part of a publication: all that it says is read.

#include "target.hpp"

#include "support/package.hpp"
#include "withheld/read_package.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        if (const Result<Package> package = read_package(bytes, "strange.zip")) {
            const Result<std::string> written = write_package(*package);
            fuzz::require(written.has_value() == true || !to_text(written.error()).empty(), "a failure has a sentence");
        }
        withheld::read_package_parts(bytes, "strange.epub");
        return 0;
    }
    fuzz::Input input(data, size);
    const std::string ending = std::string(input.piece()).substr(0, 8);
    withheld::read_part("part." + ending, input.rest());
    return 0;
}
