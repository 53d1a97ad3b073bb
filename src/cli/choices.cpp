#include "cli/choices.hpp"

#include "cli/making.hpp"
#include "cli/tell.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <system_error>

namespace rapporteur::cli {

corpus::Audience audience_of(const std::string& name) {
    if (name == "donor") {
        return corpus::Audience::donor;
    }
    return name == "internal" ? corpus::Audience::internal : corpus::Audience::everyone;
}

style::Paper paper_of(const std::string& name) {
    if (name == "letter") {
        return style::Paper::letter;
    }
    return name == "a4" ? style::Paper::a4 : style::Paper::as_styled;
}

pdf::Form form_of(const BuildOptions& options) {
    return {options.standard == "pdf-2.0" ? pdf::Standard::pdf_2_0 : pdf::Standard::pdf_1_7, options.compact};
}

pandoc::Format format_of(const std::string& name) {
    if (name == "epub") {
        return pandoc::Format::epub;
    }
    return name == "docx" ? pandoc::Format::docx : pandoc::Format::html;
}

Result<withheld::Free> free_words(const Resources& resources, const style::Style& style,
                                  std::vector<std::string> texts) {
    Result<std::vector<std::filesystem::path>> words = entries_of(resources.styles / "words", ".xml");
    if (!words) {
        return tl::unexpected(words.error());
    }
    withheld::Free free{std::move(*words), {}, std::move(texts)};
    const compose::Options composing = composing_for(style);
    for (const std::vector<std::string>* names : {&composing.tools, &composing.faces}) {
        free.texts.insert(free.texts.end(), names->begin(), names->end());
    }
    free.own = free.files;
    for (const auto& [folder, extension] :
         {std::pair(resources.travelling(), ".xsd"), std::pair(resources.styles, ".xml")}) {
        const Result<std::vector<std::filesystem::path>> files = entries_of(folder, extension);
        if (!files) {
            return tl::unexpected(files.error());
        }
        free.own.insert(free.own.end(), files->begin(), files->end());
    }
    return free;
}

std::vector<std::string> each_once(const std::vector<std::string>& names) {
    std::vector<std::string> once;
    for (const std::string& name : names) {
        if (std::find(once.begin(), once.end(), name) == once.end()) {
            once.push_back(name);
        }
    }
    return once;
}

std::optional<Diagnostic> unknown_partner(const std::vector<std::string>& ids, const corpus::Corpus& corpus) {
    std::set<std::string> known;
    for (const corpus::Partner& partner : corpus.partners) {
        known.insert(partner.id);
    }
    constexpr std::size_t most_listed = 20;
    for (const std::string& id : ids) {
        if (known.count(id) == 0) {
            return misuse(fmt::format("the corpus has no partner “{}”", id),
                          known.size() <= most_listed ? fmt::format("it has: {}", fmt::join(known, ", "))
                                                      : fmt::format("it has {}; name one by its id, such as {}",
                                                                    known.size(), corpus.partners.front().id));
        }
    }
    return std::nullopt;
}

} // namespace rapporteur::cli
