#include "deadlines/deadlines.hpp"

#include "deadlines/telling.hpp"
#include "facts/facts.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace rapporteur::deadlines {

namespace {

// The first and the last day that a date may mean, as text that sorts; no day of any month comes after the 31st.
std::string first_day(const std::string& date) {
    constexpr std::string_view beginning = "0000-01-01";
    return date + std::string(beginning.substr(std::min(date.size(), beginning.size())));
}

std::string last_day(const std::string& date) {
    constexpr std::string_view end = "9999-12-31";
    return date + std::string(end.substr(std::min(date.size(), end.size())));
}

bool lies_within(const corpus::Date& due, const Period& period) {
    const std::string date = facts::iso(due);
    return (period.from.empty() || last_day(date) >= first_day(period.from)) &&
           (period.to.empty() || first_day(date) <= last_day(period.to));
}

const corpus::Source* find_source(const corpus::Corpus& corpus, const std::string& id) {
    const auto found = std::find_if(corpus.sources.begin(), corpus.sources.end(),
                                    [&](const corpus::Source& source) { return source.id == id; });
    return found == corpus.sources.end() ? nullptr : &*found;
}

} // namespace

std::vector<Deadline> deadlines_of(const corpus::Corpus& corpus, const Period& period) {
    std::vector<Deadline> deadlines;
    for (const corpus::Partner& partner : corpus.partners) {
        for (const corpus::Relationship& relationship : partner.relationships) {
            for (const corpus::Obligation& obligation : relationship.obligations) {
                if (obligation.due && lies_within(*obligation.due, period)) {
                    deadlines.push_back({&partner, &obligation});
                }
            }
        }
    }
    std::stable_sort(deadlines.begin(), deadlines.end(),
                     [](const Deadline& one, const Deadline& other) { return one.due() < other.due(); });
    return deadlines;
}

std::string name_of(const corpus::Partner& partner) {
    return words_of(partner.acronym ? *partner.acronym : partner.name);
}

std::string source_of(const corpus::Corpus& corpus, const corpus::Provenance& provenance) {
    const corpus::Source* source = find_source(corpus, provenance.source);
    std::string text = source == nullptr ? provenance.source : words_of(source->title);
    text += source == nullptr || source->publisher.empty() ? "" : ", " + source->publisher;
    return text + (provenance.locator.empty() ? "" : ", " + provenance.locator);
}

std::string uri_of(const corpus::Corpus& corpus, const corpus::Provenance& provenance) {
    const corpus::Source* source = find_source(corpus, provenance.source);
    return source == nullptr ? std::string() : source->uri;
}

std::string interval(const std::string& every) {
    std::string text;
    for (std::size_t at = 1; at < every.size();) {
        const std::size_t end = every.find_first_not_of("0123456789", at);
        const std::string number = every.substr(at, end - at);
        const char unit = end < every.size() ? every[end] : '?';
        const char* name = unit == 'Y' ? "year" : unit == 'M' ? "month" : unit == 'W' ? "week" : "day";
        text += text.empty() ? "every" : " and";
        text += number == "1" ? fmt::format(" {}", name) : fmt::format(" {} {}s", number, name);
        at = std::min(end, every.size() - 1) + 1;
    }
    return text;
}

} // namespace rapporteur::deadlines
