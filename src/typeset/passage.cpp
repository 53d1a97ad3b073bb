#include "typeset/passage.hpp"

#include "document/digits.hpp"

#include <fmt/format.h>
#include <unicode/uloc.h>

namespace rapporteur::typeset {

namespace {

// Appends the text, its marks for breaking lines taken out and kept beside it.
void append_marked(Passage& passage, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const std::optional<BreakMark> mark = break_mark_at(text, at)) {
            passage.text.append(text, begin, at - begin);
            passage.marks.push_back({static_cast<std::uint32_t>(passage.text.size()), mark->kind});
            begin = at + mark->size;
            at = begin - 1;
        }
    }
    passage.text.append(text, begin);
}

// Each area of a link bears its description, and a link has one on every line that it stands on: so it is short,
// however many words are linked.
void describe(PassageLink& link, std::string_view words) {
    constexpr std::size_t longest = 500; // bytes
    if (link.description.size() >= longest) {
        return;
    }
    link.description += words;
    if (link.description.size() >= longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(link.description[end - 1]) & 0xC0U) == 0x80) {
            --end;
        }
        link.description.resize(end - 1);
        link.description += "…";
    }
}

} // namespace

bool is_right_to_left(const std::string& language) {
    return uloc_isRightToLeft(language.c_str()) != 0;
}

std::string note_id(std::size_t note) {
    return fmt::format("note-{}", note + 1);
}

std::string call_id(std::size_t note) {
    return fmt::format("call-{}", note + 1);
}

PassageMaker::PassageMaker(Structure& tree, const document::Document& source)
    : structure(tree), document(source), called(source.notes.size(), false) {}

Passage PassageMaker::make(const document::Inlines& inlines, const Surroundings& around) {
    Passage passage;
    passage.language = around.language;
    passage.style = around.style;
    passage.right_to_left = is_right_to_left(around.language);
    passage.spans.reserve(inlines.size());
    for (const document::Inline& item : inlines) {
        if (const auto* text = std::get_if<document::Text>(&item)) {
            add_text(passage, *text, around);
        } else {
            add_call(passage, std::get<document::NoteReference>(item).note, around);
        }
    }
    return passage;
}

Passage PassageMaker::plain(const std::string& text, const Surroundings& around) {
    Passage passage;
    passage.language = around.language;
    passage.style = around.style;
    passage.right_to_left = is_right_to_left(around.language);
    append_marked(passage, text);
    const LookId look = Looks::id(around.style, Voice::plain);
    passage.spans.push_back(
        {0, static_cast<std::uint32_t>(passage.text.size()), look, around.element, around.language, no_link});
    return passage;
}

void PassageMaker::add_text(Passage& passage, const document::Text& text, const Surroundings& around) {
    PassageSpan span;
    span.begin = static_cast<std::uint32_t>(passage.text.size());
    append_marked(passage, text.text);
    span.end = static_cast<std::uint32_t>(passage.text.size());
    span.look = Looks::id(around.style, voice_of(text.role));
    span.language = text.language.empty() ? around.language : text.language;
    span.element = around.element;
    const PassageSpan* before = passage.spans.empty() ? nullptr : &passage.spans.back();
    if (!text.link.empty()) {
        const bool goes_on =
            before != nullptr && before->link != no_link && passage.links[before->link].target == text.link;
        if (!goes_on) {
            passage.links.push_back({text.link, {}, structure.make(ElementType::link, around.element)});
        }
        span.link = static_cast<std::uint32_t>(passage.links.size() - 1);
        describe(passage.links.back(), std::string_view(passage.text).substr(span.begin));
        span.element = passage.links.back().element;
    }
    if (span.language != around.language) {
        const bool goes_on = before != nullptr && before->language == span.language && before->link == span.link;
        span.element = goes_on ? before->element : structure.make(ElementType::span, span.element);
        structure.attributes(span.element).language = span.language;
    }
    passage.spans.push_back(std::move(span));
}

void PassageMaker::add_call(Passage& passage, std::size_t note, const Surroundings& around) {
    const LookId mark = Looks::id(around.style, Voice::note_mark);
    if (!passage.spans.empty() && passage.spans.back().look == mark) { // two marks must not read as one number
        PassageSpan comma;
        comma.begin = static_cast<std::uint32_t>(passage.text.size());
        comma.end = comma.begin + 1;
        comma.look = mark;
        comma.language = around.language;
        comma.element = around.element;
        passage.text += ',';
        passage.spans.push_back(std::move(comma));
    }
    if (document::ends_in_digit(passage.text) && passage.spans.back().look != mark) {
        document::Text gap;
        gap.text = document::gap_before_note;
        add_text(passage, gap, around);
    }
    const ElementId reference = structure.make(ElementType::reference, around.element);
    const std::string number = document::in_digits(note + 1, document.labels);
    PassageSpan span;
    span.begin = static_cast<std::uint32_t>(passage.text.size());
    span.end = static_cast<std::uint32_t>(span.begin + number.size());
    span.look = mark;
    span.language = around.language;
    span.element = structure.make(ElementType::link, reference);
    span.link = static_cast<std::uint32_t>(passage.links.size());
    passage.links.push_back({"#" + note_id(note), fmt::format("{} {}", document.labels.note, number), span.element});
    if (!called[note]) {
        called[note] = true;
        passage.calls.push_back({span.begin, note, reference});
    }
    passage.text += number;
    passage.spans.push_back(std::move(span));
}

} // namespace rapporteur::typeset
