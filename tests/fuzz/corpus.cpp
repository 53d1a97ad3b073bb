// A corpus: loaded and checked, and where it is good, gathered as facts, compared with itself and made an edition.

#include "target.hpp"

#include "changes/changes.hpp"
#include "corpus/corpus.hpp"
#include "edition/edition.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::filesystem::path file = fuzz::file_of("corpus.xml", bytes);
    corpus::Loaded loaded = corpus::load(file, fuzz::root + "/schema/corpus.xsd");
    fuzz::print(loaded.diagnostics);
    fuzz::require(loaded.corpus.has_value() == (loaded.found.errors == 0), "a corpus without errors is there");
    if (loaded.corpus) {
        fuzz::require(changes::between(*loaded.corpus, *loaded.corpus).list.empty(), "nothing differs from itself");
        const Result<edition::Edition> edition =
            edition::for_publication(std::move(*loaded.corpus), {{}, corpus::Audience::everyone, {}});
        fuzz::require(edition);
    }
    return 0;
}
