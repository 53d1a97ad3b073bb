#include "fonts/fonts.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rapporteur::fonts {

namespace {

std::string name_of(char32_t character) {
    char name[128] = {};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(character), U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
    return name;
}

const char* package_for(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return "fonts-noto-cjk and fonts-noto-cjk-extra";
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
        return "fonts-symbola";
    default:
        return "fonts-noto-core and fonts-noto-extra";
    }
}

} // namespace

bool needs_no_glyph(char32_t character) {
    const auto point = static_cast<UChar32>(character);
    constexpr UChar32 ogham_space = 0x1680; // a space that shows: a stroke
    return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           (u_charType(point) == U_SPACE_SEPARATOR && point != ogham_space);
}

Diagnostic missing_glyph(char32_t character) {
    const auto point = static_cast<std::uint32_t>(character);
    const int8_t kind = u_charType(static_cast<UChar32>(character));
    const bool never_in_fonts = kind == U_UNASSIGNED || kind == U_PRIVATE_USE_CHAR || kind == U_CONTROL_CHAR;
    Diagnostic diagnostic;
    diagnostic.cause = Cause::surroundings;
    diagnostic.message = fmt::format("no installed font has the character U+{:04X} ({})", point, name_of(character));
    diagnostic.hint = never_in_fonts ? std::string("take it out: it isn't a letter that readers know")
                                     : fmt::format("install {}, or write it in other letters", package_for(character));
    return diagnostic;
}

} // namespace rapporteur::fonts
