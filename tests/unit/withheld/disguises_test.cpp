// What is withheld, written in other ways than the corpus has it: each is found, and what is merely like it isn't.

#include "scratch_corpus.hpp"

#include <chrono>
#include <fmt/format.h>

using namespace rapporteur;

namespace {

constexpr const char* sentence = "Élodie Müller sera licenciée en juin";

class Page {
public:
    Page() {
        corpus.write(fmt::format(R"(<contact><name>Żaneta</name></contact>
<funding year="2026" amount="48250" currency="EUR" source="page" audience="donor"/>
<nextStep source="page" audience="internal"><text xml:lang="en">{}</text></nextStep>)",
                                 sentence));
    }

    Result<void> check(const std::string& body) const {
        const std::filesystem::path page = corpus.path("page.html");
        REQUIRE(write_file(page, "<!DOCTYPE html><html lang=\"en\"><head><title>Report</title></head><body>" + body +
                                     "</body></html>"));
        return corpus.secrets().check(page);
    }

    bool is_found(const std::string& body) const {
        INFO(body);
        return !check(body);
    }

private:
    ScratchCorpus corpus;
};

} // namespace

TEST_CASE("a sentence is found in whatever way it is written") {
    const Page page;
    for (const char* written :
         {sentence, "ÉLODIE MÜLLER SERA LICENCIÉE EN JUIN", "E\u0301lodie Mu\u0308ller sera licencie\u0301e en juin",
          "Elodie Muller sera licenciee en juin", "Élodie… Müller… sera… licenciée… en… juin",
          "Él\u00ADo\u00ADdie Müller sera licen\u00ADciée en juin", "Élodie\u00A0Müller sera\u200B licenciée en juin",
          "Élodie Müller sera", "Müller sera licenciée", // parts
          "Еlоdiе Мullеr sеrа liсеnсiее еn juin",        // in letters of Cyrillic that look alike
          "<em>Élodie</em> Mül<b>ler</b> sera licenciée en juin",
          "&#201;lodie M&#252;ller sera licenci&#233;e en juin"}) {
        CHECK(page.is_found(fmt::format("<p>{}</p>", written)));
    }
    for (const char* body :
         {"<a href=\"https://x.example/?q=%C3%89lodie%20M%C3%BCller%20sera%20licenci%C3%A9e%20en%20juin\">x</a>",
          "<script>var a = \"\\u00c9lodie M\\u00fcller sera licenci\\u00e9e en juin\"</script>",
          "<script type=\"application/ld+json\">{\"name\": \"\\u00c9lodie M\\u00fcller sera licenci\\u00e9e en juin\"}"
          "</script>",
          "<p title=\"&amp;#201;lodie M&amp;#252;ller sera licenci&amp;#233;e en juin\">x</p>"}) {
        CHECK(page.is_found(body));
    }
}

TEST_CASE("a sum is found beside its currency and in any grouping") {
    const Page page;
    for (const char* written : {"48250", "48,250", "48.250", "48\u202F250", "48'250", "EUR48250", "48250EUR",
                                "EUR48,250", "€48,250.00", "٤٨٢٥٠", "４８２５０"}) {
        CHECK(page.is_found(fmt::format("<p>It costs {} in all.</p>", written)));
    }
    for (const char* written : {"148250", "482501", "48 250 000", "a48250f0c7de9b", "48251"}) {
        CHECK_FALSE(page.is_found(fmt::format("<p>It costs {} in all.</p>", written)));
    }
}

TEST_CASE("a name is found in addresses and data, not in the formats' own vocabulary") {
    const Page page;
    for (const char* body :
         {"<p>Żaneta’s desk</p>", "<p>zaneta</p>", "<i title=\"Żaneta\">x</i>", "<i data-n=\"Żaneta\">x</i>",
          "<a href=\"mailto:Żaneta@x.example\">x</a>", "<a href=\"mailto:%C5%BBaneta@x.example\">x</a>",
          "<script type=\"application/ld+json\">{\"name\": \"Zaneta\"}</script>"}) {
        CHECK(page.is_found(body));
    }
    for (const char* body :
         {"<style>.zaneta { font-family: Zaneta }</style>", "<script>zaneta()</script>", "<i class=\"zaneta\">x</i>"}) {
        CHECK_FALSE(page.is_found(body));
    }
}

TEST_CASE("a message gives the text's first letters, its length and its place, not the text") {
    const Page page;
    const Result<void> checked = page.check(fmt::format("<p>{}</p>", sentence));
    REQUIRE_FALSE(checked);
    CHECK_THAT(checked.error().message, Catch::Contains("a text of 36 characters that begins with “Él”") &&
                                            Catch::Contains("corpus.xml:9:") && !Catch::Contains("Élodie"));
}

TEST_CASE("the time of a check doesn't grow with what is withheld times what is said") {
    const auto seconds = [](int texts) {
        ScratchCorpus corpus;
        std::string steps;
        for (int at = 0; at < texts; ++at) {
            steps += fmt::format("<nextStep source=\"page\" audience=\"internal\"><text xml:lang=\"en\">The plan {:06}"
                                 "</text></nextStep>\n",
                                 at + 100000);
        }
        corpus.write(steps);
        std::string body;
        for (int at = 0; at < 20000; ++at) {
            body += fmt::format("<p>The plan of day {} is the plan.</p>", at % 90000);
        }
        const std::filesystem::path page = corpus.path("page.html");
        REQUIRE(write_file(page, "<!DOCTYPE html><title>Report</title>" + body));
        const withheld::Secrets secrets = corpus.secrets();
        const auto begin = std::chrono::steady_clock::now();
        CHECK(secrets.check(page));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    const double few = seconds(100);
    CHECK(seconds(8000) < 5 * few + 0.2);
}
