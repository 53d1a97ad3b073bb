// Publications that hold nothing withheld, though the corpus withholds words that programs and formats use too; and
// beside pictures of every kind.

#include "../images/samples.hpp"
#include "scratch_corpus.hpp"

#include <fmt/format.h>

using namespace rapporteur;

namespace {

std::string with_contact(const std::string& role) {
    return fmt::format("<contact><name>Zbigniew Qwertz</name><role>{}</role></contact>", role);
}

} // namespace

TEST_CASE("words of formats, fonts and programs may be withheld without any build being refused") {
    const ScratchCorpus corpus;
    std::string contacts;
    for (const char* role : {"Producer",    "Author",
                             "Creator",     "Document",
                             "Catalog",     "Root",
                             "Outlines",    "Metadata",
                             "application", "Helvetica",
                             "Identity",    "Adobe",
                             "Normal",      "Accent",
                             "Georgia",     "sRGB",
                             "Garamond",    "Table of contents",
                             "Inter",       "http",
                             "https",       "www.w3.org",
                             "Light",       "Arial",
                             "Courier",     "Times New Roman",
                             "Microsoft",   "Heading",
                             "Hyperlink",   "Office",
                             "Theme",       "Latin",
                             "container",   "viewport",
                             "charset",     "Registered",
                             "Copyright",   "Calibre",
                             "Pandoc",      "Title Page",
                             "Schema",      "Organization",
                             "Member",      "textual",
                             "visual",      "Function",
                             "Keyword",     "Color",
                             "Width",       "Style",
                             "Script",      "Section",
                             "Header",      "Footer",
                             "Paragraph"}) {
        contacts += with_contact(role) + "\n";
    }
    corpus.write(contacts);
    const std::string file = corpus.path("corpus.xml").string();
    CHECK(corpus.run({"build", file, "--to", "pdf,epub,docx,html"}, "made") == 0);
    CHECK(corpus.run({"build", file, "--to", "html", "--split"}, "site") == 0);
    CHECK(corpus.run({"brief", file, "one", "--to", "pdf,epub,docx,html"}, "briefs") == 0);
}

TEST_CASE("a picture of any kind stands beside what is withheld, in every format") {
    const ScratchCorpus corpus;
    std::string photos;
    const auto add = [&](const std::string& name, const std::string& bytes) {
        REQUIRE(write_file(corpus.path(name), bytes));
        photos += fmt::format("<photo file=\"{}\" consent=\"2026-05-01\"><alternative><text xml:lang=\"en\">Fields of "
                              "colour</text></alternative></photo>\n",
                              name);
    };
    sample::Jpeg jpeg;
    add("baseline.jpg", sample::jpeg(jpeg));
    jpeg.progressive = true;
    jpeg.orientation = 6;
    add("progressive.jpg", sample::jpeg(jpeg));
    add("grey.jpg", sample::jpeg({1, false, false, true, {}, {}}));
    add("inks.jpg", sample::jpeg({4, false, false, true, {}, sample::inks_profile()}));
    add("other-inks.jpg", sample::jpeg({4, false, false, false, {}, sample::inks_profile()}));
    for (const auto& [type, depth] : {std::pair(0, 1),
                                      {0, 8},
                                      {0, 16},
                                      {2, 8},
                                      {2, 16},
                                      {3, 2},
                                      {3, 4},
                                      {3, 8},
                                      {4, 8},
                                      {4, 16},
                                      {6, 8},
                                      {6, 16}}) {
        for (const bool interlaced : {false, true}) {
            sample::Png png;
            png.colour_type = type;
            png.depth = depth;
            png.interlaced = interlaced;
            png.transparent_index = type == 3 && depth > 2;
            add(fmt::format("png-{}-{}{}.png", type, depth, interlaced ? "-interlaced" : ""), sample::png(png));
        }
    }
    add("drawing.svg", sample::svg());
    corpus.write(with_contact("Keeper of quinces") +
                 R"(<nextStep source="page" audience="internal"><text xml:lang="en">Not for everybody: they doubt our )"
                 R"(overhead.</text></nextStep>)" +
                 photos);
    const std::string file = corpus.path("corpus.xml").string();
    CHECK(corpus.run({"build", file, "--to", "pdf,epub,docx,html"}, "made") == 0);
    CHECK(corpus.run({"brief", file, "one", "--to", "pdf,epub,docx,html"}, "briefs") == 0);
}
