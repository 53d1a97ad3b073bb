#include "edition/edition.hpp"
#include "edition/withheld_xml.hpp"
#include "edition/withholding.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace rapporteur::edition {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Diagnostic> fault_in(const fs::path& file, std::string message) {
    Diagnostic fault;
    fault.place = place_in(file.string());
    fault.message = std::move(message);
    fault.hint = "nothing was made; this is a fault of the program: please report it";
    return tl::unexpected(std::move(fault));
}

// What of the whole corpus's files an edition keeps.
class OwnFiles {
public:
    explicit OwnFiles(const Edition& edition) : facts(edition.facts) {
        wanted.insert(facts.files.front().path);
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
        kept.audience = edition.reader.audience;
        kept.agreed = [this](const std::string& consent) { return is_agreed(consent, facts.date); };
        kept.total = [this](int year, const std::string& currency) { return totals.count({year, currency}) > 0; };
        kept.partner = [this](const std::string& id) { return partners.count(id) > 0; };
        kept.source = [this](const std::string& id) { return sources.count(id) > 0; };
        kept.locator = [this](std::uint32_t line, std::uint32_t column) { return locators.count({line, column}) > 0; };
        kept.included = [this](const std::string& href) {
            return wanted.count(facts.files.front().path.parent_path() / href) > 0;
        };
    }

    Result<std::vector<corpus::File>> write() {
        std::vector<corpus::File> written;
        for (const corpus::File& file : facts.files) {
            if (wanted.count(file.path) == 0) {
                withholds = true;
                continue;
            }
            std::optional<Filtered> filtered = without_withheld(*file.bytes, kept);
            if (!filtered) {
                return fault_in(file.path, "can't be read again to take out what is withheld");
            }
            withholds = withholds || filtered->withholds;
            written.push_back({file.path, std::make_shared<const std::string>(std::move(filtered->bytes))});
        }
        return written;
    }

    bool withholds = false; // something in them

private:
    const corpus::Corpus& facts;
    std::set<fs::path> wanted;
    std::set<std::string> partners; // ids
    std::set<std::string> sources;
    std::set<std::pair<std::uint32_t, std::uint32_t>> locators; // of sources, by line and column in CORPUS.xml
    std::set<YearAndCurrency> totals;
    Kept kept;
};

// Messages about partners and photos are for the author, who knows them by other lines. False where the two don't have
// the same ones.
bool take_places(const corpus::Corpus& authors, corpus::Corpus& readers) {
    if (authors.partners.size() != readers.partners.size()) {
        return false;
    }
    for (std::size_t at = 0; at < readers.partners.size(); ++at) {
        const corpus::Partner& from = authors.partners[at];
        corpus::Partner& to = readers.partners[at];
        if (from.id != to.id || from.photos.size() != to.photos.size()) {
            return false;
        }
        to.place = from.place;
        for (std::size_t photo = 0; photo < to.photos.size(); ++photo) {
            to.photos[photo].place = from.photos[photo].place;
        }
    }
    return true;
}

} // namespace

Result<Edition> for_publication(corpus::Corpus whole, Reader reader) {
    Edition edition = make(std::move(whole), std::move(reader));
    OwnFiles own(edition);
    Result<std::vector<corpus::File>> files = own.write();
    if (!files) {
        return tl::unexpected(files.error());
    }
    edition.withholds = own.withholds;
    if (edition.reader.audience == corpus::Audience::internal && !own.withholds) {
        return edition;
    }
    Result<corpus::Corpus> facts = corpus::reread(std::move(*files));
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    if (!take_places(edition.facts, *facts)) {
        return fault_in(edition.facts.files.front().path, "the reader's files don't hold the reader's partners");
    }
    edition.facts = std::move(*facts);
    return edition;
}

} // namespace rapporteur::edition
