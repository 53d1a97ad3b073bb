#pragma once

// What making publications begins with, whether of the report, of briefs or of an archive.

#include "cli/commands.hpp"
#include "cli/opened_corpus.hpp"
#include "compose/compose.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"
#include "wording/wording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

// The folders of the program's own files; fails also where the corpus or the style that is named isn't there.
Result<Resources> resources_for(const BuildOptions& options);

// Reports what was found, of the corpus and of the program's own words in these languages; what would fail late, first.
// Gives the exit status: where it isn't 0, nothing is to be made.
int report_to_maker(const corpus::Loaded& loaded, const std::vector<std::string>& languages,
                    const BuildOptions& options, const Resources& resources);

// The corpus, what was found reported; nothing, and the status, where that ends the run.
OpenedCorpus open_to_make(const BuildOptions& options, const Resources& resources);

// The style as it is asked for, on its paper; nothing, and the status, where it has errors, which have been told.
struct OpenedStyle {
    std::optional<style::Style> style;
    int status = done;
};
OpenedStyle open_style(const BuildOptions& options, const Resources& resources);

// Those asked for, each once; the corpus's main one where none is.
std::vector<std::string> languages_of(const BuildOptions& options, const corpus::Corpus& corpus);
Result<std::vector<wording::Words>> load_words(const std::filesystem::path& folder,
                                               const std::vector<std::string>& languages);

// What changed, both corpora as the edition's readers may see them, so that nothing withheld shows by having changed.
Result<changes::Changes> changes_since(corpus::Corpus earlier, const edition::Edition& now);

// What composing a report in this style takes, but for its pictures and what it is compared with.
compose::Options composing_for(const style::Style& style);

// Where a format wants it. That its version is an untried one is told.
bool wants_pandoc(const BuildOptions& options);
Result<std::optional<pandoc::Pandoc>> open_pandoc(const BuildOptions& options);

} // namespace rapporteur::cli
