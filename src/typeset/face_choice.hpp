#pragma once

// Which face each letter is set in: the look's own where that is right for it (see ClusterFit), else one that stands
// in.

#include "typeset/cluster_fit.hpp"
#include "typeset/passage.hpp"
#include "typeset/shaper.hpp"

#include <optional>
#include <unordered_map>

namespace rapporteur::typeset {

class FaceChoice {
public:
    FaceChoice(Shaper& shaper, fonts::FontBook& book);

    // For a letter with the marks on it. Fails (surroundings) where no installed font has a character.
    Result<fonts::FaceId> for_cluster(std::string_view cluster, std::uint8_t level, const PassageSpan& span);

    // A run of letters of the alphabets that styles are drawn for: Latin, Greek, Cyrillic. It is set in one face, for a
    // letter of another face in a word's midst is seen.
    struct Word {
        std::uint32_t end = 0;             // byte of the text
        std::optional<fonts::FaceId> face; // nothing where no face has all its letters
        LookId look = 0;                   // an acronym's is the plain one where a letter has no small capital
    };
    // The word that begins at byte `begin` and ends within `text`. Fails (surroundings) where a font can't be read.
    Result<Word> for_word(std::string_view text, std::uint32_t begin, const PassageSpan& span);

private:
    Result<std::optional<fonts::FaceId>> face_for(std::string_view word, const PassageSpan& span);
    Result<std::vector<fonts::FaceId>> stand_ins(fonts::FaceId own);
    LookId look_for(std::string_view word, fonts::FaceId face, const PassageSpan& span);

    Shaper& shaper;
    fonts::FontBook& book;
    ClusterFit fit;
    std::unordered_map<fonts::FaceId, std::vector<fonts::FaceId>> stand_ins_for;
};

} // namespace rapporteur::typeset
