// Elements by their namespaces, whatever prefixes a file binds.

#include "catch.hpp"
#include "xml/xml.hpp"

#include <sstream>

using namespace rapporteur;

namespace {

std::string printed(const pugi::xml_document& document) {
    std::ostringstream out;
    document.document_element().print(out, "", pugi::format_raw);
    return out.str();
}

std::string names_of(const std::string& bytes) {
    pugi::xml_document document;
    REQUIRE(xml::read(document, bytes));
    struct Names : pugi::xml_tree_walker {
        std::string all;
        bool for_each(pugi::xml_node& node) override {
            all += (all.empty() ? "" : " ") + std::string(node.name());
            return true;
        }
    } names;
    document.traverse(names);
    return names.all;
}

} // namespace

TEST_CASE("an element has the name that its namespace gives it, whatever its prefix") {
    const auto& bytes = GENERATE(values<std::string>(
        {R"(<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude">)"
         R"(<partners><xi:include href="a"/><partner/></partners></corpus>)",
         R"(<r:corpus xmlns:r="urn:rapporteur:corpus:1" xmlns="http://www.w3.org/2001/XInclude">)"
         R"(<r:partners><include href="a"/><r:partner/></r:partners></r:corpus>)",
         R"(<xi:corpus xmlns:xi="urn:rapporteur:corpus:1"><p:partners xmlns:p="urn:rapporteur:corpus:1">)"
         R"(<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a"/><xi:partner/>)"
         R"(</p:partners></xi:corpus>)"}));
    CHECK(names_of(bytes) == "corpus partners include partner");
}

TEST_CASE("a binding ends with its element, and one of another namespace isn't taken for the corpus's") {
    CHECK(names_of(R"(<r:a xmlns:r="urn:rapporteur:corpus:1"><r:b xmlns:r="urn:other"/><r:c/><s:d/></r:a>)") ==
          "a r:b c s:d");
}

TEST_CASE("a renamed element keeps its place") {
    pugi::xml_document document;
    REQUIRE(xml::read(document, R"(<r:a xmlns:r="urn:rapporteur:corpus:1"><r:b/></r:a>)"));
    CHECK(document.document_element().offset_debug() == 1);
    CHECK(document.document_element().child("b").offset_debug() == 40);
}

TEST_CASE("a text that comments and sections part is one") {
    pugi::xml_document document;
    REQUIRE(xml::read(document, "<a>one<!-- x --> two<![CDATA[ & three]]>, <b/>four<?y?>!</a>"));
    CHECK(document.document_element().child_value() == std::string("one two & three, "));
    CHECK(document.document_element().last_child().value() == std::string("four!"));
}

TEST_CASE("what is printed means the same namespaces, by the usual prefixes") {
    pugi::xml_document document;
    REQUIRE(xml::read(
        document, R"(<r:corpus xmlns:r="urn:rapporteur:corpus:1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance")"
                  R"( i:schemaLocation="x y"><r:partners><include xmlns="http://www.w3.org/2001/XInclude" href="a"/>)"
                  R"(</r:partners></r:corpus>)"));
    xml::bind_names(document);
    CHECK(
        printed(document) ==
        R"(<corpus xmlns:r="urn:rapporteur:corpus:1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance")"
        R"( xsi:schemaLocation="x y" xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude")"
        R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><partners><xi:include href="a"/></partners></corpus>)");
}

TEST_CASE("what is printed of a file with the usual prefixes has them where they were") {
    const std::string usual =
        R"(<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude" id="a">)"
        R"(<partners><xi:include href="a"/></partners></corpus>)";
    pugi::xml_document document;
    REQUIRE(xml::read(document, usual));
    xml::bind_names(document);
    CHECK(printed(document) == usual);
}

TEST_CASE("a path is read the same however it is written") {
    const auto& [written, normal] =
        GENERATE(table<std::string, std::string>({{"partners/x.xml", "partners/x.xml"},
                                                  {"./partners/x.xml", "partners/x.xml"},
                                                  {" partners//x.xml\n", "partners/x.xml"},
                                                  {"a/../partners/./x.xml", "partners/x.xml"},
                                                  {"../x.xml", "../x.xml"},
                                                  {"http://a/b", "http://a/b"},
                                                  {" ", ""}}));
    CHECK(xml::normalised_path(written) == normal);
    pugi::xml_document document;
    REQUIRE(xml::read(document, "<p xmlns=\"urn:rapporteur:corpus:1\" xmlns:x=\"http://www.w3.org/2001/XInclude\">"
                                "<x:include href=\"" +
                                    written + "\"/><photo file=\"" + written + "\"/></p>"));
    CHECK(document.document_element().child("photo").attribute("file").value() == normal);
    if (written != " partners//x.xml\n") { // a new line in an attribute is a space already
        CHECK(document.document_element().child("include").attribute("href").value() == normal);
    }
}
