#pragma once

// The tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), of content streams and character maps.

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::withheld {

struct PdfToken {
    enum class Kind : std::uint8_t {
        end,
        word,
        name,
        string,
        open_array,
        close_array,
        open_dictionary,
        close_dictionary
    };
    Kind kind = Kind::end;
    std::string text; // a word's or name's letters, a string's bytes; numbers are words
};

class PdfLexer {
public:
    explicit PdfLexer(std::string_view all) : bytes(all) {}
    PdfToken next();

private:
    void skip_space();
    PdfToken literal_string();
    PdfToken hexadecimal_string();
    char escaped();
    std::string regular();

    std::string_view bytes;
    std::size_t at = 0;
};

} // namespace rapporteur::withheld
