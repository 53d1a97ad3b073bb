#include "cli/verdict.hpp"

#include "support/utf8.hpp"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rapporteur::cli {

namespace {

std::string_view name_of(Verdict verdict) {
    constexpr std::array<std::string_view, 3> names = {"proved", "altered", "unproved"};
    return names.at(static_cast<std::size_t>(verdict));
}

} // namespace

std::string to_text(const Verification& verification) {
    std::string text;
    for (const Finding& finding : verification.findings) {
        text += fmt::format("{}: {}\n", printable(finding.of), printable(finding.found));
    }
    return text + fmt::format("verdict: {}: {}\n", name_of(verification.verdict), printable(verification.why));
}

std::string to_json(const Verification& verification) {
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const Finding& finding : verification.findings) {
        findings.push_back({{"of", printable(finding.of)}, {"found", printable(finding.found)}});
    }
    Json faults = Json::array();
    for (const Diagnostic& fault : verification.faults) {
        faults.push_back({{"file", fault.place.file ? printable(*fault.place.file) : std::string()},
                          {"message", printable(fault.message)},
                          {"hint", printable(fault.hint)}});
    }
    const Json json = {{"archive", printable(verification.archive)},
                       {"verdict", name_of(verification.verdict)},
                       {"why", printable(verification.why)},
                       {"findings", findings},
                       {"faults", faults}};
    return json.dump(2) + "\n";
}

} // namespace rapporteur::cli
