#include "cli/command_line.hpp"
#include "cli/misreading.hpp"
#include "cli/reach.hpp"

namespace rapporteur::cli {

namespace {

// "2/8": the second of eight.
Shard shard_of(const std::string& text) {
    const std::size_t slash = text.find('/');
    return {std::stoul(text.substr(0, slash)), std::stoul(text.substr(slash + 1))};
}

} // namespace

void add_brief(CLI::App& program, BriefOptions& options, int& status) {
    CLI::App& command =
        add_command(program, "brief", "Make a partner's brief for a meeting: one page or two, to print",
                    "rapporteur brief corpus.xml harbour-network --meeting \"Annual session\" --date 2026-12-03");
    add_corpus(command, options.making.corpus);
    command.add_option("PARTNER", options.partners, "The partners, by their ids")->option_text(" ");
    command.add_flag("--all", options.all, "Briefs of all partners");
    command.add_option("--pages", options.pages, "How many pages a brief may have, 1 or 2; if left out, 1")
        ->option_text("NUMBER")
        ->check(whole_number(1, 2));
    command
        .add_option(
            "--n-up", options.to_a_sheet,
            "2: two pages beside each other on a sheet twice as wide, to be folded; a brief of one page twice, to "
            "be cut; if left out, 1")
        ->option_text("NUMBER")
        ->check(whole_number(1, 2));
    command.add_option("--meeting", options.meeting, "The meeting that it is for, as it should be printed")
        ->option_text("WORDS");
    command.add_option("--date", options.date, "The day of the meeting, such as 2026-12-03")->option_text("DATE");
    command
        .add_option("--since", options.making.since,
                    "Mark what is new or has changed since this earlier corpus: its own file, a bag or a report")
        ->option_text("OLD");
    add_form(command, options.making, {"pdf", "the corpus's main one"});
    command.add_flag_callback(
        "--resume", [&options] { options.existing = Existing::left; },
        "Leave out briefs that are there already, made from the same in the same way");
    command
        .add_option_function<std::string>(
            "--shard", [&options](const std::string& shard) { options.shard = shard_of(shard); },
            "Only one part of all, such as 2/8: the second of eight")
        ->option_text("PART/PARTS")
        ->check(part_of_parts());
    add_effort(command, options.making);
    add_reporting(command, options.making.reporting);
    add_resources(command, options.making.resources);
    command.callback([&] { status = fenced(options, brief); });
}

} // namespace rapporteur::cli
