#include "cli/cli.hpp"

#include "cli/command_line.hpp"
#include "cli/misreading.hpp"
#include "cli/output.hpp"
#include "cli/reach.hpp"
#include "cli/tell.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <new>
#include <thread>
#include <unistd.h>

namespace rapporteur::cli {

void add_resources(CLI::App& command, Resources& resources) {
    command.add_option("--schema-dir", resources.schema, "Folder of the schemas, if not the program's own")
        ->option_text("FOLDER")
        ->check(folder_that_is_there());
    command.add_option("--styles-dir", resources.styles, "Folder of the styles, if not the program's own")
        ->option_text("FOLDER")
        ->check(folder_that_is_there());
    command
        .add_option_function<std::vector<std::string>>(
            "--limit",
            [&resources](const std::vector<std::string>& assignments) {
                for (const std::string& assignment : assignments) {
                    static_cast<void>(resources.limits.set(assignment)); // was looked at by limit_and_value()
                }
            },
            "Allow more of something than docs/limits.md says, or less; may be repeated")
        ->option_text("NAME=VALUE")
        ->allow_extra_args(false)
        ->check(limit_and_value());
}

void add_reporting(CLI::App& command, Reporting& reporting) {
    command.add_flag_callback(
        "--verbose", [&reporting] { reporting.warnings = Warnings::listed; },
        "List every warning, not one line for each kind");
    command.add_flag_callback(
        "--strict", [&reporting] { reporting.strictness = Strictness::warnings_fail; },
        "Fail on a warning: exit with 1");
}

CLI::App& add_command(CLI::App& program, const std::string& name, const std::string& what, const std::string& example) {
    CLI::App& command = *program.add_subcommand(name, what);
    command.group("Commands");
    command.footer("Example: " + example);
    return command;
}

void add_corpus(CLI::App& command, std::filesystem::path& corpus) {
    command.add_option("CORPUS", corpus, "The corpus: its own file, such as corpus.xml")->option_text(" ")->required();
}

void add_effort(CLI::App& command, BuildOptions& options) {
    command
        .add_option_function<std::size_t>(
            "--pandoc-timeout",
            [&options](std::size_t seconds) { options.pandoc_timeout = std::chrono::seconds(seconds); },
            "How long pandoc may take; if left out, 120")
        ->option_text("SECONDS")
        ->check(whole_number(1, 86400));
    options.jobs = std::max(1U, std::thread::hardware_concurrency());
    command.add_option("--jobs", options.jobs, "How many to make side by side; if left out, as many as processors")
        ->option_text("NUMBER")
        ->check(whole_number(1, 1024));
}

void add_form(CLI::App& command, BuildOptions& options, const LeftOut& left_out) {
    command
        .add_option("--to", options.formats,
                    "What to make, with commas between: pdf, epub, docx, html; if left out, " + left_out.formats)
        ->option_text("FORMATS")
        ->delimiter(',')
        ->check(one_of("format", {"pdf", "epub", "docx", "html"}));
    command
        .add_option("--lang", options.languages,
                    "In which languages, with commas between: en, fr, ar; if left out, " + left_out.languages)
        ->option_text("LANGUAGES")
        ->delimiter(',');
    command
        .add_option("--audience", options.audience,
                    "Who reads it: public, donor (with a part on results and funding) or internal; if left out, "
                    "public")
        ->option_text("AUDIENCE")
        ->check(one_of("audience", {"public", "donor", "internal"}));
    command
        .add_option("--style", options.style,
                    "How it looks: a file in the folder of styles, without .xml; if left out, house")
        ->option_text("STYLE");
    command.add_option("--paper", options.paper, "Paper of the PDF: a4 or letter; if left out, the style's own")
        ->option_text("PAPER")
        ->check(one_of("paper", {"a4", "letter"}));
    command.add_flag("--crop-marks", options.crop_marks,
                     "For a printer: marks where the PDF's pages are cut, and bleed");
    command
        .add_option("--standard", options.standard,
                    "What the PDF keeps to: pdf-1.7 (PDF/UA-1, PDF/A-3a) or pdf-2.0 (PDF/UA-2, PDF/A-4f, WTPDF 1.0); "
                    "if left out, pdf-1.7")
        ->option_text("STANDARD")
        ->check(one_of("standard", {"pdf-1.7", "pdf-2.0"}));
    command.add_flag("--compact", options.compact,
                     "A smaller PDF, to send: a long report's is less than half as large, and the same to its readers");
    command.add_option("--out", options.out, "Folder for what is made; if left out, the one where you are")
        ->option_text("FOLDER");
}

void add_making(CLI::App& command, BuildOptions& options, const LeftOut& left_out) {
    add_corpus(command, options.corpus);
    add_form(command, options, left_out);
    command.add_flag_callback(
        "--no-attachments", [&options] { options.attachments = false; },
        "Leave the corpus, its schemas, the style and the words out of the PDF");
    command
        .add_option("--since", options.since,
                    "Tell what changed since then, in a chapter of its own: an earlier corpus, or the bag of one")
        ->option_text("OLD");
    add_effort(command, options);
    add_reporting(command, options.reporting);
    add_resources(command, options.resources);
}

namespace {

void add_check(CLI::App& program, CheckOptions& options, int& status) {
    CLI::App& command = add_command(program, "check", "Check a corpus: every mistake in it, with its place",
                                    "rapporteur check corpus.xml");
    add_corpus(command, options.corpus);
    add_reporting(command, options.reporting);
    add_resources(command, options.resources);
    command.callback([&] { status = fenced(options, check); });
}

void add_build(CLI::App& program, BuildOptions& options, int& status) {
    CLI::App& command = add_command(program, "build", "Make the annual report",
                                    "rapporteur build corpus.xml --to pdf,epub --lang en,fr --out output");
    add_making(command, options, {"pdf", "the corpus's main one"});
    command.add_flag("--split", options.split, "HTML as a folder of pages, one for each part of the report");
    command.callback([&] { status = fenced(options, build); });
}

void add_translate(CLI::App& program, TranslationStatusOptions& options, int& status) {
    CLI::App& command = add_command(program, "translate", "See how far the translations have come",
                                    "rapporteur translate status corpus.xml --lang fr");
    command.require_subcommand(1);
    CLI::App& report = add_command(command, "status", "What is missing or stale in each language, with its place",
                                   "rapporteur translate status corpus.xml --lang fr");
    add_corpus(report, options.corpus);
    report
        .add_option("--lang", options.languages,
                    "Of which languages, with commas between; if left out, all but the corpus's main one")
        ->option_text("LANGUAGES")
        ->delimiter(',');
    add_reporting(report, options.reporting);
    add_resources(report, options.resources);
    report.callback([&] { status = fenced(options, translation_status); });
}

// A run begun with one of the three standard streams closed would open its first file in its stead, and write messages
// into it. What stands there now can't be written to, which is then told.
void hold_standard_streams() {
    int descriptor = ::open("/dev/null", O_RDONLY);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO) {
        descriptor = ::open("/dev/null", O_RDONLY);
    }
    if (descriptor > STDERR_FILENO) {
        ::close(descriptor);
    }
}

void speak_plainly(CLI::App& program) {
    program.set_help_flag("-h,--help", "Show this help");
    program.set_version_flag("--version", "rapporteur " RAPPORTEUR_VERSION, "Show the program's version");
    const std::shared_ptr<CLI::FormatterBase> formatter = program.get_formatter();
    formatter->label("SUBCOMMAND", "COMMAND");
    formatter->label("Positionals", "What it works on");
    formatter->column_width(28);
}

int run_command(CLI::App& program, int argc, char** argv, const int& status) {
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) { // for help, or for the version
        program.exit(asked);
        return done;
    } catch (const CLI::ParseError& error) {
        return fail(misreading(program, error));
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory().value());
    } catch (
        const std::filesystem::filesystem_error& error) { // what a look at a folder found where no failure is awaited
        return fail(surroundings_failed(error.path1().string(), error.code().message()).value());
    }
    return status;
}

} // namespace

int run(int argc, char** argv) {
    hold_standard_streams();
    std::signal(SIGXFSZ, SIG_IGN); // a file grown beyond the user's limit is an error of writing, which is told
    std::signal(SIGPIPE,
                SIG_IGN); // so is a reader of standard output that has gone: what was begun is cleared up first
    CLI::App program("Publications from a corpus of partnerships: the annual report as PDF, EPUB, DOCX and HTML.",
                     "rapporteur");
    speak_plainly(program);
    program.require_subcommand(1);
    program.footer(
        "Exit status: 0 done; 1 the corpus has errors, or with --strict warnings; 2 the command line is wrong;\n"
        "3 something around the program failed: a file, the disk, a font, pandoc.");

    int status = done;
    CheckOptions check_options;
    BuildOptions build_options;
    add_check(program, check_options, status);
    add_build(program, build_options, status);
    BriefOptions brief_options;
    add_brief(program, brief_options, status);
    TranslationStatusOptions translation_options;
    add_translate(program, translation_options, status);
    ArchiveOptions archive_options;
    add_archive_commands(program, archive_options, status);
    status = run_command(program, argc, argv, status);
    const Result<void> shown = finish_output();
    return shown ? status : fail(shown.error());
}

} // namespace rapporteur::cli
