#include "pandoc/json.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

void Json::string(std::string_view text) {
    separate();
    out.push_back('"');
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte != '"' && byte != '\\' && byte >= 0x20) {
            continue;
        }
        out.append(text, copied, at - copied);
        copied = at + 1;
        out += byte < 0x20 ? fmt::format("\\u{:04x}", byte) : std::string{'\\', text[at]};
    }
    out.append(text, copied);
    out.push_back('"');
}

} // namespace rapporteur::pandoc
