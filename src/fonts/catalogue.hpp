#pragma once

// The fonts that are installed, as fontconfig lists them: files with outlines that a PDF can take (no web or bitmap
// fonts), in an order that doesn't depend on the machine.

#include "fonts/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <string>
#include <vector>

namespace rapporteur::fonts {

struct Listing {
    std::vector<std::string> families; // all the names it goes by
    std::string path;
    unsigned index = 0;
    int weight = 400; // CSS weight
    bool italic = false;
    FcCharSet* characters = nullptr; // owned by the catalogue's font set
};

class Catalogue {
public:
    Catalogue();
    ~Catalogue();
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    // The listing of the family that comes nearest in slope, then weight; null where the family isn't installed.
    const Listing* nearest(const FaceQuery& query) const;

    // Every listing that has a glyph for the character.
    std::vector<const Listing*> having(char32_t character) const;

private:
    FcConfig* configuration = nullptr;
    FcFontSet* fonts = nullptr;
    std::vector<Listing> listings;
};

} // namespace rapporteur::fonts
