#include "style/reading.hpp"

#include <sstream>

namespace rapporteur::style {

namespace {

Setting setting_of(std::string_view name) {
    if (name == "justified") {
        return Setting::justified;
    }
    return name == "centred" ? Setting::centred : Setting::ragged;
}

} // namespace

Places::Places(const std::string& text, const std::filesystem::path& path)
    : bytes(text), file(place_in(path.string()).file) {}

Place Places::of(const pugi::xml_node& node) const {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug() - 1, 0));
    const auto upto = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
    const auto line = std::count(bytes.begin(), upto, '\n') + 1;
    const std::size_t start = offset == 0 ? std::string::npos : bytes.rfind('\n', offset - 1);
    const std::size_t column = start == std::string::npos ? offset + 1 : offset - start;
    return Place{file, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

Diagnostic fault(Place place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.place = std::move(place);
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(std::move(word));
    }
    return words;
}

TextStyle text_style_of(const pugi::xml_node& node) {
    TextStyle text;
    text.family = node.attribute("family").value();
    text.weight = node.attribute("weight").as_int(400);
    text.italic = node.attribute("italic").as_bool();
    text.size = node.attribute("size").as_double();
    text.least = node.attribute("least").as_double();
    text.leading = node.attribute("leading").as_double();
    text.before = node.attribute("before").as_double();
    text.after = node.attribute("after").as_double();
    text.indent = node.attribute("indent").as_double();
    text.tracking = node.attribute("tracking").as_double();
    text.setting = setting_of(node.attribute("setting").value());
    text.hyphenate = node.attribute("hyphenate").as_bool();
    text.flex = node.attribute("flex").as_double();
    text.ink = static_cast<Ink>(position_of(ink_names, node.attribute("ink").as_string("text")));
    text.features = words_of(node.attribute("features").value());
    return text;
}

} // namespace rapporteur::style
