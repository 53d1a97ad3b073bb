#include "compose/composer.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::compose {

namespace {

// Ids of the report's own parts and of what a page of HTML has around them, and names of files beside its pages.
constexpr std::array<std::string_view, 44> own_names = {
    "at-a-glance", "changes", "colophon", "contents", "cover", "deadlines", "find", "find-words", "glossary", "holder",
    "imprint", "index", "introduction", "index-of-terms", "kinds-data", "kinds-figure", "nav", "notes", "pages",
    "places", "report", "results-and-funding", "sources", "style", "text", "timeline", "timeline-data",
    "timeline-figure", "title-page", "toc",
    // Names that a file can't have on Windows.
    "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "lpt4", "com5", "lpt5"};

// What is numbered, or belongs to a part.
constexpr std::array<std::string_view, 13> own_beginnings = {
    "at-a-glance-", "block-", "call-", "changes-", "deadlines-",           "donor-", "drawing-",
    "glossary-",    "note-",  "page-", "passage-", "results-and-funding-", "holder-"};

// Behind a partner's own id.
constexpr std::array<std::string_view, 27> own_endings = {"-about",          "-card",          "-code",
                                                          "-dates-table",    "-details-table", "-documents",
                                                          "-facts",          "-funding",       "-funding-table",
                                                          "-in-brief",       "-members",       "-members-data",
                                                          "-next",           "-obligations",   "-people-table",
                                                          "-quotes",         "-relationship",  "-results",
                                                          "-results-figure", "-results-table", "-rights",
                                                          "-risks",          "-risks-table",   "-text",
                                                          "-uses",           "-work",          "-working-together"};

// "-photo-2"
bool is_of_a_photo(std::string_view id) {
    const std::size_t at = id.rfind("-photo-");
    constexpr std::size_t size = 7;
    return at != std::string_view::npos && at + size < id.size() &&
           id.find_first_not_of("0123456789", at + size) == std::string_view::npos;
}

bool could_be_own(std::string_view id) {
    return std::find(own_names.begin(), own_names.end(), id) != own_names.end() ||
           std::any_of(own_beginnings.begin(), own_beginnings.end(),
                       [&](std::string_view beginning) { return id.starts_with(beginning); }) ||
           std::any_of(own_endings.begin(), own_endings.end(),
                       [&](std::string_view ending) { return id.ends_with(ending); }) ||
           is_of_a_photo(id);
}

} // namespace

std::string anchor_of(const std::string& id) {
    return could_be_own(id) ? "corpus." + id : id;
}

} // namespace rapporteur::compose
