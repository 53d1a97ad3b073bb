#pragma once

// Running heads: a title on one line above the text. One that is wider than the text is cut where a line may break and
// ends in an ellipsis; the whole stands on the cover or at its heading.

#include "typeset/compositor.hpp"

#include <map>
#include <string>

namespace rapporteur::typeset {

class RunningHeads {
public:
    explicit RunningHeads(Compositor& with) : compositor(with) {}

    // `text` from the left end of a line, no wider than the text's measure.
    Result<SetLabel> set(const std::string& text);

private:
    Result<SetLabel> set_whole(const std::string& text);
    Result<std::string> shortened(const std::string& text);
    Result<bool> fits(const std::string& text);

    Compositor& compositor;
    std::map<std::string, std::string> shown; // by the whole title: every second page has the same
};

} // namespace rapporteur::typeset
