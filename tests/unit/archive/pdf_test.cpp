// What travels in PDFs that another program, qpdf, wrote.

#include "small_bag.hpp"
#include "support/process.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

using namespace rapporteur;
using namespace rapporteur::archive;

namespace {

std::string base64(const std::string& bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

// A page without anything on it, associated with these files, written by qpdf.
std::filesystem::path pdf_in(const std::filesystem::path& folder, const std::vector<AttachedFile>& files) {
    std::string objects;
    std::string associated;
    int id = 4;
    for (const AttachedFile& file : files) {
        objects += fmt::format(R"(,"obj:{0} 0 R": {{"value": {{"/Type": "/Filespec", "/F": "u:{2}", "/UF": "u:{2}",
            "/AFRelationship": "/{3}", "/EF": {{"/F": "{1} 0 R", "/UF": "{1} 0 R"}}}}}},
            "obj:{1} 0 R": {{"stream": {{"dict": {{"/Type": "/EmbeddedFile"}}, "data": "{4}"}}}})",
                               id, id + 1, file.name, file.relationship, base64(file.bytes));
        associated += fmt::format("{}\"{} 0 R\"", associated.empty() ? "" : ", ", id);
        id += 2;
    }
    const std::string json =
        fmt::format(R"({{"version": 2, "qpdf": [{{"jsonversion": 2, "pdfversion": "1.7", "maxobjectid": {0}}},
        {{"obj:1 0 R": {{"value": {{"/Type": "/Catalog", "/Pages": "2 0 R"{1}}}}},
          "obj:2 0 R": {{"value": {{"/Type": "/Pages", "/Kids": ["3 0 R"], "/Count": 1}}}},
          "obj:3 0 R": {{"value": {{"/Type": "/Page", "/Parent": "2 0 R", "/MediaBox": [0, 0, 10, 10]}}}}{2},
          "trailer": {{"value": {{"/Root": "1 0 R", "/Size": {3}}}}}}}]}})",
                    id - 1, files.empty() ? "" : ", \"/AF\": [" + associated + "]", objects, id);
    write_quickly(folder / "report.json", json);
    Command qpdf;
    qpdf.program = find_on_path("qpdf");
    qpdf.arguments = {"--json-input", "report.json", "report.pdf"};
    qpdf.folder = folder;
    const Result<Outcome> outcome = run(qpdf);
    REQUIRE(outcome);
    INFO(outcome->errors << json);
    REQUIRE(outcome->status == 0);
    return folder / "report.pdf";
}

std::string corpus_drawing_in(const std::string& path) {
    return "<corpus xmlns:xi=\"http://www.w3.org/2001/XInclude\"><partners><xi:include href=\"" + path +
           "\"/></partners></corpus>";
}

std::vector<AttachedFile> report_of(const std::string& partner) {
    return {{"dci.xml", "Source", corpus_drawing_in(partner)},
            {"one.xml", "Source", "<partner id=\"one\"/>"},
            {"corpus.xsd", "Supplement", "<schema/>"},
            {"house.xml", "Supplement", "<style/>"},
            {"words-one.xml", "Supplement", "<words xml:lang=\"fr\"/>"},
            {"recipe.json", "Supplement", to_json({})}};
}

} // namespace

TEST_CASE("files that travel in a PDF are read in their order, with what they are to it") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const std::vector<AttachedFile> files = report_of("partners/one.xml");
    const Result<std::vector<AttachedFile>> read = attached_files(pdf_in(folder.path(), files));
    REQUIRE(read);
    REQUIRE(read->size() == files.size());
    for (std::size_t at = 0; at < files.size(); ++at) {
        CHECK((*read)[at].name == files[at].name);
        CHECK((*read)[at].relationship == files[at].relationship);
        CHECK((*read)[at].bytes == files[at].bytes);
    }
}

TEST_CASE("what travels in a PDF is laid out as in a bag") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const Result<Bag> bag = open(pdf_in(folder.path(), report_of("partners/one.xml")));
    REQUIRE(bag);
    CHECK(bag->container == BagContainer::pdf);
    CHECK(bag->corpus == "data/sources/corpus/dci.xml");
    for (const char* file :
         {"data/sources/corpus/dci.xml", "data/sources/corpus/partners/one.xml", "data/schema/corpus.xsd",
          "data/styles/house.xml", "data/styles/words/fr.xml", "data/recipe.json"}) {
        INFO(file);
        CHECK(std::filesystem::exists(bag->folder / file));
    }
}

TEST_CASE("a PDF that would be unpacked outside of its folder, or that carries too little, is refused") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    CHECK_FALSE(open(pdf_in(folder.path(), report_of("../../../one.xml"))));
    CHECK_FALSE(open(pdf_in(folder.path(), report_of("/tmp/one.xml"))));
    CHECK_FALSE(open(pdf_in(folder.path(), {})));
    std::vector<AttachedFile> files = report_of("partners/one.xml");
    files.erase(files.begin() + 1);
    CHECK_FALSE(open(pdf_in(folder.path(), files)));
}

TEST_CASE("what isn't a PDF, or a damaged one, is a fault with its file") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const std::string bytes = read_file(pdf_in(folder.path(), {})).value();
    write_quickly(folder.path() / "half.pdf", bytes.substr(0, bytes.size() / 2));
    write_quickly(folder.path() / "none.pdf", "not a PDF");
    for (const char* name : {"half.pdf", "none.pdf"}) {
        const Result<std::vector<AttachedFile>> files = attached_files(folder.path() / name);
        REQUIRE_FALSE(files);
        CHECK(files.error().cause == Cause::corpus);
        CHECK(*files.error().place.file == (folder.path() / name).string());
    }
}
