// Two lists of facts are paired, and two corpora compared: nothing is lost, nothing stands twice.

#include "target.hpp"

#include "changes/changes.hpp"
#include "changes/pairing.hpp"
#include "corpus/corpus.hpp"

#include <set>

using namespace rapporteur;

namespace {

std::vector<facts::Fact> facts_from(fuzz::Input& input) {
    std::vector<facts::Fact> made;
    const std::size_t count = input.number() % 800;
    for (std::size_t at = 0; at < count && !input.empty(); ++at) {
        facts::Fact fact;
        fact.field = input.below(4) == 0 ? facts::Field::title : facts::Field::next_step;
        fact.key = input.below(4) == 0 ? std::string(1, static_cast<char>('a' + input.below(8))) : std::string();
        std::string words;
        for (std::size_t word = input.below(6); word > 0; --word) {
            words += static_cast<char>('a' + input.below(26));
            words += ' ';
        }
        fact.said.push_back({"en", words});
        made.push_back(std::move(fact));
    }
    return made;
}

std::vector<const facts::Fact*> pointers_to(const std::vector<facts::Fact>& facts) {
    std::vector<const facts::Fact*> pointers;
    for (const facts::Fact& fact : facts) {
        pointers.push_back(&fact);
    }
    return pointers;
}

void try_pairing(fuzz::Input& input) {
    const std::vector<facts::Fact> before = facts_from(input);
    const std::vector<facts::Fact> after = facts_from(input);
    std::set<const facts::Fact*> seen;
    for (const changes::Pair& pair : changes::pair(pointers_to(before), pointers_to(after))) {
        fuzz::require(pair.before != nullptr || pair.after != nullptr, "a pair has a fact");
        for (const facts::Fact* fact : {pair.before, pair.after}) {
            fuzz::require(fact == nullptr || seen.insert(fact).second, "no fact stands in two pairs");
        }
    }
    fuzz::require(seen.size() == before.size() + after.size(), "every fact stands in a pair");
}

void try_corpora(fuzz::Input& input) {
    const std::string schema = fuzz::root + "/schema/corpus.xsd";
    const corpus::Loaded before = corpus::load(fuzz::file_of("before.xml", input.piece()), schema);
    const corpus::Loaded after = corpus::load(fuzz::file_of("after.xml", input.piece()), schema);
    if (before.corpus && after.corpus) {
        const changes::Changes found = changes::between(*before.corpus, *after.corpus);
        fuzz::require(!changes::to_json(found).empty(), "differences can be printed");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (size > 0 && data[0] == '<') {
        try_corpora(input);
    } else {
        try_pairing(input);
    }
    return 0;
}
