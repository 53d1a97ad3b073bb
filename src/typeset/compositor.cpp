#include "typeset/compositor.hpp"

#include "document/digits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

constexpr double line_break_penalty = 30;      // a page break within a paragraph
constexpr double hyphen_at_foot_penalty = 400; // whose last line ends in a divided word
constexpr double note_indent_ems = 1.6;

} // namespace

Compositor::Compositor(const document::Document& source, const style::Style& looks_like, TypeCase& all_type,
                       Structure& tree)
    : document(source), style(looks_like), type(all_type), structure(tree), passages(tree, source),
      note_measure(measure()) {}

double Compositor::baseline_of(style::TextStyleName name) const {
    const style::TextStyle& text = style[name];
    constexpr double ascent = 0.78; // of the size: what stands above the baseline in a text face
    return (text.leading - text.size) / 2 + ascent * text.size;
}

void Compositor::add_line(Slab& slab, SetLine&& line, const Passage& passage, const Slot& slot, double baseline) const {
    for (LineRun& run : line.runs) {
        run.run.origin.x += slot.left;
        run.run.origin.y += baseline;
        slab.items.push_back({run.element, ArtifactKind::none, std::move(run.run)});
    }
    for (const LineLink& area : line.links) {
        const PassageLink& link = passage.links[area.link];
        LinkArea sensitive;
        sensitive.origin = {slot.left + area.from, 0};
        sensitive.width = static_cast<float>(area.to - area.from);
        sensitive.height = static_cast<float>(slab.height);
        sensitive.target = link.target;
        sensitive.description = link.description;
        sensitive.element = link.element;
        slab.links.push_back(std::move(sensitive));
    }
}

Result<std::vector<Slab>> Compositor::set_text(const Passage& passage, const TextBlock& block, const Slot& slot) {
    const Result<Segmented> segmented = type.setter.cut(passage);
    if (!segmented) {
        return tl::unexpected(segmented.error());
    }
    return set_text(passage, *segmented, block, slot);
}

Result<std::vector<Slab>> Compositor::set_text(const Passage& passage, const Segmented& segmented,
                                               const TextBlock& block, const Slot& slot) {
    const style::TextStyle& text = style[block.style];
    Measure lines_within;
    lines_within.width = slot.width;
    lines_within.first_indent = block.first_indent;
    lines_within.setting = text.setting;
    lines_within.flush_right = block.flush_right;
    lines_within.hyphenate = text.hyphenate;
    lines_within.letter_flex = text.flex / 1000;
    lines_within.detail = detail;
    Result<std::vector<SetLine>> set = type.setter.set(passage, segmented, lines_within);
    if (!set) {
        return tl::unexpected(set.error());
    }
    std::vector<SetLine>& lines = *set;
    std::vector<Slab> slabs;
    slabs.reserve(lines.size());
    const std::size_t count = lines.size();
    for (std::size_t at = 0; at < count; ++at) {
        SetLine& line = lines[at];
        Slab slab;
        slab.height = text.leading;
        slab.on_grid = block.on_grid;
        const bool orphan_or_widow = at == 1 || at + 1 == count;
        if (at > 0) {
            slab.penalty = lines[at - 1].hyphenated ? hyphen_at_foot_penalty : line_break_penalty;
        }
        if (at > 0 && (block.keep_whole || orphan_or_widow)) {
            slab.penalty = never_break;
        }
        for (const NoteCall& call : line.calls) {
            const Slot at_foot{structure[passage.spans.front().element].parent, document.metadata.language, 0,
                               note_measure};
            Result<std::vector<Slab>> note = set_note(call.note, at_foot, passage.spans.front().element);
            if (!note) {
                return tl::unexpected(note.error());
            }
            std::move(note->begin(), note->end(), std::back_inserter(slab.notes));
            slab.anchors.push_back({call_id(call.note), call.reference});
        }
        add_line(slab, std::move(line), passage, slot, baseline_of(block.style));
        slabs.push_back(std::move(slab));
    }
    return slabs;
}

Result<std::vector<Slab>> Compositor::set_note(std::size_t number, const Slot& slot, ElementId caller) {
    const document::Note& note = document.notes[number];
    const std::string language = note.language.empty() ? slot.language : note.language;
    const ElementId element = structure.make(ElementType::note, caller);
    structure.tell(element, note.facts);
    Attributes& attributes = structure.attributes(element);
    attributes.id = note_id(number);
    attributes.language = language == document.metadata.language ? std::string() : language;

    const double indent = note_indent_ems * style[style::TextStyleName::note].size;
    const bool from_right = is_right_to_left(document.metadata.language); // its mark stands at the page's outer start
    const Slot beside_label{element, language, from_right ? 0 : indent, slot.width - indent};
    const Passage text = passages.make(note.text, {style::TextStyleName::note, element, language});
    Result<std::vector<Slab>> slabs = set_text(text, {style::TextStyleName::note, 0, true, false}, beside_label);
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    const ElementId label = structure.make(ElementType::label, element);
    const ElementId back = structure.make(ElementType::link, label);
    const std::string figures = document::in_digits(number + 1, document.labels);
    Result<SetLabel> mark = set_label(figures, style::TextStyleName::note, ArtifactKind::none, back,
                                      {0, baseline_of(style::TextStyleName::note)});
    if (!mark) {
        return tl::unexpected(mark.error());
    }
    if (!slabs->empty()) {
        Slab& first = slabs->front();
        for (GalleyItem& item : mark->items) {
            move_by(item.item, from_right ? slot.width - mark->width : 0, 0);
        }
        first.items.insert(first.items.begin(), std::make_move_iterator(mark->items.begin()),
                           std::make_move_iterator(mark->items.end()));
        first.anchors.push_back({note_id(number), element});
        LinkArea area;
        area.origin.x = from_right ? slot.width - indent : 0;
        area.width = static_cast<float>(indent);
        area.height = static_cast<float>(first.height);
        area.target = "#" + call_id(number);
        area.description = fmt::format("{} {}", document.labels.back_to_text, figures);
        area.element = back;
        first.links.push_back(std::move(area));
        slabs->back().height += style[style::TextStyleName::note].after;
    }
    return slabs;
}

void Compositor::add_block(Galley& galley, std::vector<Slab> slabs, style::TextStyleName name) const {
    galley.space(style[name].before);
    for (Slab& slab : slabs) {
        galley.add(std::move(slab));
    }
    galley.space(style[name].after);
}

Result<SetLabel> Compositor::set_label(const std::string& text, style::TextStyleName name, ArtifactKind kind,
                                       ElementId element, Point at) {
    if (detail == Detail::breaks) {
        return SetLabel();
    }
    const Passage passage = PassageMaker::plain(text, {name, element, document.metadata.language});
    constexpr double endless_measure = 1e6;
    Result<std::vector<SetLine>> lines =
        type.setter.set(passage, {endless_measure, 0, style::Setting::ragged, false, 0});
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    SetLabel label;
    for (SetLine& line : *lines) {
        label.width = std::max(label.width, line.width);
        for (LineRun& run : line.runs) {
            const double shift = passage.right_to_left ? line.width - endless_measure : 0;
            run.run.origin.x += at.x + shift;
            run.run.origin.y += at.y;
            label.items.push_back({element, kind, std::move(run.run)});
        }
    }
    return label;
}

} // namespace rapporteur::typeset
