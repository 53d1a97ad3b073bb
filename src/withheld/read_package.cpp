#include "withheld/read_package.hpp"

#include "support/package.hpp"
#include "withheld/read_markup.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::withheld {

namespace {

constexpr std::array<std::string_view, 9> xml_endings = {".xml", ".xhtml", ".opf", ".ncx", ".rels",
                                                         ".svg", ".xmp",   ".rdf", ".smil"};

// How pictures and fonts begin; all else that isn't XML is text.
constexpr std::array<std::string_view, 8> binary_beginnings = {
    "\x89PNG", "\xFF\xD8\xFF", "GIF8", "wOFF", "wOF2", "OTTO", std::string_view("\0\1\0\0", 4), "true"};

bool is_binary(std::string_view bytes) {
    return std::any_of(binary_beginnings.begin(), binary_beginnings.end(),
                       [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

// Properties, which speak to programs and to readers.
bool is_data(std::string_view name) {
    return name.ends_with(".opf") || name.ends_with(".xmp") || name.starts_with("docProps/");
}

bool ends_in(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

} // namespace

Reading binary(std::string_view bytes, const std::string& where) {
    Reading reading{{}, where, Reading::Kind::binary};
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(reading.text), [](char byte) { return byte != '\0'; });
    return reading;
}

Result<std::vector<Reading>> read_part(const std::string& name, std::string_view bytes) {
    if (std::any_of(xml_endings.begin(), xml_endings.end(),
                    [&](std::string_view ending) { return ends_in(name, ending); })) {
        return read_xml(bytes, name, is_data(name) ? Markup::data : Markup::format);
    }
    if (ends_in(name, ".html")) {
        return read_html(bytes, name);
    }
    if (is_binary(bytes)) {
        return std::vector<Reading>{binary(bytes, name)};
    }
    return std::vector<Reading>{{std::string(bytes), name, Reading::Kind::vocabulary}};
}

Result<std::vector<Reading>> read_package_parts(std::string_view bytes, const std::string& name) {
    const Result<Package> package = read_package(bytes, name);
    if (!package) {
        return tl::unexpected(package.error());
    }
    std::vector<Reading> all;
    Reading names;
    names.where = "a part's name";
    names.kind = Reading::Kind::vocabulary;
    for (const PackagePart& part : package->parts) {
        names.text += part.name + "\n";
        Result<std::vector<Reading>> readings = read_part(part.name, part.bytes);
        if (!readings) {
            return readings;
        }
        std::move(readings->begin(), readings->end(), std::back_inserter(all));
    }
    all.push_back(std::move(names));
    return all;
}

} // namespace rapporteur::withheld
