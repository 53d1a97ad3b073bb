#pragma once

// What each command is asked to do.

#include "cli/reporting.hpp"
#include "cli/tell.hpp"
#include "support/limits.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

enum ExitStatus : int { done = 0, corpus_has_errors = 1, wrong_command_line = 2, surroundings_failed_status = 3 };

// What verify gives where nothing was found altered and nothing can be proved.
inline constexpr int unproved_status = 4;

// What diff --exit-code gives where there are differences, as git does.
inline constexpr int differences_found = 1;

// Where the program's own schema and styles are.
struct Resources {
    std::filesystem::path schema;  // by which corpora and styles are checked; never those that come with a bag or a PDF
    std::filesystem::path styles;  // a bag's own where its outputs are made again
    std::filesystem::path carried; // the schemas that travel in a PDF, as data; empty: `schema`
    Limits limits = {};            // of what is read and made
    const std::filesystem::path& travelling() const { return carried.empty() ? schema : carried; }
};

struct CheckOptions {
    std::filesystem::path corpus;
    Reporting reporting;
    Resources resources;
};

struct TranslationStatusOptions {
    std::filesystem::path corpus;
    std::vector<std::string> languages; // empty: all but the corpus's main one
    Reporting reporting;
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
    bool compact = false;        // the PDF, in object streams
    bool split = false;          // HTML as a folder of pages
    bool attachments = true;     // the corpus, its schemas and the style inside the PDF
    std::filesystem::path since; // the earlier corpus or bag to tell the changes from; empty: no such chapter
    std::string digest;          // printed for the corpus's own, where an earlier version's report is made again
    std::filesystem::path out = ".";
    std::optional<std::chrono::seconds> pandoc_timeout; // nothing: as the limit has it
    unsigned jobs = 1;                                  // publications made side by side
    std::vector<CalledFolder> called;                   // those that an archive is filled in
    Reporting reporting;
    Resources resources;
};

// Part `which` of `of` equal ones, for several machines.
struct Shard {
    std::size_t which = 1;
    std::size_t of = 1;
};

enum class Existing : std::uint8_t { made_again, left };

struct BriefOptions {
    BuildOptions making;
    std::vector<std::string> partners; // their ids
    bool all = false;                  // all partners, whatever `partners` says
    std::size_t pages = 1;
    std::size_t to_a_sheet = 1; // pages beside each other
    std::string meeting;
    std::string date; // of the meeting, ISO 8601
    Existing existing = Existing::made_again;
    Shard shard;
};

enum class Container : std::uint8_t { folder, zip };

struct SnapshotOptions {
    BuildOptions making;            // no languages: all that the corpus is kept in
    std::filesystem::path previous; // the bag before this one; empty for the first
    std::filesystem::path key;      // to sign with; empty: unsigned
    Container container = Container::folder;
};

enum class OutputsMade : std::uint8_t { again, not_again };
enum class VerifyForm : std::uint8_t { text, json };

struct VerifyOptions {
    std::filesystem::path archive;  // a bag
    std::filesystem::path previous; // the bag that it says came before; empty: not looked at
    std::filesystem::path key;      // public; empty: whose the signature is, isn't looked at
    OutputsMade outputs = OutputsMade::again;
    BuildOptions effort; // of which only the time limit and the jobs are asked for
    VerifyForm form = VerifyForm::text;
    Resources resources;
};

enum class ChangesForm : std::uint8_t { text, json, markdown };
enum class RecheckedFacts : std::uint8_t { summed_up, listed };
enum class DiffStatus : std::uint8_t { always_done, tells_differences };

struct DiffOptions {
    std::filesystem::path before; // corpora, or bags
    std::filesystem::path after;
    ChangesForm form = ChangesForm::text;
    DiffStatus status = DiffStatus::always_done;
    Reporting reporting;
    RecheckedFacts rechecked = RecheckedFacts::summed_up;
    Resources resources;
};

enum class DeadlinesForm : std::uint8_t { text, json, calendar };

struct DeadlinesOptions {
    std::filesystem::path corpus; // or a bag
    std::string from;             // dates as exact as one likes; empty: no bound
    std::string to;
    std::string audience = "public";
    DeadlinesForm form = DeadlinesForm::text;
    Reporting reporting;
    Resources resources;
};

struct ExplainOptions {
    std::filesystem::path corpus; // or a bag
    std::string passage;
    std::string page;            // of a report, as it is printed there: all facts on it; then there is no passage
    std::filesystem::path since; // what that report's chapter of changes compares with, where it has one
    Reporting reporting;
    Resources resources;
};

int check(const CheckOptions& options);
int build(const BuildOptions& options);
int brief(const BriefOptions& options);
int snapshot(const SnapshotOptions& options);
int verify(const VerifyOptions& options);
int diff(const DiffOptions& options);
int explain(const ExplainOptions& options);
int deadlines(const DeadlinesOptions& options);
int translation_status(const TranslationStatusOptions& options);

} // namespace rapporteur::cli
