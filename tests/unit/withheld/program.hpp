#pragma once

#include "catch.hpp"
#include "cli/cli.hpp"
#include "corpus/corpus.hpp"
#include "support/files.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

// A corpus's files as they lie there.
inline std::vector<rapporteur::corpus::File> files_at(const std::vector<std::filesystem::path>& paths) {
    std::vector<rapporteur::corpus::File> files;
    for (const std::filesystem::path& path : paths) {
        files.push_back({path, std::make_shared<const std::string>(rapporteur::read_file(path).value())});
    }
    return files;
}

// Runs the program with the project's own schemas and styles, and gives its exit status. In a process of its own: the
// fence that a command puts around itself can't be taken down again.
inline int run_program(std::vector<std::string> words, const std::string& out) {
    const std::string house = SOURCE_DIR;
    words.insert(words.begin(), "rapporteur");
    words.insert(words.end(), {"--out", out, "--schema-dir", house + "/schema", "--styles-dir", house + "/styles"});
    std::vector<char*> argv;
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    std::fflush(nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int status = rapporteur::cli::run(static_cast<int>(argv.size()), argv.data());
        std::fflush(nullptr);
        ::_exit(status);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
