#include "deadlines/deadlines.hpp"
#include "deadlines/telling.hpp"
#include "facts/facts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rapporteur::deadlines {

std::string to_text(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines) {
    if (deadlines.empty()) {
        return "No obligation has a due date in this time.\n";
    }
    std::string text;
    for (const Deadline& deadline : deadlines) {
        const corpus::Statement& statement = deadline.obligation->statement;
        const std::string recurs = interval(deadline.obligation->every);
        text += fmt::format("{:<10}  {}: {}{}\n", facts::iso(deadline.due()), name_of(*deadline.partner),
                            words_of(statement.text), recurs.empty() ? "" : fmt::format(" ({})", recurs));
        const std::optional<corpus::Date>& checked = statement.provenance.checked;
        text += fmt::format("{:<10}  source: {}; {}\n", "", source_of(corpus, statement.provenance),
                            checked ? "checked on " + facts::iso(*checked) : std::string("not checked"));
    }
    return text;
}

std::string to_json(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const Deadline& deadline : deadlines) {
        const corpus::Statement& statement = deadline.obligation->statement;
        const std::optional<corpus::Date>& checked = statement.provenance.checked;
        list.push_back({{"due", facts::iso(deadline.due())},
                        {"partner", deadline.partner->id},
                        {"name", name_of(*deadline.partner)},
                        {"id", statement.id},
                        {"obligation", words_of(statement.text)},
                        {"every", deadline.obligation->every},
                        {"source", source_of(corpus, statement.provenance)},
                        {"uri", uri_of(corpus, statement.provenance)},
                        {"checked", checked ? Json(facts::iso(*checked)) : Json(nullptr)}});
    }
    return list.dump(2) + "\n";
}

} // namespace rapporteur::deadlines
