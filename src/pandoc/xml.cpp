#include "pandoc/xml.hpp"

#include <sstream>

namespace rapporteur::pandoc {

bool parse(pugi::xml_document& document, const std::string& bytes) {
    constexpr unsigned keep_all = pugi::parse_full | pugi::parse_ws_pcdata;
    return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size(), keep_all));
}

std::string print(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

} // namespace rapporteur::pandoc
