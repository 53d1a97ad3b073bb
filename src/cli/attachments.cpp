#include "cli/attachments.hpp"

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
             std::function<Result<std::string>()> read) {
        pdf::Attachment attachment;
        attachment.name = name_for(path);
        attachment.media_type = "application/xml";
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

} // namespace

std::vector<pdf::Attachment> attachments(const std::shared_ptr<const edition::OwnFiles>& sources,
                                         const Resources& resources, const std::string& style,
                                         const wording::Words& words) {
    AttachmentList list(words);
    const fs::path folder = sources->paths().front().parent_path();
    for (const fs::path& file : sources->paths()) {
        list.add(file.lexically_relative(folder), pdf::Relationship::source, "attached-source",
                 [sources, file] { return sources->read(file); });
    }
    for (const char* schema : {"corpus.xsd", "xinclude.xsd", "xml.xsd", "style.xsd", "words.xsd"}) {
        list.add_file(fs::path("schema") / schema, resources.schema / schema, pdf::Relationship::schema,
                      "attached-schema");
    }
    const std::string style_file = style + ".xml";
    list.add_file(fs::path("styles") / style_file, resources.styles / style_file, pdf::Relationship::supplement,
                  "attached-style");
    const fs::path words_file = fs::path("words") / (words.language() + ".xml");
    list.add_file("styles" / words_file, resources.styles / words_file, pdf::Relationship::supplement,
                  "attached-words");
    return list.take();
}

} // namespace rapporteur::cli
