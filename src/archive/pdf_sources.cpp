#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "archive/opening.hpp"
#include "support/file_name.hpp"
#include "support/files.hpp"
#include "xml/xml.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

Diagnostic wrong(const fs::path& pdf, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.place = place_in(pdf.string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

std::string root_of(const std::string& xml, std::string& language) {
    pugi::xml_document document;
    xml::read(document, xml);
    language = document.document_element().attribute("xml:lang").value();
    return document.document_element().name();
}

// The paths of the pictures that files of a corpus name, as they are attached: each once, in the order of their names.
std::set<std::string> pictures_named(const std::string& xml) {
    pugi::xml_document document;
    xml::read(document, xml);
    std::set<std::string> paths;
    for (const pugi::xpath_node& photo : document.select_nodes("//photo[@file]")) {
        paths.insert(photo.node().attribute("file").value());
    }
    return paths;
}

// The paths by which a corpus draws in its partners, in the order of the files that are attached.
std::vector<std::string> included(const std::string& corpus) {
    pugi::xml_document document;
    xml::read(document, corpus);
    std::vector<std::string> paths;
    for (const pugi::xml_node& node : document.document_element().child("partners").children("include")) {
        paths.emplace_back(node.attribute("href").value());
    }
    return paths;
}

// Lays out what travels in a PDF as a bag has it, so that whoever reads a bag can read it.
class Layout {
public:
    Layout(fs::path from, const fs::path& to) : pdf(std::move(from)), folder(to) {}

    // Gives where the corpus lies.
    Result<fs::path> lay(const std::vector<AttachedFile>& files) {
        std::vector<const AttachedFile*> sources;
        for (const AttachedFile& file : files) {
            if (file.relationship == "Source") {
                sources.push_back(&file);
                continue;
            }
            if (const Result<void> written = write(place_of(file), file.bytes); !written) {
                return tl::unexpected(written.error());
            }
        }
        if (sources.empty()) {
            return tl::unexpected(carries_none());
        }
        return lay_corpus(sources);
    }

private:
    // The corpus comes first, then the files that it draws in, then the pictures that these name.
    Result<fs::path> lay_corpus(const std::vector<const AttachedFile*>& sources) {
        std::vector<std::string> paths = {fs::path(sources.front()->name).filename().string()};
        for (std::string& partner : included(sources.front()->bytes)) {
            paths.push_back(std::move(partner));
        }
        std::set<std::string> pictures;
        for (std::size_t at = 0; at < std::min(paths.size(), sources.size()); ++at) {
            pictures.merge(pictures_named(sources[at]->bytes));
        }
        paths.insert(paths.end(), pictures.begin(), pictures.end());
        if (paths.size() != sources.size()) {
            return tl::unexpected(wrong(
                pdf, fmt::format("carries {} files of its corpus, which is made of {}", sources.size(), paths.size())));
        }
        const fs::path corpus_folder = fs::path("data/sources/corpus");
        for (std::size_t at = 0; at < paths.size(); ++at) {
            if (!stays_below(paths[at])) {
                return tl::unexpected(wrong(pdf, fmt::format("its corpus draws in “{}”, outside of it", paths[at])));
            }
            if (Result<void> written = write(corpus_folder / paths[at], sources[at]->bytes); !written) {
                return tl::unexpected(written.error());
            }
        }
        return corpus_folder / paths.front();
    }

    // Whose PDF it is stands in its metadata, which this program writes without compression.
    Diagnostic carries_none() const {
        const Result<std::string> bytes = read_file(pdf);
        const bool is_own = bytes && bytes->find("<xmp:CreatorTool>rapporteur ") != std::string::npos;
        return is_own
                   ? wrong(pdf,
                           "carries no corpus, so it can't be made again: it is a brief, or a report that was made "
                           "with --no-attachments",
                           "verify the archive that holds it; the report's PDF without --no-attachments proves itself")
                   : wrong(pdf, "carries no corpus: rapporteur didn't make this PDF",
                           "a report of rapporteur carries the corpus that it was made from, and can be verified");
    }

    static fs::path place_of(const AttachedFile& file) {
        const fs::path name = fs::path(file.name).filename();
        if (name.extension() == ".xsd") {
            return fs::path("data/schema") / name;
        }
        if (name == "recipe.json") {
            return recipe_file;
        }
        std::string language;
        if (root_of(file.bytes, language) == "words" && stays_below(language)) {
            return fs::path("data/styles/words") / (language + ".xml");
        }
        return fs::path("data/styles") / name;
    }

    Result<void> write(const fs::path& name, const std::string& bytes) const {
        return unpack_file(folder, name, bytes);
    }

    fs::path pdf;
    const fs::path& folder;
};

} // namespace

Result<Bag> open_pdf(const fs::path& path) {
    const Result<std::vector<AttachedFile>> files = attached_files(path);
    if (!files) {
        return tl::unexpected(files.error());
    }
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    const Result<fs::path> corpus = Layout(path, folder->path()).lay(*files);
    if (!corpus) {
        return tl::unexpected(corpus.error());
    }
    Bag bag;
    bag.corpus = *corpus;
    bag.name = path.string();
    bag.folder = folder->path();
    bag.container = BagContainer::pdf;
    bag.unpacked = std::move(*folder);
    return bag;
}

} // namespace rapporteur::archive
