#include "scratch.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

constexpr const char* include_one = "<xi:include href=\"partners/one.xml\"/>";

std::string found_with(Scratch& scratch, const std::string& include) {
    replace(scratch.corpus_text, include_one, std::string(include_one) + include);
    scratch.write();
    return scratch.found();
}

void require_refused(const std::string& found, const std::string& why) {
    INFO(found);
    REQUIRE(found.find("corpus.xml:17:") != std::string::npos);
    REQUIRE(found.find(why) != std::string::npos);
}

} // namespace

TEST_CASE("nothing outside the corpus's folder is drawn in") {
    Scratch scratch;
    require_refused(found_with(scratch, "<xi:include href=\"/etc/hostname\"/>"), "absolute path");
    Scratch upwards;
    require_refused(found_with(upwards, "<xi:include href=\"../../../etc/hostname\"/>"), "");
    Scratch fetched;
    require_refused(found_with(fetched, "<xi:include href=\"https://example.org/one.xml\"/>"), "address");
    Scratch missing;
    require_refused(found_with(missing, "<xi:include href=\"partners/none.xml\"/>"), "there is no file");
}

TEST_CASE("a link that leads out is refused, and one that leads to itself") {
    Scratch scratch;
    scratch.write();
    std::filesystem::create_symlink("/etc/hostname", scratch.path("partners/out.xml"));
    require_refused(found_with(scratch, "<xi:include href=\"partners/out.xml\"/>"), "leads out of the corpus's folder");
    Scratch circle;
    circle.write();
    std::filesystem::create_symlink("loop.xml", circle.path("partners/loop.xml"));
    require_refused(found_with(circle, "<xi:include href=\"partners/loop.xml\"/>"), "leads back to itself");
}

TEST_CASE("fifos, folders and devices are refused at once") {
    Scratch fifo;
    fifo.write();
    REQUIRE(::mkfifo(fifo.path("partners/fifo.xml").c_str(), 0600) == 0);
    require_refused(found_with(fifo, "<xi:include href=\"partners/fifo.xml\"/>"), "isn't a regular file");
    Scratch folder;
    require_refused(found_with(folder, "<xi:include href=\"partners\"/>"), "isn't a regular file");
    const Loaded device = corpus::load("/dev/zero", std::string(SOURCE_DIR) + "/schema/corpus.xsd");
    REQUIRE_FALSE(device.corpus);
    REQUIRE(device.diagnostics.front().message.find("a device") != std::string::npos);
}

TEST_CASE("a file drawn in twice, or drawing in itself, is refused") {
    Scratch twice;
    require_refused(found_with(twice, include_one), "drawn in twice");
    Scratch itself;
    require_refused(found_with(itself, "<xi:include href=\"corpus.xml\"/>"), "draws in itself");
}

TEST_CASE("only whole XML files are drawn in, and none draws in another") {
    Scratch part;
    require_refused(found_with(part, "<xi:include href=\"partners/two.xml\" xpointer=\"element(/1)\"/>"), "xpointer");
    Scratch text;
    require_refused(found_with(text, "<xi:include href=\"partners/two.xml\" parse=\"text\"/>"), "parse");
    Scratch nested;
    replace(nested.partner_text, "<name>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"two.xml\"/><name>");
    nested.write();
    REQUIRE(nested.found().find("partners/one.xml:3:3: error") != std::string::npos);
}

TEST_CASE("entities that would grow without end are refused before they are read") {
    Scratch scratch;
    std::string bomb = "<!DOCTYPE corpus [<!ENTITY a0 \"ha\">";
    for (int level = 1; level < 40; ++level) {
        bomb += fmt::format("<!ENTITY a{} \"&a{};&a{};\">", level, level - 1, level - 1);
    }
    replace(scratch.corpus_text, "<corpus xmlns", bomb + "]>\n<corpus xmlns");
    scratch.write();
    REQUIRE(scratch.found().find("a corpus has no DOCTYPE") != std::string::npos);
}
