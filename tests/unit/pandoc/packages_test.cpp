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
    CHECK(has(first, "/html/body/section[@role='doc-chapter'][@*[name()='epub:type']='chapter']"));
    const std::string second = part_of(epub, "EPUB/text/ch003.xhtml");
    CHECK(has(second, "//img[@alt='Nine and nine make “eighteen”.']"));
    require_in_order(words_of(part_of(epub, "EPUB/text/ch004.xhtml")),
                     {"Index", "ECOSOC", "The first partner", "The second partner"});
}

TEST_CASE("a note stands after its part's text, called, told and led back from") {
    document::Document document = samples::everything();
    std::get<document::Paragraph>(document.parts[1].blocks[2]).text.emplace_back(document::NoteReference{0});
    const std::string chapter = part_of(samples::published(document, Format::epub), "EPUB/text/ch002.xhtml");
    CHECK(has(chapter, "//sup/a[@id='call-1'][@href='ch002.xhtml#n1'][@role='doc-noteref'][@aria-label='Note 1']"
                       "[@*[name()='epub:type']='noteref']"));
    CHECK(has(chapter, "//sup/a[not(@id)][@href='ch002.xhtml#n1'][.='1']")); // the second call of the same note
    CHECK(has(chapter,
              "/html/body/section/div[@*[name()='epub:type']='footnotes']/aside[@id='n1'][@role='doc-footnote']"
              "[@*[name()='epub:type']='footnote']//a[@role='doc-backlink'][@href='ch002.xhtml#call-1']"));
}

TEST_CASE("the pages of the PDF are marked where they begin, and listed") {
    const std::string epub = samples::published(samples::everything(), Format::epub);
    const auto mark = [](const char* page) {
        return "[@*[name()='epub:type']='pagebreak'][@role='doc-pagebreak'][@id='page-" + std::string(page) +
               "'][@aria-label='Page " + page + "']";
    };
    const std::string chapter = part_of(epub, "EPUB/text/ch002.xhtml");
    CHECK(has(part_of(epub, "EPUB/text/cover.xhtml"), ("/html/body/div" + mark("1")).c_str()));
    CHECK(has(part_of(epub, "EPUB/text/title_page.xhtml"), ("/html/body/div" + mark("2")).c_str()));
    CHECK(has(part_of(epub, "EPUB/nav.xhtml"), ("/html/body/div" + mark("3")).c_str()));
    CHECK(has(chapter, ("/html/body/section/div" + mark("4") + "/following-sibling::*[1][self::h1]").c_str()));
    CHECK(has(chapter, ("//li[2]//span" + mark("5")).c_str()));
    CHECK(has(chapter, ("//tbody/tr[2]/th/div" + mark("6")).c_str()));
    CHECK(has(part_of(epub, "EPUB/text/ch003.xhtml"),
              ("//div" + mark("7") + "/following-sibling::*[1][self::figure]").c_str()));
    CHECK(has(part_of(epub, "EPUB/text/ch004.xhtml"), ("//li[1]/span" + mark("8")).c_str()));

    std::string listed;
    pugi::xml_document nav;
    REQUIRE(nav.load_string(part_of(epub, "EPUB/nav.xhtml").c_str()));
    for (const pugi::xpath_node& link :
         nav.select_nodes("//nav[@role='doc-pagelist'][@aria-label='Pages in print']//a")) {
        listed += std::string(link.node().child_value()) + " " + link.node().attribute("href").value() + ";";
    }
    CHECK(listed ==
          "1 text/cover.xhtml#page-1;2 text/title_page.xhtml#page-2;3 nav.xhtml#page-3;4 text/ch002.xhtml#page-4;"
          "5 text/ch002.xhtml#page-5;6 text/ch002.xhtml#page-6;7 text/ch003.xhtml#page-7;"
          "8 text/ch004.xhtml#page-8;");
    const std::string opf = part_of(epub, "EPUB/content.opf");
    CHECK(opf.find("<meta property=\"pageBreakSource\">sample-2026-en.pdf</meta>") != std::string::npos);
    CHECK(opf.find(">sample-2026-en.pdf</dc:source>") != std::string::npos);
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
    require_in_order(words_of(nav), {"Contents of it", "The first partner", "The second partner", "Index",
                                     "Figures of it", "A picture of numbers", "Tables of it", "A caption"});
    CHECK(has(nav, "//nav[@*[name()='epub:type']='loi']//a[@href='text/ch003.xhtml#figure-1']"));
    CHECK(has(nav, "//nav[@*[name()='epub:type']='lot']//a[@href='text/ch002.xhtml#table-1']"));
}

TEST_CASE("a book in a right-to-left language opens from the right") {
    document::Document document = samples::everything();
    document.metadata.language = "ar";
    const std::string epub = samples::published(document, Format::epub);
    CHECK(has(part_of(epub, "EPUB/content.opf"), "/package/spine[@page-progression-direction='rtl']"));
    for (const char* name : {"EPUB/text/ch002.xhtml", "EPUB/text/title_page.xhtml", "EPUB/nav.xhtml"}) {
        CHECK(has(part_of(epub, name), "/html[@dir='rtl'][@lang='ar'][@xml:lang='ar']"));
    }
    const std::string chapter = part_of(epub, "EPUB/text/ch002.xhtml");
    CHECK(has(chapter, "//span[@lang='fr'][@dir='ltr']"));
    CHECK(has(chapter, "//td[@class='end']")); // not “right”, which would be the wrong side
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

TEST_CASE("a note that is called again in a DOCX is referred to by a field") {
    document::Document document = samples::everything();
    auto& lead = std::get<document::Paragraph>(document.parts[1].blocks[1]);
    lead.text.emplace_back(samples::words(" And once more."));
    lead.text.emplace_back(document::NoteReference{0});
    const std::string text = part_of(samples::published(document, Format::docx), "word/document.xml");
    CHECK(has(text, "//*[name()='w:bookmarkStart'][@*[name()='w:name']='n1']/following-sibling::*[1]/"
                    "*[name()='w:footnoteReference']"));
    CHECK(has(text, "//*[name()='w:instrText'][contains(., 'NOTEREF n1 ')]"));
    CHECK_FALSE(has(text, "//*[name()='w:hyperlink'][@*[name()='w:anchor']='n1']"));
}

TEST_CASE("a passage of a DOCX is tied to where it was written") {
    document::Document document = samples::everything();
    document.metadata.corpus_digest = "c0ffee";
    auto& body = std::get<document::Paragraph>(document.parts[1].blocks[2]);
    body.origin = "partners/one.xml:43";
    const std::string docx = samples::published(document, Format::docx);
    const std::string tie = part_of(docx, "customXml/item1.xml");
    CHECK(has(tie, "/passages[@corpus='c0ffee'][@edition='urn:uuid:00000000-0000-8000-8000-000000000001']"));
    // printf '%s' 'A body that sees the second, says حقوق الطفل and droits.' | sha256sum
    CHECK(has(tie, "/passages/passage[@bookmark='passage_1'][@file='partners/one.xml'][@line='43'][@language='en']"
                   "[@digest='8b4da13e87c8']"));
    CHECK(has(part_of(docx, "word/document.xml"), "//*[name()='w:bookmarkStart'][@*[name()='w:name']='passage_1']"));
    CHECK(
        read_package(samples::published(samples::everything(), Format::docx), "sample")->find("customXml/item1.xml") ==
        nullptr);
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
