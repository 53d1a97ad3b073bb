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
            OutlineEntry entry{heading->level, {}, heading->id, heading->language};
            for (const document::Inline& item : heading->text) {
                if (const auto* text = std::get_if<document::Text>(&item)) {
                    entry.title += text->text;
                }
            }
            outline.push_back(std::move(entry));
        }
    }
    return outline;
}

} // namespace rapporteur::typeset
