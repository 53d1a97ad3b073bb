#include "typeset/too_deep.hpp"

#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

using document::Block;

// Names by kind; each with the words by which it is found.
struct Namer {
    std::string operator()(const document::Heading& heading) const { return named("the heading", heading.text); }
    std::string operator()(const document::Paragraph&) const { return "a paragraph"; }
    std::string operator()(const document::List&) const { return "a list"; }
    std::string operator()(const document::Table& table) const { return named("the table", table.caption); }
    std::string operator()(const document::Figure& figure) const { return named("the drawing", figure.caption); }
    std::string operator()(const document::Picture& picture) const { return named("the picture", picture.caption); }
    std::string operator()(const document::Contents&) const { return "the contents"; }
    std::string operator()(const document::Index&) const { return "the index"; }

private:
    static std::string named(std::string kind, const document::Inlines& words) {
        const std::string name = words_of(words);
        return name.empty() ? kind : fmt::format("{} “{}”", kind, name);
    }
};

// By its first words, where it isn't known what it is.
std::string name_of(const Slab& slab) {
    constexpr std::size_t enough = 60; // bytes
    std::string words;
    for (const GalleyItem& item : slab.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.item); run != nullptr && words.size() < enough) {
            words += (words.empty() ? "" : " ") + run->text;
        }
    }
    return words.empty() ? "a block" : fmt::format("what begins with “{}”", words);
}

std::string name_of(const Slab& slab, const document::Document& document, const std::optional<PageStart>& start) {
    if (!start || start->leaf != Leaf::text) {
        return name_of(slab);
    }
    const document::Part& part = document.parts[start->part];
    std::string name = std::visit(Namer(), part.blocks[start->block]);
    for (std::size_t at = start->block + 1; at-- > 0;) {
        const auto* heading = std::get_if<document::Heading>(&part.blocks[at]);
        if (heading != nullptr && at != start->block) {
            return fmt::format("{} in “{}”", name, words_of(heading->text));
        }
    }
    return name;
}

} // namespace

std::optional<Diagnostic> too_deep(const Slab& slab, const PageRules& rules, const document::Document& document,
                                   const std::optional<PageStart>& start) {
    PageColumn alone(slab, rules);
    alone.place(slab);
    constexpr double hair = 0.01; // points
    if (alone.left() >= -hair) {
        return std::nullopt;
    }
    Diagnostic fault;
    fault.message = fmt::format("{} needs {:.0f} points of a page's depth, and a page of this style has {:.0f}",
                                name_of(slab, document, start), rules.depth - alone.left(), rules.depth);
    fault.hint = "make it shorter, or choose a style or paper with deeper pages";
    return fault;
}

} // namespace rapporteur::typeset
