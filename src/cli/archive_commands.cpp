#include "cli/command_line.hpp"
#include "cli/misreading.hpp"
#include "cli/reach.hpp"

#include <fmt/format.h>
#include <regex>

namespace rapporteur::cli {

namespace {

void add_snapshot(CLI::App& program, SnapshotOptions& options, int& status) {
    CLI::App& command =
        add_command(program, "snapshot", "Archive a year: corpus, schema, style, outputs and recipe as a bag",
                    "rapporteur snapshot corpus.xml --sign ~/.ssh/id_ed25519 --out archive");
    options.making.formats = {"pdf", "epub", "docx", "html"};
    add_making(command, options.making, {"all of them", "all that the corpus is kept in"});
    command.add_flag_callback(
        "--zip", [&options] { options.container = Container::zip; }, "One ZIP file instead of a folder");
    command.add_option("--previous", options.previous, "The bag of the year before, whose digest the new one names")
        ->option_text("BAG");
    command
        .add_option("--sign", options.key,
                    "Sign with this key, OpenSSH's or minisign's; one with a password through ssh-agent")
        ->option_text("KEY");
    command.callback([&] { status = fenced(options, snapshot); });
}

void add_verify(CLI::App& program, VerifyOptions& options, int& status) {
    CLI::App& command = add_command(program, "verify", "Prove an archive: its digests, its signature, its outputs",
                                    "rapporteur verify archive/partnerships-2026-11-24 --key me.pub");
    command
        .add_option("ARCHIVE", options.archive,
                    "A bag (its folder or its ZIP file), or the PDF of a report that carries its corpus")
        ->option_text(" ")
        ->required();
    command.add_option("--key", options.key, "The public key that it must be signed with, OpenSSH's or minisign's")
        ->option_text("KEY");
    command.add_option("--previous", options.previous, "The bag that must have come before it")->option_text("BAG");
    command.add_flag_callback(
        "--no-rebuild", [&options] { options.outputs = OutputsMade::not_again; },
        "Check digests and signature only, and make nothing again");
    command.add_flag_callback(
        "--json", [&options] { options.form = VerifyForm::json; }, "What was found and the verdict as JSON");
    add_effort(command, options.effort);
    add_reporting(command, options.effort.reporting);
    add_resources(command, options.resources);
    command.footer("Its last line is the verdict. Exit status: 0 proved; 1 altered; 2 the command line is wrong;\n"
                   "3 something around the program failed; 4 unproved: nothing was found altered, and it can't be\n"
                   "proved here, for instance because the outputs come out otherwise with the tools of today.\n\n"
                   "Example: rapporteur verify archive/partnerships-2026-11-24 --key me.pub");
    command.callback([&] { status = fenced(options, verify); });
}

void add_diff(CLI::App& program, DiffOptions& options, int& status) {
    CLI::App& command = add_command(program, "diff", "What changed from one year's corpus to another's",
                                    "rapporteur diff archive/partnerships-2025-11-24 corpus.xml");
    command.add_option("OLD", options.before, "The earlier corpus: its own file, or a bag")
        ->option_text(" ")
        ->required();
    command.add_option("NEW", options.after, "The later one")->option_text(" ")->required();
    command
        .add_option_function<std::string>(
            "--format",
            [&options](const std::string& form) {
                options.form = form == "json"       ? ChangesForm::json
                               : form == "markdown" ? ChangesForm::markdown
                                                    : ChangesForm::text;
            },
            "How it is told: text, json or markdown; if left out, text")
        ->option_text("FORMAT")
        ->check(one_of("format", {"text", "json", "markdown"}));
    command.add_flag_callback(
        "--all", [&options] { options.rechecked = RecheckedFacts::listed; },
        "List the facts that were only checked again too, which are summed up in a line otherwise");
    command.add_flag_callback(
        "--exit-code", [&options] { options.status = DiffStatus::tells_differences; },
        "Exit with 1 where there are differences, and with 0 where there are none");
    add_reporting(command, options.reporting);
    add_resources(command, options.resources);
    command.callback([&] { status = fenced(options, diff); });
}

void add_explain(CLI::App& program, ExplainOptions& options, int& status) {
    CLI::App& command =
        add_command(program, "explain", "Where a printed passage is known from, who checked it and when",
                    "rapporteur explain archive/partnerships-2026-11-24 \"since 1993\"");
    command.add_option("CORPUS", options.corpus, "The corpus: its own file, a bag or a report")
        ->option_text(" ")
        ->required();
    command.add_option("PASSAGE", options.passage, "Words as they are printed")->option_text(" ");
    command.add_option("--page", options.page, "Instead of words, a page of a report's PDF: every fact printed on it")
        ->option_text("NUMBER");
    command
        .add_option("--since", options.since,
                    "The earlier corpus that such a report tells the changes from, where it does")
        ->option_text("OLD");
    add_reporting(command, options.reporting);
    add_resources(command, options.resources);
    command.callback([&] { status = fenced(options, explain); });
}

// A year, a month or a day, as the schema has them.
CLI::Validator date() {
    return {[](const std::string& value) {
                const std::regex form("[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
                return std::regex_match(value, form)
                           ? std::string()
                           : fmt::format("“{}” is no date: write 2027, 2027-05 or 2027-05-17", value);
            },
            "date"};
}

void add_deadlines(CLI::App& program, DeadlinesOptions& options, int& status) {
    CLI::App& command = add_command(program, "deadlines", "What is owed to partners, and by when",
                                    "rapporteur deadlines corpus.xml --format ics > deadlines.ics");
    command.add_option("CORPUS", options.corpus, "The corpus: its own file, or a bag")->option_text(" ")->required();
    command.add_option("--from", options.from, "Nothing due before this year, month or day")
        ->option_text("DATE")
        ->check(date());
    command.add_option("--to", options.to, "Nothing due after this year, month or day")
        ->option_text("DATE")
        ->check(date());
    command
        .add_option(
            "--audience", options.audience,
            "Who reads it: public, donor or internal; if left out, public, and a hint says how many more there are")
        ->option_text("AUDIENCE")
        ->check(one_of("audience", {"public", "donor", "internal"}));
    command
        .add_option_function<std::string>(
            "--format",
            [&options](const std::string& form) {
                options.form = form == "json"  ? DeadlinesForm::json
                               : form == "ics" ? DeadlinesForm::calendar
                                               : DeadlinesForm::text;
            },
            "How it is told: text, json or ics (iCalendar); if left out, text")
        ->option_text("FORMAT")
        ->check(one_of("format", {"text", "json", "ics"}));
    add_reporting(command, options.reporting);
    add_resources(command, options.resources);
    command.callback([&] { status = fenced(options, deadlines); });
}

} // namespace

void add_archive_commands(CLI::App& program, ArchiveOptions& options, int& status) {
    add_snapshot(program, options.snapshot, status);
    add_verify(program, options.verify, status);
    add_diff(program, options.diff, status);
    add_explain(program, options.explain, status);
    add_deadlines(program, options.deadlines, status);
}

} // namespace rapporteur::cli
