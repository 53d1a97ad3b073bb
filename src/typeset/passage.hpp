#pragma once

// A block's inlines laid end to end: one string, and spans that say how each stretch of it looks and what it is part
// of.

#include "document/document.hpp"
#include "support/plain_text.hpp"
#include "typeset/looks.hpp"
#include "typeset/structure.hpp"

#include <string>
#include <vector>

namespace rapporteur::typeset {

constexpr std::uint32_t no_link = UINT32_MAX;

struct PassageSpan {
    std::uint32_t begin = 0; // bytes in Passage::text
    std::uint32_t end = 0;
    LookId look = 0;
    ElementId element = 0;
    std::string language;
    std::uint32_t link = no_link; // index into Passage::links
};

struct PassageLink {
    std::string target; // "#id" or a URI
    std::string description;
    ElementId element = 0;
};

struct NoteCall {
    std::uint32_t at = 0; // byte in the text where its mark begins
    std::size_t note = 0;
    ElementId reference = 0; // the element around its mark
};

// A mark for breaking lines that the author set: it stands before byte `at` of the text, which is without it.
struct SetMark {
    std::uint32_t at = 0;
    BreakMarkKind kind = BreakMarkKind::hyphen;
};

struct Passage {
    std::string text;
    std::vector<SetMark> marks;     // in order
    std::vector<PassageSpan> spans; // in order, without gaps
    std::vector<PassageLink> links;
    std::vector<NoteCall> calls;
    std::string language;
    style::TextStyleName style = style::TextStyleName::body;
    bool right_to_left = false;
};

// What a passage is made in.
struct Surroundings {
    style::TextStyleName style = style::TextStyleName::body;
    ElementId element = 0; // the block's
    std::string language;  // in force around the block
};

class PassageMaker {
public:
    PassageMaker(Structure& structure, const document::Document& document);

    Passage make(const document::Inlines& inlines, const Surroundings& around);

    // A passage of one plain span, such as a label or a page number.
    static Passage plain(const std::string& text, const Surroundings& around);

private:
    void add_text(Passage& passage, const document::Text& text, const Surroundings& around);
    void add_call(Passage& passage, std::size_t note, const Surroundings& around);

    Structure& structure;
    const document::Document& document;
    std::vector<bool> called; // notes whose first call has been set: only that one has a destination
};

bool is_right_to_left(const std::string& language);

// The ids of a note and of its first call, as destinations.
std::string note_id(std::size_t note);
std::string call_id(std::size_t note);

} // namespace rapporteur::typeset
