// A stranger's bag: as a ZIP, or as the files of a folder; opened, checked, its recipe and signature read.

#include "target.hpp"

#include "archive/archive.hpp"

#include <array>

using namespace rapporteur;

namespace {

void look_through(const std::filesystem::path& place) {
    const Result<archive::Bag> bag = archive::open(place);
    if (!bag) {
        fuzz::print({bag.error()});
        return;
    }
    fuzz::print(archive::check(*bag));
    if (const Result<archive::Recipe> recipe = archive::read_recipe(*bag)) {
        fuzz::require(!archive::to_json(*recipe).empty(), "a recipe can be written again");
    } else {
        fuzz::print({recipe.error()});
    }
    if (const auto previous = archive::previous_of(*bag); !previous) {
        fuzz::print({previous.error()});
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        look_through(fuzz::file_of("bag.zip", bytes));
        return 0;
    }
    constexpr std::array<const char*, 6> names = {
        "bagit.txt",           "bag-info.txt",           "manifest-sha256.txt",
        "manifest-sha512.txt", "tagmanifest-sha256.txt", "data/recipe.json"};
    fuzz::Input input(data, size);
    std::filesystem::create_directories(fuzz::folder() / "bag/data");
    for (const char* name : names) {
        fuzz::file_of(std::string("bag/") + name, input.piece());
    }
    look_through(fuzz::folder() / "bag");
    return 0;
}
