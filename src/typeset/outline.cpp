#include "typeset/outline.hpp"

namespace rapporteur::typeset {

std::vector<OutlineEntry> outline_of(const document::Document& document) {
    std::vector<OutlineEntry> outline;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            const auto* heading = std::get_if<document::Heading>(&block);
            if (heading == nullptr) {
                continue;
            }
            OutlineEntry entry{heading->level, words_of(heading->text), heading->id, heading->language};
            outline.push_back(std::move(entry));
        }
    }
    return outline;
}

} // namespace rapporteur::typeset
