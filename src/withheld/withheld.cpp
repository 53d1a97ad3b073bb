#include "withheld/withheld.hpp"

#include "support/files.hpp"
#include "withheld/read_package.hpp"
#include "withheld/read_pdf.hpp"

#include <array>
#include <fmt/format.h>

namespace rapporteur::withheld {

namespace {

// What the formats' own parts say to programs in more than one word, whatever the publication.
constexpr std::array<std::string_view, 5> words_of_formats = {"Table of Contents", "Times New Roman", "recipe.json",
                                                              "sRGB IEC61966-2.1", "application/ld+json"};

Result<std::vector<Reading>> read_back(const std::filesystem::path& publication, const OpenFiles& open) {
    const Result<std::string> bytes = read_file(publication);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::string name = publication.filename().string();
    const std::string ending = publication.extension().string();
    if (ending == ".pdf") {
        return read_pdf(*bytes, name, open);
    }
    return ending == ".epub" || ending == ".docx" ? read_package_parts(*bytes, name) : read_part(name, *bytes);
}

std::string in_words(const Place& place) {
    return fmt::format("{}:{}:{}", place.file ? *place.file : std::string("the corpus"), place.line, place.column);
}

} // namespace

struct Secrets::Known {
    Sought sought;
    OpenFiles open;
    std::string hint; // for whoever finds one
};

Secrets::Secrets(std::unique_ptr<Known> made) : known(std::move(made)) {}
Secrets::~Secrets() = default;
Secrets::Secrets(Secrets&&) noexcept = default;
Secrets& Secrets::operator=(Secrets&&) noexcept = default;

Result<Secrets> Secrets::of(const CorpusFiles& files, corpus::Audience readers, const Free& free) {
    Sought sought;
    Result<void> read;
    const auto add = [&](const SourceText& text) { sought.add(text); };
    read = for_each_text(files.now, readers, Standing::withheld, add);
    read = read ? for_each_text(files.earlier, readers, Standing::withheld, add) : read;
    if (read && !sought.empty()) { // a second pass, so that what is shown need not be kept
        read = for_each_text(files.now, readers, Standing::shown,
                             [&](const SourceText& text) { sought.release(text.text); });
    }
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (sought.empty()) { // as mostly: what may be said all the same need not be read then
        return Secrets(std::make_unique<Known>());
    }
    for (const std::filesystem::path& file : free.files) {
        const Result<std::vector<std::string>> words = texts_of(file);
        if (!words) {
            return tl::unexpected(words.error());
        }
        for (const std::string& text : *words) {
            sought.release(text);
        }
    }
    for (const std::string& text : free.texts) {
        sought.release(text);
    }
    for (const std::string_view text : words_of_formats) {
        sought.release(text);
    }
    for (const std::filesystem::path& file : free.own) { // a PDF that carries it names it by its folder
        sought.release((file.parent_path().filename() / file.filename()).generic_string());
    }
    Known known{
        std::move(sought), {}, "the file was removed; if the text isn't secret, say so by its audience in the corpus"};
    if (!files.earlier.empty()) {
        known.hint += "; if the earlier corpus shows what this one withholds, say there too who may see it";
    }
    for (const std::filesystem::path& file : free.own) {
        Result<std::string> bytes = read_file(file);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        known.open.insert(std::move(*bytes));
    }
    return Secrets(std::make_unique<Known>(std::move(known)));
}

bool Secrets::empty() const {
    return known->sought.empty();
}

Result<void> Secrets::check(const std::filesystem::path& publication) const {
    if (empty()) {
        return {};
    }
    Result<std::vector<Reading>> readings = read_back(publication, known->open);
    if (!readings) {
        Diagnostic failure = readings.error();
        failure.place = place_in(publication.string());
        failure.message = fmt::format("can't be checked for what is withheld: {}", failure.message);
        return tl::unexpected(std::move(failure));
    }
    for (const Reading& reading : *readings) {
        if (const Withheld* found = known->sought.find_in(reading)) {
            return surroundings_failed(
                publication.string(),
                fmt::format("holds what its readers may not see, in {}: a text of {} characters that begins with “{}”, "
                            "withheld at {}",
                            reading.where, found->length, found->begins, in_words(found->place)),
                known->hint);
        }
    }
    return {};
}

} // namespace rapporteur::withheld
