#include "edition/edition.hpp"
#include "edition/withheld_xml.hpp"
#include "edition/withholding.hpp"
#include "support/files.hpp"

#include <algorithm>

namespace rapporteur::edition {

namespace fs = std::filesystem;

OwnFiles::OwnFiles(const Edition& edition) : audience(edition.reader.audience), day(edition.facts.date) {
    const corpus::Corpus& facts = edition.facts;
    wanted.insert(facts.files.front());
    for (const corpus::Partner& partner : facts.partners) {
        partners.insert(partner.id);
        wanted.emplace(*partner.place.file);
    }
    for (const corpus::Source& source : facts.sources) {
        sources.insert(source.id);
        for (const corpus::Text& locator : source.locators) {
            locators.emplace(locator.place.line, locator.place.column);
        }
    }
    for (const corpus::FundingTotal& total : facts.funding_totals) {
        totals.emplace(total.year, total.amount.currency);
    }
    std::copy_if(facts.files.begin(), facts.files.end(), std::back_inserter(files),
                 [&](const fs::path& file) { return wanted.count(file) > 0; });
}

Result<std::string> OwnFiles::read(const fs::path& file) const {
    Result<std::string> bytes = read_file(file);
    if (!bytes) {
        return bytes;
    }
    Kept kept;
    kept.audience = audience;
    kept.agreed = [this](const std::string& consent) { return is_agreed(consent, day); };
    kept.total = [this](int year, const std::string& currency) { return totals.count({year, currency}) > 0; };
    kept.partner = [this](const std::string& id) { return partners.count(id) > 0; };
    kept.source = [this](const std::string& id) { return sources.count(id) > 0; };
    kept.locator = [this](std::uint32_t line, std::uint32_t column) { return locators.count({line, column}) > 0; };
    kept.included = [this](const std::string& href) { return wanted.count(files.front().parent_path() / href) > 0; };
    return without_withheld(std::move(*bytes), kept);
}

} // namespace rapporteur::edition
