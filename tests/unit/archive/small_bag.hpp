#pragma once

// A small bag in a folder of its own, to be spoilt by tests.

#include "archive/archive.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include "catch.hpp"

#include <algorithm>
#include <fstream>

namespace rapporteur::archive {

inline About sample_about() {
    About about;
    about.name = "sample-2026-06-30";
    about.holder = "Holder";
    about.title = "Sample 2026";
    about.corpus = "sample";
    about.corpus_file = "data/sources/sample/corpus.xml";
    about.date = "2026-06-30";
    about.identifier = "sample/2026-06-30";
    about.software = "rapporteur";
    return about;
}

// Not made to last, as write_file() would, for tests that write thousands of times.
inline void write_quickly(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    stream.close();
    REQUIRE(stream);
}

struct SmallBag {
    TemporaryFolder home = TemporaryFolder::create().value();
    std::filesystem::path folder = home.path() / "sample-2026-06-30";
    std::filesystem::path key;

    explicit SmallBag(std::filesystem::path sign_with = {}) : key(std::move(sign_with)) {
        put("data/sources/sample/corpus.xml", "<corpus>Été</corpus>\n");
        put("data/output/report.pdf", "%PDF-1.7\n" + std::string(300, '\0') + "%%EOF\n");
        put("data/output/a name\nwith 100 %.txt", "odd\n");
        put("data/recipe.json", to_json({}));
        REQUIRE(seal(folder, sample_about(), key));
    }

    void put(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((folder / name).parent_path());
        write_quickly(folder / name, bytes);
    }

    Bag bag() const { return open(folder).value(); }

    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                names.push_back(entry.path().lexically_relative(folder).generic_string());
            }
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

// The faults, without the folder's name, one a line.
inline std::string told(const Diagnostics& faults, const std::filesystem::path& folder) {
    std::string text;
    for (const Diagnostic& fault : faults) {
        text += to_text(fault);
    }
    const std::string prefix = folder.string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
        text.erase(at, prefix.size());
    }
    return text;
}

} // namespace rapporteur::archive
