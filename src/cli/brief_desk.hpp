#pragma once

// One worker's desk: what making briefs takes, and the making of some of them. Desks share what they only read.

#include "cli/fitting.hpp"
#include "cli/staging.hpp"
#include "pandoc/pandoc.hpp"
#include "pdf/pdf.hpp"
#include "withheld/withheld.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

// By their ids; a partner of which nothing changed has none in its list.
using ChangesByPartner = std::map<std::string, changes::Changes>;

// What all desks read.
struct BriefRun {
    const style::Style& style;
    const fonts::FontBook& fonts;    // each desk has a book of its own beside it
    const edition::Edition& edition; // of all partners
    std::filesystem::path words;     // the folder of the program's words
    std::vector<std::string> languages;
    std::vector<std::string> formats;
    std::string meeting;
    std::optional<corpus::Date> day;
    std::size_t most_pages = 1;
    std::size_t to_a_sheet = 1;
    pdf::Form form;
    const std::optional<pandoc::Pandoc>& pandoc; // where a format wants it
    const withheld::Secrets& secrets;            // that no brief may tell
    std::filesystem::path out;
    std::optional<std::filesystem::file_time_type> resume_since; // files no older than this stay as they are
    const ChangesByPartner* changes = nullptr;                   // to be told; null: none are
};

// What came of one partner's briefs.
struct BriefOutcome {
    std::vector<std::filesystem::path> files;
    Diagnostics diagnostics;
};

class BriefDesk {
public:
    static Result<BriefDesk> open(const BriefRun& run);

    // Makes the briefs of these partners (indexes into the edition's). `outcomes` has as many entries. Those of one
    // partner are put in place together or not at all, and don't keep the others' from being made.
    void make(const std::vector<std::size_t>& partners, const std::vector<BriefOutcome*>& outcomes);

private:
    BriefDesk(const BriefRun& all, std::unique_ptr<fonts::FontBook> book, typeset::BriefSetter type,
              std::vector<wording::Words> languages);

    Result<void> make(const corpus::Partner& partner, const wording::Words& language, Staging& staging,
                      Diagnostics& warnings);
    Result<void> publish(const FittedBrief& brief, const std::string& format, const std::filesystem::path& file);

    const BriefRun* run;
    std::unique_ptr<fonts::FontBook> fonts;
    pdf::SharedFonts programs;
    typeset::BriefSetter setter;
    std::vector<wording::Words> words;
    edition::Edition edition; // of one partner at a time
};

} // namespace rapporteur::cli
