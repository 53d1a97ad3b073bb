#include "cli/explanation.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

std::string_view name_of(corpus::Confidence confidence) {
    constexpr std::array<std::string_view, 5> names = {"confidence not stated", "confirmed", "stated by the source",
                                                       "inferred", "doubtful"};
    return names.at(static_cast<std::size_t>(confidence));
}

std::string_view name_of(corpus::Audience audience) {
    constexpr std::array<std::string_view, 3> names = {"everyone", "donors", "the organisation alone"};
    return names.at(static_cast<std::size_t>(audience));
}

std::string source_of(const corpus::Corpus& corpus, const corpus::Provenance& provenance) {
    const auto found = std::find_if(corpus.sources.begin(), corpus.sources.end(),
                                    [&](const corpus::Source& source) { return source.id == provenance.source; });
    if (found == corpus.sources.end()) {
        return "none named";
    }
    std::string text = words_of(found->title);
    for (const std::string* more : {&found->publisher, &provenance.locator, &found->uri}) {
        text += more->empty() ? "" : ", " + *more;
    }
    return text;
}

} // namespace

std::string explanation(const corpus::Corpus& corpus, const facts::Fact& fact, const Quoted& quoted) {
    const std::filesystem::path folder = corpus.files.front().path.parent_path();
    const std::string language = quoted.language.empty() ? "" : fmt::format(" ({})", quoted.language);
    std::string text = fmt::format("“{}”{}\n  {}\n", quoted.words, language, facts::path_of(fact));
    text +=
        fmt::format("  {}:{}\n", std::filesystem::path(*fact.place.file).lexically_relative(folder).generic_string(),
                    fact.place.line);
    if (!fact.provenance) {
        return text;
    }
    const corpus::Provenance& provenance = *fact.provenance;
    text += fmt::format("  source: {}\n", source_of(corpus, provenance));
    return text + fmt::format("  {}, {}; for {}\n",
                              provenance.checked ? "checked on " + facts::iso(*provenance.checked) : "not checked",
                              name_of(provenance.confidence), name_of(provenance.audience));
}

std::string unsourced(const std::vector<const facts::Fact*>& explained) {
    const auto count =
        std::count_if(explained.begin(), explained.end(), [](const facts::Fact* fact) { return !fact->provenance; });
    if (count == 0) {
        return {};
    }
    return fmt::format("{} of these need{} no source of {} own, such as names and titles.\n", count,
                       count == 1 ? "s" : "", count == 1 ? "its" : "their");
}

} // namespace rapporteur::cli
