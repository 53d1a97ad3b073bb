#pragma once

// How commands are put on the command line, so that they are all told of in one manner.

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <string>

namespace rapporteur::cli {

CLI::App& add_command(CLI::App& program, const std::string& name, const std::string& what, const std::string& example);
void add_corpus(CLI::App& command, std::filesystem::path& corpus);
void add_reporting(CLI::App& command, Reporting& reporting);
void add_resources(CLI::App& command, Resources& resources);

// What --to and --lang mean when they aren't given.
struct LeftOut {
    std::string formats;
    std::string languages;
};
// In which formats, languages and looks, for whom and where to, for every command that makes publications.
void add_form(CLI::App& command, BuildOptions& options, const LeftOut& left_out);
// What is made and how, for every command that makes the report.
void add_making(CLI::App& command, BuildOptions& options, const LeftOut& left_out);
void add_effort(CLI::App& command, BuildOptions& options); // how long it may take, and how much at a time

void add_brief(CLI::App& program, BriefOptions& options, int& status);

// The commands that keep, prove and compare archives, and what each was asked to do.
struct ArchiveOptions {
    SnapshotOptions snapshot;
    VerifyOptions verify;
    DiffOptions diff;
    ExplainOptions explain;
    DeadlinesOptions deadlines;
};

void add_archive_commands(CLI::App& program, ArchiveOptions& options, int& status);

} // namespace rapporteur::cli
