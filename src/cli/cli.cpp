#include "cli/cli.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <thread>

namespace rapporteur::cli {

namespace {

void add_resources(CLI::App& command, Resources& resources) {
    command.add_option("--schema-dir", resources.schema, "Folder of the schemas, if not the program's own")
        ->check(CLI::ExistingDirectory);
    command.add_option("--styles-dir", resources.styles, "Folder of the styles, if not the program's own")
        ->check(CLI::ExistingDirectory);
}

void add_check(CLI::App& program, CheckOptions& options, int& status) {
    CLI::App& command = *program.add_subcommand("check", "Check a corpus and list every fault with its place");
    command.add_option("CORPUS", options.corpus, "The corpus: its corpus.xml")->required();
    add_resources(command, options.resources);
    command.callback([&] { status = check(options); });
}

void add_build(CLI::App& program, BuildOptions& options, std::size_t& pandoc_timeout, int& status) {
    CLI::App& command = *program.add_subcommand("build", "Make the annual report");
    command.add_option("CORPUS", options.corpus, "The corpus: its corpus.xml")->required();
    command.add_option("--to", options.formats, "Formats, separated by commas: pdf, epub, docx, html")
        ->delimiter(',')
        ->check(CLI::IsMember({"pdf", "epub", "docx", "html"}))
        ->capture_default_str();
    command
        .add_option("--lang", options.languages,
                    "Languages, separated by commas: en, fr, es; the corpus's main one if left out")
        ->delimiter(',');
    command.add_option("--audience", options.audience, "Who reads it: public, donor or internal")
        ->check(CLI::IsMember({"public", "donor", "internal"}))
        ->capture_default_str();
    command.add_option("--style", options.style, "The style: a file's name in the folder of styles, without .xml")
        ->capture_default_str();
    command.add_option("--out", options.out, "Folder for what is made; made if it isn't there")->capture_default_str();
    command.add_option("--pandoc-timeout", pandoc_timeout, "Seconds after which a run of pandoc is given up")
        ->check(CLI::Range(1, 86400))
        ->capture_default_str();
    options.jobs = std::max(1U, std::thread::hardware_concurrency());
    command
        .add_option("--jobs", options.jobs,
                    "How many publications are made side by side; as many as processors if left out")
        ->check(CLI::Range(1, 1024));
    add_resources(command, options.resources);
    command.callback([&] {
        options.pandoc_timeout = std::chrono::seconds(pandoc_timeout);
        status = build(options);
    });
}

} // namespace

int run(int argc, char** argv) {
    CLI::App program("Publications from a corpus of partnerships: the annual report as PDF, EPUB, DOCX and HTML.",
                     "rapporteur");
    program.set_version_flag("--version", "rapporteur " RAPPORTEUR_VERSION);
    program.require_subcommand(1);
    program.footer(
        "Exit status: 0 done; 1 the corpus has errors; 2 the command line is wrong; 3 the surroundings failed.");

    int status = done;
    CheckOptions check_options;
    BuildOptions build_options;
    std::size_t pandoc_timeout = static_cast<std::size_t>(build_options.pandoc_timeout.count());
    add_check(program, check_options, status);
    add_build(program, build_options, pandoc_timeout, status);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? done : wrong_command_line;
    }
    if (std::fflush(stdout) != 0) {
        std::perror("rapporteur: error: standard output");
        return surroundings_failed_status;
    }
    return status;
}

} // namespace rapporteur::cli
