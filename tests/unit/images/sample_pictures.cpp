// Writes the sample pictures into a folder, for tests that aren't written in C++: sample_pictures FOLDER.

#include "samples.hpp"

#include <filesystem>
#include <fstream>

int main(int count, char** arguments) {
    using namespace rapporteur;
    if (count != 2) {
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    };
    sample::Jpeg jpeg;
    write("upright.jpg", sample::jpeg(jpeg));
    jpeg.progressive = true;
    jpeg.orientation = 6;
    write("on-its-side.jpg", sample::jpeg(jpeg));
    jpeg.orientation = 3;
    jpeg.profile = sample::light_profile();
    write("upside-down.jpg", sample::jpeg(jpeg));
    write("grey.jpg", sample::jpeg({1, false, false, true, {}, {}}));
    write("plain-rgb.jpg", sample::jpeg({3, false, true, true, {}, {}}));
    write("inks.jpg", sample::jpeg({4, false, false, true, {}, sample::inks_profile()}));
    write("other-inks.jpg", sample::jpeg({4, false, false, false, {}, sample::inks_profile()}));
    write("inks-unknown.jpg", sample::jpeg({4, false, false, true, {}, {}}));
    write("colour.png", sample::png({2, 8, false, false, 0, {}}));
    write("deep-and-profiled.png", sample::png({2, 16, true, false, 0, sample::light_profile()}));
    write("half-opaque.png", sample::png({6, 8, false, false, 0, {}}));
    write("palette.png", sample::png({3, 2, false, false, 0, {}}));
    write("palette-with-hole.png", sample::png({3, 8, false, true, 0, {}}));
    write("black-and-white.png", sample::png({0, 1, false, false, 0, {}}));
    write("linear.png", sample::png({2, 8, false, false, 1, {}}));
    write("drawing.svg", sample::svg());
    return 0;
}
