#include "xml/markup.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur::xml {

bool starts(std::string_view text, std::size_t at, std::string_view with) {
    return text.compare(at, with.size(), with) == 0;
}

std::size_t end_of_markup(std::string_view text, std::size_t at) {
    for (const auto& [opening, closing] :
         {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}}) {
        if (starts(text, at, opening)) {
            const std::size_t end = text.find(closing, at + opening.size());
            return end == std::string_view::npos ? end : end + closing.size();
        }
    }
    for (std::size_t next = at; next < text.size(); ++next) {
        const char character = text[next];
        if (character == '>') {
            return next + 1;
        }
        if (character == '"' || character == '\'') {
            next = std::min(text.find(character, next + 1), text.size());
        }
    }
    return std::string_view::npos;
}

} // namespace rapporteur::xml
