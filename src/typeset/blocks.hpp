#pragma once

// Sets each kind of block into a galley. Running text, headings and lists are in blocks.cpp; the rest have files of
// their own.

#include "typeset/compositor.hpp"

#include <unordered_map>

namespace rapporteur::typeset {

// Where a part's blocks go.
struct Flow {
    Galley& galley;
    ElementId section = 0;
    std::string language;
};

// The pages on which destinations were put so far: printed page numbers by id.
using PageNumbers = std::unordered_map<std::string, std::uint32_t>;

Result<void> set_heading(Compositor& compositor, const document::Heading& heading, const Flow& flow);
// A paragraph after another of running text is indented.
enum class Follows : std::uint8_t { other, running_text };
Result<void> set_paragraph(Compositor& compositor, const document::Paragraph& paragraph, Follows follows,
                           const Flow& flow);
Result<void> set_list(Compositor& compositor, const document::List& list, const Flow& flow);
Result<void> set_table(Compositor& compositor, const document::Table& table, const Flow& flow);
Result<void> set_figure(Compositor& compositor, const document::Figure& figure, const Flow& flow);
Result<void> set_picture(Compositor& compositor, const document::Picture& picture, const Flow& flow);
Result<void> set_index(Compositor& compositor, const document::Index& index, const PageNumbers& pages,
                       const Flow& flow);

// A block of its own caption style, `measure` points wide: "Table. …".
Result<void> set_caption(Compositor& compositor, const document::Inlines& caption, double measure, ElementId parent,
                         const Flow& flow);

} // namespace rapporteur::typeset
