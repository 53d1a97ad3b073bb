#include "xml/source_file.hpp"

#include <algorithm>

namespace rapporteur::xml {

SourceFile::SourceFile(std::string name, std::string bytes)
    : file(std::make_shared<const std::string>(std::move(name))), text(std::move(bytes)), lines{0} {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        lines.push_back(at + 1);
    }
}

Place SourceFile::at(std::size_t offset) const {
    const auto next = std::upper_bound(lines.begin(), lines.end(), offset);
    const auto line = static_cast<std::size_t>(next - lines.begin());
    const std::size_t column = offset - lines[line - 1] + 1;
    return Place{file, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

std::size_t SourceFile::offset_of(std::size_t line, std::size_t column) const {
    const std::size_t which = std::min(std::max<std::size_t>(line, 1), lines.size()) - 1;
    return std::min(lines[which] + (column > 0 ? column - 1 : 0), text.size());
}

} // namespace rapporteur::xml
