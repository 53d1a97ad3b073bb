#include "support/xml_escape.hpp"

namespace rapporteur {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        switch (byte) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out.push_back(byte);
        }
    }
    return out;
}

} // namespace rapporteur
