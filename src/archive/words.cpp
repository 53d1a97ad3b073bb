#include "archive/archive.hpp"
#include "support/files.hpp"
#include "support/package.hpp"
#include "support/process.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

bool is_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f';
}

// Adds what stands between the tags; of a script or a style sheet, nothing.
void add_words(std::string& words, std::string_view markup) {
    constexpr std::array<std::string_view, 2> not_read = {"script", "style"};
    while (!markup.empty()) {
        const std::size_t tag = std::min(markup.find('<'), markup.size());
        for (const char byte : markup.substr(0, tag)) {
            if (!is_space(byte)) {
                words.push_back(byte);
            } else if (!words.empty() && words.back() != ' ') {
                words.push_back(' ');
            }
        }
        markup.remove_prefix(tag);
        for (const std::string_view name : not_read) {
            if (markup.substr(0, 1 + name.size()) == fmt::format("<{}", name)) {
                markup.remove_prefix(std::min(markup.find(fmt::format("</{}", name)), markup.size()));
            }
        }
        markup.remove_prefix(std::min(std::min(markup.find('>'), markup.size() - 1) + 1, markup.size()));
    }
}

bool has_words(std::string_view name) {
    constexpr std::array<std::string_view, 3> endings = {".xhtml", ".xml", ".html"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
    });
}

Result<std::optional<std::string>> words_of_package(std::string_view bytes, const std::string& name) {
    Result<Package> package = read_package(bytes, name);
    if (!package) {
        return tl::unexpected(package.error());
    }
    std::sort(package->parts.begin(), package->parts.end(),
              [](const PackagePart& one, const PackagePart& other) { return one.name < other.name; });
    std::string words;
    for (const PackagePart& part : package->parts) {
        if (has_words(part.name)) {
            add_words(words, part.bytes);
        }
    }
    return words;
}

Result<std::optional<std::string>> words_of_pdf(const fs::path& file) {
    Command command;
    command.program = find_on_path("pdftotext");
    command.arguments = {"-enc", "UTF-8", fs::absolute(file).string(), "-"};
    command.folder = "/";
    command.reads = {fs::absolute(file)};
    command.memory_limit = std::uint64_t{1} << 30U; // it may be a stranger's
    command.time_limit = std::chrono::seconds{60};
    if (command.program.empty()) {
        return std::nullopt;
    }
    const Result<Outcome> outcome = run(command);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    if (outcome->ending != Ending::exited || outcome->status != 0) {
        return surroundings_failed(file.string(), "its words can't be read by pdftotext");
    }
    return outcome->output;
}

} // namespace

Result<std::optional<std::string>> words_of(const fs::path& publication) {
    const std::string format = publication.extension().string();
    if (format == ".pdf") {
        return words_of_pdf(publication);
    }
    const Result<std::string> bytes = read_file(publication);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (format == ".epub" || format == ".docx") {
        return words_of_package(*bytes, publication.string());
    }
    std::string words;
    add_words(words, *bytes);
    return words;
}

} // namespace rapporteur::archive
