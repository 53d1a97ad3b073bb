#pragma once

// Where lines may break in a text (Unicode UAX #14), found by ICU. ICU is dear, so it isn't asked where the answer is
// plain: after the spaces between two words of Latin letters and figures, in parentheses or not, and at the text's end.

#include <cstdint>
#include <memory>
#include <string>

namespace rapporteur::typeset {

class BreakOpportunities {
public:
    explicit BreakOpportunities(const std::string& language);
    ~BreakOpportunities();

    // The text that is asked about next, which must outlive the asking.
    void set(const std::string& passage);

    // The first opportunity after `from`, which is 0 or one itself; the text's end is the last.
    std::uint32_t after(std::uint32_t from);

private:
    struct Iterator;

    const std::string* text = nullptr;
    std::unique_ptr<Iterator> iterator;
};

} // namespace rapporteur::typeset
