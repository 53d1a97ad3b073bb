#include "pandoc/epub_package.hpp"

#include "pandoc/epub_parts.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>
#include <functional>

namespace rapporteur::pandoc {

namespace {

constexpr std::string_view folder = "EPUB/";

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

void note_places(const pugi::xml_document& tree, const std::string& file, EpubPlaces& places) {
    for (const pugi::xml_node& element : elements_below(tree)) {
        if (const pugi::xml_attribute id = element.attribute("id")) {
            places.emplace(id.value(), file + "#" + id.value());
        }
    }
}

Result<void> edit(PackagePart& part, const std::function<void(pugi::xml_document&)>& change) {
    pugi::xml_document tree;
    if (!parse(tree, part.bytes)) {
        return surroundings_failed("pandoc", "the EPUB that it made holds " + part.name + ", which isn't well-formed");
    }
    change(tree);
    part.bytes = print(tree);
    return {};
}

Result<void> edit(Package& package, const std::string& name, const std::function<void(pugi::xml_document&)>& change) {
    PackagePart* part = package.find(name);
    return part != nullptr ? edit(*part, change) : surroundings_failed("pandoc", "the EPUB that it made lacks " + name);
}

// Every document of the book but the navigation, and where their ids are.
Result<EpubPlaces> finish_documents(Package& package, const document::Document& document,
                                    const Companions& companions) {
    EpubPlaces places;
    for (PackagePart& part : package.parts) {
        if (!ends_with(part.name, ".xhtml") || ends_with(part.name, "nav.xhtml")) {
            continue;
        }
        const std::string file = part.name.substr(folder.size());
        const Result<void> done = edit(part, [&](pugi::xml_document& tree) {
            if (file == epub_cover) {
                finish_cover(tree, document, companions);
            } else if (file == epub_title_page) {
                finish_title_page(tree, document, companions);
            } else {
                finish_chapter(tree, document);
            }
            note_places(tree, file, places);
        });
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    return places;
}

// EPUB OCF 3.3, 4.3.3: the first entry, and not compressed, which the package's writer knows by its name.
Result<void> put_mimetype_first(Package& package) {
    const auto mimetype = std::find_if(package.parts.begin(), package.parts.end(),
                                       [](const PackagePart& part) { return part.name == "mimetype"; });
    if (mimetype == package.parts.end()) {
        return surroundings_failed("pandoc", "the EPUB that it made lacks its mimetype");
    }
    mimetype->bytes = "application/epub+zip";
    std::rotate(package.parts.begin(), mimetype, mimetype + 1);
    return {};
}

} // namespace

Result<void> finish_epub(Package& package, const document::Document& document, const Companions& companions) {
    Result<void> done;
    if (!document.imprint.empty()) {
        done = move_imprint_to_title_page(package);
    }
    if (!done) {
        return done;
    }
    const Result<EpubPlaces> places = finish_documents(package, document, companions);
    if (!places) {
        return tl::unexpected(places.error());
    }
    done = edit(package, "EPUB/nav.xhtml",
                [&](pugi::xml_document& tree) { finish_navigation(tree, document, companions, *places); });
    done = done ? edit(package, "EPUB/content.opf",
                       [&](pugi::xml_document& tree) { finish_package_document(tree, document, companions); })
                : done;
    return done ? put_mimetype_first(package) : done;
}

} // namespace rapporteur::pandoc
