// A publication that tells everything, held against the same corpus in which one field is a secret: whatever the field,
// the check finds it and says where in the corpus it stands.

#include "planted.hpp"

using namespace rapporteur;

namespace {

enum class Kind { report, brief };

struct Publication {
    const char* name;
    Kind kind;
};

constexpr std::array<Publication, 8> publications = {{
    {"bare/sample-2026-en.pdf", Kind::report},
    {"bare/sample-2026-en.epub", Kind::report},
    {"bare/sample-2026-en.docx", Kind::report},
    {"bare/sample-2026-en.html", Kind::report},
    {"briefs/holder-brief-one-2026-en.pdf", Kind::brief},
    {"briefs/holder-brief-one-2026-en.epub", Kind::brief},
    {"briefs/holder-brief-one-2026-en.docx", Kind::brief},
    {"briefs/holder-brief-one-2026-en.html", Kind::brief},
}};

} // namespace

TEST_CASE("a secret is found in whatever field it stands, in every format") {
    const PlantedCorpus corpus;
    corpus.write(plants.size());
    const std::string file = corpus.path("corpus.xml").string();
    REQUIRE(corpus.run({"build", file, "--to", "pdf,epub,docx,html", "--no-attachments"}, "bare") == 0);
    REQUIRE(corpus.run({"build", file}, "attached") == 0);
    REQUIRE(corpus.run({"brief", file, "one", "--pages", "2", "--to", "pdf,epub,docx,html"}, "briefs") == 0);
    REQUIRE(corpus.secrets().empty());
    for (std::size_t at = 0; at < plants.size(); ++at) {
        corpus.write(at);
        const withheld::Secrets secrets = corpus.secrets();
        INFO("secret: " << plants.at(at).secret);
        CHECK_FALSE(secrets.empty());
        const std::string place = fmt::format("partners/one.xml:{}:", PlantedCorpus::line_of(at));
        for (const Publication& publication : publications) {
            INFO(publication.name);
            const bool tells = publication.kind == Kind::report ? plants.at(at).is_printed : plants.at(at).is_in_brief;
            const Result<void> checked = secrets.check(corpus.path(publication.name));
            CHECK(checked.has_value() == !tells);
            if (!checked) {
                CHECK_THAT(checked.error().message, Catch::Contains(place));
                CHECK_THAT(checked.error().message, !Catch::Contains(plants.at(at).secret));
            }
        }
        CHECK_FALSE(secrets.check(corpus.path("attached/sample-2026-en.pdf"))); // its source travels in it
    }
}

TEST_CASE("what is made for everyone of a corpus with a secret passes, whatever the secret") {
    const PlantedCorpus corpus;
    const std::string file = corpus.path("corpus.xml").string();
    for (std::size_t at = 0; at < plants.size(); ++at) {
        INFO("secret: " << plants.at(at).secret);
        corpus.write(at);
        CHECK(corpus.run({"build", file}, "made") == 0);
        CHECK(corpus.run({"brief", file, "one", "--pages", "2"}, "made") == 0);
    }
}
