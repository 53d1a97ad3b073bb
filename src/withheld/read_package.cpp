#include "withheld/read_package.hpp"

#include "support/package.hpp"
#include "withheld/read_markup.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::withheld {

namespace {

constexpr std::array<std::string_view, 9> xml_endings = {".xml", ".xhtml", ".opf", ".ncx", ".rels",
                                                         ".svg", ".xmp",   ".rdf", ".smil"};

bool ends_in(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

} // namespace

Result<std::vector<Reading>> read_part(const std::string& name, std::string_view bytes) {
    if (std::any_of(xml_endings.begin(), xml_endings.end(),
                    [&](std::string_view ending) { return ends_in(name, ending); })) {
        return read_xml(bytes, name);
    }
    if (ends_in(name, ".html")) {
        return read_html(bytes, name);
    }
    return std::vector<Reading>{{std::string(bytes), name, Reading::Kind::technical}};
}

Result<std::vector<Reading>> read_package_parts(std::string_view bytes, const std::string& name) {
    const Result<Package> package = read_package(bytes, name);
    if (!package) {
        return tl::unexpected(package.error());
    }
    std::vector<Reading> all;
    Reading names;
    names.where = "a part's name";
    names.kind = Reading::Kind::technical;
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
