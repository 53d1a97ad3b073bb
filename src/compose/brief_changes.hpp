#pragma once

// What a brief tells of the time since an earlier corpus: a mark in words beside what is new or says otherwise, the
// line that explains it, and one on what fell away.

#include "compose/composer.hpp"

namespace rapporteur::compose {

class BriefChanges {
public:
    // The changes of the brief's partner alone; both have to last as long as this.
    BriefChanges(const changes::Changes& since, const wording::Words& with);

    // Those that a passage may say, to compose with.
    const FactIndex& facts() const { return index; }
    bool has_gone() const { return !gone.empty(); }

    // Puts the marks and the lines into a brief that is composed.
    void tell(Composer& composer, const corpus::Partner& partner, bool with_gone) const;

private:
    const changes::Changes& changes;
    const wording::Words& words;
    std::vector<const changes::Change*> marked; // by the number of their facts
    std::vector<const changes::Change*> gone;
    FactIndex index;
};

} // namespace rapporteur::compose
