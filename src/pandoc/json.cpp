#include "pandoc/json.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

void Json::string(std::string_view text) {
    separate();
    out.push_back('"');
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') {
            out.push_back('\\');
            out.push_back(byte);
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
        } else {
            out.push_back(byte);
        }
    }
    out.push_back('"');
}

} // namespace rapporteur::pandoc
