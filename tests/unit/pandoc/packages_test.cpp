#include "samples.hpp"

#include <pugixml.hpp>

using namespace rapporteur;
using pandoc::Format;

namespace {

std::string part_of(const std::string& package, const std::string& name) {
    Package read = read_package(package, "sample").value();
    const PackagePart* part = read.find(name);
    INFO(name);
    REQUIRE(part != nullptr);
    return part->bytes;
}

// The words of a part of a package, in order, a line for each text node.
std::string words_of(const std::string& xml) {
    pugi::xml_document tree;
    REQUIRE(tree.load_buffer(xml.data(), xml.size(), pugi::parse_full));
    std::string words;
    for (const pugi::xpath_node& found : tree.select_nodes("//body//text() | //*[name()='w:t']/text()")) {
        words += std::string(found.node().value()) + "\n";
    }
    return words;
}

void require_in_order(const std::string& text, const std::vector<std::string>& wanted) {
    std::size_t at = 0;
    for (const std::string& words : wanted) {
        const std::size_t found = text.find(words, at);
        INFO(words);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

bool has(const std::string& xml, const char* path) {
    pugi::xml_document tree;
    REQUIRE(tree.load_buffer(xml.data(), xml.size(), pugi::parse_full));
    return !tree.select_nodes(path).empty();
}

} // namespace

TEST_CASE("an EPUB says what the Document says, in its order") {
    const std::string epub = samples::published(samples::everything(), Format::epub);
    const std::string first = part_of(epub, "EPUB/text/ch002.xhtml");
    require_in_order(words_of(first),
                     {"The first partner", "A lead with ", "emphasis", "ECOSOC", "A body that sees ", "the second",
                      "حقوق الطفل", "droits", "Rights", "First item", "Second item", "A caption", "Name", "Number",
                      "Nine", "9", "Empty", "The first note.", "The second note."});
    CHECK(has(first, "//span[@lang='ar'][@dir='rtl'][@xml:lang='ar']"));
    CHECK(has(first, "//span[@lang='fr']"));
    CHECK(has(first, "//thead//th[@scope='col']"));
    CHECK(has(first, "//tbody//th[@scope='row']"));
    CHECK(has(first, "//a[@role='doc-noteref']"));
    CHECK(has(first, "//section[@role='doc-endnotes']"));
    const std::string second = part_of(epub, "EPUB/text/ch003.xhtml");
    CHECK(has(second, "//img[@alt='Nine and nine make “eighteen”.']"));
    require_in_order(words_of(part_of(epub, "EPUB/text/ch004.xhtml")),
                     {"Index", "ECOSOC", "The first partner", "The second partner"});
}

TEST_CASE("an EPUB's package document tells title, language, identifier, date and accessibility") {
    const std::string opf = part_of(samples::published(samples::everything(), Format::epub), "EPUB/content.opf");
    require_in_order(opf, {"urn:uuid:00000000-0000-8000-8000-000000000001", "Sample &lt;&amp;&gt; title"});
    for (const char* wanted :
         {"<dc:language>en</dc:language>", "2026-11-24T00:00:00Z", "schema:accessMode", "schema:accessModeSufficient",
          "schema:accessibilityFeature", "schema:accessibilityHazard", "It has headings."}) {
        INFO(wanted);
        CHECK(opf.find(wanted) != std::string::npos);
    }
    CHECK(opf.find("dcterms:conformsTo") == std::string::npos); // nothing is claimed that wasn't checked
}

TEST_CASE("an EPUB's navigation has landmarks in the document's language and a role") {
    const std::string nav = part_of(samples::published(samples::everything(), Format::epub), "EPUB/nav.xhtml");
    CHECK(has(nav, "//nav[@role='doc-toc']"));
    CHECK(has(nav, "//a[@*[name()='epub:type']='bodymatter'][.='Beginning']"));
    require_in_order(words_of(nav), {"Contents of it", "The first partner", "The second partner", "Index"});
}

TEST_CASE("a DOCX says what the Document says, in its order, contents filled in") {
    const std::string docx = samples::published(samples::everything(), Format::docx);
    const std::string text = part_of(docx, "word/document.xml");
    require_in_order(words_of(text), {"Sample <&> title",
                                      "Printed nowhere.",
                                      "Contents of it",
                                      "The first partner",
                                      "The second partner",
                                      "Index",
                                      "The first partner",
                                      "A lead with ",
                                      "emphasis",
                                      "ECOSOC",
                                      "A body that sees ",
                                      "the second",
                                      "حقوق الطفل",
                                      "Rights",
                                      "First item",
                                      "A caption",
                                      "Name",
                                      "Nine",
                                      "9",
                                      "The second partner",
                                      "A picture of numbers"});
    require_in_order(words_of(part_of(docx, "word/footnotes.xml")), {"The first note.", "The second note."});
    CHECK(has(text, "//*[name()='w:tr'][1]/*[name()='w:trPr']/*[name()='w:tblHeader']"));
    CHECK(has(text, "//*[name()='w:tr']/*[name()='w:trPr']/*[name()='w:cantSplit']"));
    CHECK(has(text, "//*[name()='w:tblLook'][@*[name()='w:firstColumn']='1']"));
    CHECK(has(text, "//*[name()='wp:docPr'][@descr='Nine and nine make “eighteen”.']"));
    CHECK(has(text, "//*[name()='w:sdt']//*[name()='w:hyperlink'][@*[name()='w:anchor']='two']"));
}

TEST_CASE("a DOCX carries the language of the whole and of each run in another") {
    const std::string docx = samples::published(samples::everything(), Format::docx);
    CHECK(has(part_of(docx, "word/styles.xml"),
              "//*[name()='w:docDefaults']//*[name()='w:lang'][@*[name()='w:val']='en']"));
    const std::string text = part_of(docx, "word/document.xml");
    CHECK(has(text, "//*[name()='w:r'][*[name()='w:t']='حقوق الطفل']/*[name()='w:rPr'][*[name()='w:rtl']]"
                    "/*[name()='w:lang'][@*[name()='w:bidi']='ar']"));
    CHECK(has(text, "//*[name()='w:r'][*[name()='w:t']='droits']//*[name()='w:lang'][@*[name()='w:val']='fr']"));
    CHECK(
        has(text, "//*[name()='w:p'][.//*[name()='w:t']='Second item']//*[name()='w:lang'][@*[name()='w:val']='fr']"));
    CHECK_FALSE(has(text, "//*[name()='w:bidi']")); // no paragraph is in Arabic throughout
}

TEST_CASE("a DOCX in Arabic runs from right to left, but for what is in English") {
    document::Document document = samples::everything();
    document.metadata.language = "ar";
    auto& body = std::get<document::Paragraph>(document.parts[1].blocks[2]);
    body.language = "en";
    const std::string docx = samples::published(document, Format::docx);
    CHECK(has(part_of(docx, "word/styles.xml"), "//*[@*[name()='w:styleId']='Normal']//*[name()='w:bidi']"));
    const std::string text = part_of(docx, "word/document.xml");
    CHECK(has(text, "//*[name()='w:r'][*[name()='w:t']='First item']//*[name()='w:rtl']"));
    CHECK(
        has(text,
            "//*[name()='w:p'][.//*[name()='w:t']='A body that sees ']//*[name()='w:lang'][@*[name()='w:val']='en']"));
    CHECK_FALSE(has(text, "//*[name()='w:r'][*[name()='w:t']='A body that sees ']//*[name()='w:rtl']"));
    CHECK(has(text, "//*[name()='w:tblPr']/*[name()='w:bidiVisual']"));
    CHECK(has(text, "//*[name()='w:sectPr']/*[name()='w:bidi']"));
    CHECK(has(part_of(docx, "word/footnotes.xml"), "//*[name()='w:r'][*[name()='w:t']]//*[name()='w:rtl']"));
}

TEST_CASE("a DOCX's properties are the Document's, dated by it and not by the clock") {
    const std::string core = part_of(samples::published(samples::everything(), Format::docx), "docProps/core.xml");
    for (const char* wanted : {"Sample &lt;&amp;&gt; title", "Holder", ">en<", "2026-11-24T00:00:00Z"}) {
        INFO(wanted);
        CHECK(core.find(wanted) != std::string::npos);
    }
}

TEST_CASE("the same Document gives the same bytes") {
    for (const Format format : {Format::epub, Format::docx}) {
        CHECK(samples::published(samples::everything(), format) == samples::published(samples::everything(), format));
    }
}

TEST_CASE("two notes called side by side don't read as one number") {
    document::Document document = samples::everything();
    auto& lead = std::get<document::Paragraph>(document.parts[1].blocks[1]);
    lead.text.emplace_back(document::NoteReference{1});
    const std::string chapter = part_of(samples::published(document, Format::epub), "EPUB/text/ch002.xhtml");
    CHECK(has(chapter, "//sup[.=',']"));
}
