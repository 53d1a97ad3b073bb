#pragma once

// What each command is asked to do.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur::cli {

enum ExitStatus : int { done = 0, corpus_has_errors = 1, wrong_command_line = 2, surroundings_failed_status = 3 };

// Where the program's own schema and styles are.
struct Resources {
    std::filesystem::path schema;
    std::filesystem::path styles;
};

struct CheckOptions {
    std::filesystem::path corpus;
    Resources resources;
};

struct BuildOptions {
    std::filesystem::path corpus;
    std::vector<std::string> formats = {"pdf"};
    std::vector<std::string> languages; // empty: the corpus's main one
    std::string audience = "public";
    std::string style = "house";
    std::string paper; // a4 or letter; empty: as the style has it
    bool crop_marks = false;
    std::string standard = "pdf-1.7";
    std::filesystem::path out = ".";
    std::chrono::seconds pandoc_timeout{120};
    unsigned jobs = 1; // publications made side by side
    Resources resources;
};

int check(const CheckOptions& options);
int build(const BuildOptions& options);

} // namespace rapporteur::cli
