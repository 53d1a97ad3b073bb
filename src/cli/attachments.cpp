#include "cli/attachments.hpp"

#include "archive/archive.hpp"
#include "cli/pictures.hpp"
#include "cli/tools.hpp"
#include "support/files.hpp"

#include <fmt/format.h>
#include <set>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// Attachments lie in one folder, without folders in it: programs that save them refuse names that lead elsewhere. The
// description tells where each belongs.
class AttachmentList {
public:
    explicit AttachmentList(const wording::Words& with) : words(with) {}

    // `path` is where it belongs, `description` the word that tells what it is.
    void add(const fs::path& path, pdf::Relationship relationship, std::string_view description,
             std::function<Result<std::string>()> read, const char* media_type = "application/xml") {
        pdf::Attachment attachment;
        attachment.name = name_for(path);
        attachment.media_type = media_type;
        attachment.relationship = relationship;
        attachment.description = words.fill(description, {{"file", path.generic_string()}});
        attachment.read = std::move(read);
        all.push_back(std::move(attachment));
    }

    void add_file(const fs::path& path, const fs::path& file, pdf::Relationship relationship,
                  std::string_view description) {
        add(path, relationship, description, [file] { return read_file(file); });
    }

    std::vector<pdf::Attachment> take() { return std::move(all); }

private:
    // Its own name, or where that is taken, one that tells its folder or its number too.
    std::string name_for(const fs::path& path) {
        std::string name = path.filename().string();
        if (names.count(name) > 0 && path.has_parent_path()) {
            name = fmt::format("{}-{}", path.parent_path().filename().string(), name);
        }
        std::string numbered = name;
        for (int number = 2; !names.insert(numbered).second; ++number) {
            numbered = fmt::format("{}-{}", number, name);
        }
        return numbered;
    }

    const wording::Words& words;
    std::vector<pdf::Attachment> all;
    std::set<std::string> names;
};

const char* media_type_of(const document::Raster& picture) {
    if (!picture.vectors.empty()) {
        return "image/svg+xml";
    }
    return picture.coding == document::Raster::Coding::jpeg ? "image/jpeg" : "image/png";
}

// How to make this one file again of what travels in it. Its fonts aren't known before it is set.
Result<std::string> recipe(const document::Metadata& report, const std::string& corpus_file, bool has_drawn_pictures,
                           const BuildOptions& options) {
    const std::vector<std::string> languages = {report.language};
    Made made;
    made.has_drawn_pictures = has_drawn_pictures;
    Result<archive::Recipe> recipe = tools_of(made, languages);
    if (!recipe) {
        return tl::unexpected(recipe.error());
    }
    recipe->corpus = "data/sources/corpus/" + corpus_file;
    recipe->date = report.date;
    recipe->digest = report.corpus_digest;
    recipe->since = options.since.empty() ? "" : "data/earlier/corpus.xml"; // which doesn't travel
    tell_options(options, *recipe);
    recipe->formats = {"pdf"};
    recipe->languages = languages;
    recipe->outputs = {fmt::format("data/output/{}.pdf", report.file_stem)};
    return archive::to_json(*recipe);
}

} // namespace

std::vector<pdf::Attachment> attachments(const document::Metadata& report, const std::vector<corpus::File>& sources,
                                         const compose::Pictures& pictures, const BuildOptions& options,
                                         const Resources& resources, const wording::Words& words) {
    AttachmentList list(words);
    const fs::path folder = sources.front().path.parent_path();
    for (const corpus::File& file : sources) {
        list.add(file.path.lexically_relative(folder), pdf::Relationship::source, "attached-source",
                 [bytes = file.bytes]() -> Result<std::string> { return *bytes; });
    }
    for (const auto& [path, picture] : pictures) {
        list.add(
            path, pdf::Relationship::source, "attached-source", [file = picture.source] { return read_file(file); },
            media_type_of(picture));
    }
    for (const char* schema : {"corpus.xsd", "xinclude.xsd", "xml.xsd", "style.xsd", "words.xsd"}) {
        list.add_file(fs::path("schema") / schema, resources.travelling() / schema, pdf::Relationship::schema,
                      "attached-schema");
    }
    const std::string style_file = options.style + ".xml";
    list.add_file(fs::path("styles") / style_file, resources.styles / style_file, pdf::Relationship::supplement,
                  "attached-style");
    const fs::path words_file = fs::path("words") / (words.language() + ".xml");
    list.add_file("styles" / words_file, resources.styles / words_file, pdf::Relationship::supplement,
                  "attached-words");
    const std::string corpus_file = sources.front().path.filename().string();
    list.add(
        fs::path(archive::recipe_file).filename(), pdf::Relationship::supplement, "attached-recipe",
        [report, corpus_file, drawn = has_drawn(pictures), options] {
            return recipe(report, corpus_file, drawn, options);
        },
        "application/json");
    return list.take();
}

} // namespace rapporteur::cli
