#include "corpus/size.hpp"

#include <string_view>

namespace rapporteur::corpus {

namespace {

struct Counting : pugi::xml_tree_walker {
    std::uint64_t partners = 0;
    std::uint64_t texts = 0;
    bool for_each(pugi::xml_node& node) override {
        const std::string_view name = node.name();
        partners += name == "partner" ? 1 : 0;
        texts += name == "text" ? 1 : 0;
        return true;
    }
};

} // namespace

bool CorpusSize::add(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings,
                     const Limits& limits) {
    Counting counting;
    counting.partners = std::string_view(root.name()) == "partner" ? 1 : 0; // the walk begins below it
    pugi::xml_node(root).traverse(counting);
    bytes += file.bytes().size();
    partners += counting.partners;
    texts += counting.texts;
    const std::uint64_t mebibytes = (bytes + limits::mebibyte - 1) / limits::mebibyte;
    const auto check = [&](Limit limit, std::uint64_t found) {
        if (!beyond && found > limits[limit]) {
            beyond = true;
            findings.add(limits.beyond(limit, file.whole(), "the corpus, up to this file", found));
        }
    };
    check(Limit::corpus, mebibytes);
    check(Limit::partners, partners);
    check(Limit::texts, texts);
    return !beyond;
}

} // namespace rapporteur::corpus
