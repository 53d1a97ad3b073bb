#include "cli/misreading.hpp"

#include "support/limits.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace {

std::vector<std::string> commands_of(const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

std::string said_of_word(const std::string& word) {
    if (is_option(word)) {
        return fmt::format("there is no option “{}”", word);
    }
    return fmt::format("“{}” is one word too many", word);
}

// What CLI11 says, in our words where it speaks of its own types.
std::string said_of(const CLI::ParseError& error) {
    std::string text = error.what();
    if (error.get_name() == "RequiredError") {
        return fmt::format("{} is missing", text.substr(0, text.find(' ')));
    }
    if (error.get_name() == "ArgumentMismatch") {
        return fmt::format("{} takes one value", text.substr(0, text.find(':')));
    }
    return text;
}

} // namespace

Diagnostic misreading(const CLI::App& program, const CLI::ParseError& error) {
    Diagnostic diagnostic;
    diagnostic.cause = Cause::command_line;
    const CLI::App* within = &program; // the command that was read last
    std::string typed = "rapporteur";
    while (!within->get_subcommands().empty()) {
        within = within->get_subcommands().front();
        typed += " " + within->get_name();
    }
    const std::vector<std::string> unread = program.remaining(true);
    const std::vector<std::string> commands = commands_of(*within);
    if (!commands.empty() && (unread.empty() || !is_option(unread.front()))) {
        diagnostic.message =
            unread.empty() ? "a command is missing" : fmt::format("there is no command “{}”", unread.front());
        diagnostic.hint = fmt::format("the commands are {}; see {} --help", fmt::join(commands, ", "), typed);
        return diagnostic;
    }
    diagnostic.message = unread.empty() ? said_of(error) : said_of_word(unread.front());
    diagnostic.hint = fmt::format("see {} --help", typed);
    return diagnostic;
}

CLI::Validator one_of(const std::string& thing, const std::vector<std::string>& names) {
    return {[thing, names](const std::string& value) {
                const bool is_there = std::find(names.begin(), names.end(), value) != names.end();
                return is_there ? std::string()
                                : fmt::format("there is no {} “{}”, only {}", thing, value, fmt::join(names, ", "));
            },
            thing};
}

CLI::Validator whole_number(int least, int most) {
    return {[least, most](const std::string& value) {
                int number = 0;
                const char* end = value.data() + value.size();
                const auto [stopped, failed] = std::from_chars(value.data(), end, number);
                const bool is_good = failed == std::errc() && stopped == end && number >= least && number <= most;
                return is_good ? std::string()
                               : fmt::format("“{}” isn't a whole number from {} to {}", value, least, most);
            },
            "number"};
}

CLI::Validator folder_that_is_there() {
    return {[](const std::string& value) {
                std::error_code missing;
                return std::filesystem::is_directory(value, missing) ? std::string()
                                                                     : fmt::format("there is no folder “{}”", value);
            },
            "folder"};
}

CLI::Validator limit_and_value() {
    return {[](const std::string& value) {
                const tl::expected<void, std::string> set = Limits().set(value);
                return set ? std::string() : set.error();
            },
            "limit"};
}

CLI::Validator part_of_parts() {
    return {[](const std::string& value) {
                std::size_t which = 0;
                std::size_t of = 0;
                const char* end = value.data() + value.size();
                const auto [slash, wrong] = std::from_chars(value.data(), end, which);
                const bool goes_on = wrong == std::errc() && slash != end && *slash == '/';
                const auto [stopped, failed] = std::from_chars(goes_on ? slash + 1 : end, end, of);
                const bool is_good = goes_on && failed == std::errc() && stopped == end && which >= 1 && which <= of;
                return is_good ? std::string() : fmt::format("“{}” isn't a part of parts, such as 2/8", value);
            },
            "part"};
}

} // namespace rapporteur::cli
