#include "typeset/scripts.hpp"

#include "typeset/characters.hpp"

#include <algorithm>
#include <hb-icu.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rapporteur::typeset {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool is_ascii_letter(char32_t character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

hb_script_t script_of(char32_t character) {
    if (character < 0x80) { // most characters; asking ICU for each is dear
        return is_ascii_letter(character) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(character), &status);
    const bool takes_any = script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    return takes_any ? HB_SCRIPT_COMMON : hb_icu_script_to_script(script);
}

bool is_alphabet_of_styles(hb_script_t script) {
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

bool is_mark(char32_t character) {
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0;
}

std::uint32_t end_of_marks(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end && static_cast<unsigned char>(text[at]) >= 0xCC) { // no mark lies below U+0300
        std::uint32_t next = at;
        if (!is_mark(next_character(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

} // namespace rapporteur::typeset
