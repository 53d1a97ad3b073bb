#pragma once

// Where the lines of a text may break: UAX #14 as ICU has it, tailored for addresses, short pieces and numbers (see
// support/unbroken.hpp).

#include "support/unbroken.hpp"
#include "typeset/break_opportunities.hpp"

namespace rapporteur::typeset {

enum class SegmentKind : std::uint8_t {
    words,
    address // or part of one: never hyphenated
};

struct LineBreak {
    std::uint32_t at = 0;                  // a byte of the text
    SegmentKind kind = SegmentKind::words; // what stands before it, from the break before
};

class LineBreaks {
public:
    explicit LineBreaks(const std::string& language) : opportunities(language) {}

    // The text that is asked about next, which must outlive the asking.
    void set(const std::string& passage);

    // The first break after `from`, which is 0 or one itself; the text's end is the last.
    LineBreak after(std::uint32_t from);

private:
    BreakOpportunities opportunities;
    const std::string* text = nullptr;
    TextRange address; // the last one that was found
};

} // namespace rapporteur::typeset
