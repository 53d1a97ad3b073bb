// A publication that tells nothing withheld, into which a secret is put by hand: wherever it is put, the check finds
// it.

#include "planted.hpp"
#include "support/package.hpp"

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <utility>

using namespace rapporteur;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t desk = 0;    // of few words, which are found whole
constexpr std::size_t summary = 4; // of many, of which a stretch will do

// A corpus with that secret, and what is made for everyone.
struct Made {
    explicit Made(std::size_t plant) : secret(plants.at(plant).secret) {
        corpus.write(plant);
        const std::string file = corpus.path("corpus.xml").string();
        REQUIRE(corpus.run({"build", file, "--to", "pdf,epub,docx,html"}, "made") == 0);
    }

    fs::path publication(const std::string& format) const { return corpus.path("made/sample-2026-en." + format); }

    PlantedCorpus corpus;
    std::string secret;
};

using Object = QPDFObjectHandle;

// Any object of which `is_it` is true.
Object some(QPDF& pdf, const std::function<bool(Object&)>& is_it) {
    for (Object& object : pdf.getAllObjects()) {
        if (is_it(object)) {
            return object;
        }
    }
    FAIL("the PDF has no such object");
    return Object::newNull();
}

void add_stream(QPDF& pdf, const std::string& secret, const char* entry) {
    Object first = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    first.replaceKey(entry, Object::newStream(&pdf, "\x01\x02" + secret + "\x03"));
}

struct HidingPlace {
    const char* name;
    std::function<void(QPDF&, const std::string&)> plant;
};

const std::vector<HidingPlace>& places() {
    static const std::vector<HidingPlace> all = {
        {"title in Info",
         [](QPDF& pdf, const std::string& secret) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Title", Object::newUnicodeString("On " + secret));
         }},
        {"keywords in Info, other characters",
         [](QPDF& pdf, const std::string& secret) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Keywords", Object::newUnicodeString(secret + " — ناي"));
         }},
        {"XMP",
         [](QPDF& pdf, const std::string& secret) {
             Object metadata = pdf.getRoot().getKey("/Metadata");
             const auto data = metadata.getStreamData();
             std::string xml(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
             xml.insert(xml.find("</dc:title>"), "<x>" + secret + "</x>");
             metadata.replaceStreamData(xml, Object::newNull(), Object::newNull());
         }},
        {"bookmark",
         [](QPDF& pdf, const std::string& secret) {
             some(pdf, [](Object& object) {
                 return object.isDictionary() && object.hasKey("/Title") && object.hasKey("/Parent");
             }).replaceKey("/Title", Object::newUnicodeString(secret));
         }},
        {"alternative text",
         [](QPDF& pdf, const std::string& secret) {
             some(pdf, [](Object& object) {
                 return object.isDictionary() && object.hasKey("/K") && object.hasKey("/S");
             }).replaceKey("/Alt", Object::newUnicodeString(secret));
         }},
        {"expansion of an abbreviation",
         [](QPDF& pdf, const std::string& secret) {
             some(pdf, [](Object& object) {
                 return object.isDictionary() && object.hasKey("/K") && object.hasKey("/S");
             }).replaceKey("/E", Object::newUnicodeString(secret));
         }},
        {"link's description",
         [](QPDF& pdf, const std::string& secret) {
             some(pdf, [](Object& object) {
                 return object.isDictionary() && object.hasKey("/Rect");
             }).replaceKey("/Contents", Object::newUnicodeString(secret));
         }},
        {"actual text on a page",
         [](QPDF& pdf, const std::string& secret) {
             const std::string text = Object::newUnicodeString(secret).unparse();
             QPDFPageDocumentHelper(pdf).getAllPages().front().addPageContents(
                 Object::newStream(&pdf, "/Span <</ActualText " + text + ">> BDC EMC\n"), false);
         }},
        {"name of a destination",
         [](QPDF& pdf, const std::string& secret) {
             some(pdf, [](Object& object) {
                 return object.isDictionary() && object.hasKey("/Limits");
             }).replaceKey("/Limits", Object::newArray({Object::newString(secret), Object::newString("z")}));
         }},
        {"page label",
         [](QPDF& pdf, const std::string& secret) {
             pdf.getRoot().replaceKey(
                 "/PageLabels",
                 Object::parse(&pdf, "<</Nums [0 <</P " + Object::newUnicodeString(secret).unparse() + ">>]>>"));
         }},
        {"attached text",
         [](QPDF& pdf, const std::string& secret) {
             QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(
                 "a", QPDFFileSpecObjectHelper::createFileSpec(
                          pdf, "a.txt", QPDFEFStreamObjectHelper::createEFStream(pdf, "Of " + secret + ".")));
         }},
        {"attached XML, in an attribute",
         [](QPDF& pdf, const std::string& secret) {
             QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(
                 "a", QPDFFileSpecObjectHelper::createFileSpec(
                          pdf, "a.xml",
                          QPDFEFStreamObjectHelper::createEFStream(pdf, "<a b=\"" + secret + "\"/>")
                              .setSubtype("application/xml")));
         }},
        {"attachment's name",
         [](QPDF& pdf, const std::string& secret) {
             QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(
                 "a", QPDFFileSpecObjectHelper::createFileSpec(pdf, secret + ".txt",
                                                               QPDFEFStreamObjectHelper::createEFStream(pdf, "-")));
         }},
        {"thumbnail", [](QPDF& pdf, const std::string& secret) { add_stream(pdf, secret, "/Thumb"); }},
        {"program's private data", [](QPDF& pdf, const std::string& secret) { add_stream(pdf, secret, "/PieceInfo"); }},
        {"object that nothing refers to",
         [](QPDF& pdf, const std::string& secret) { pdf.makeIndirectObject(Object::newUnicodeString(secret)); }},
    };
    return all;
}

void write(QPDF& pdf, const fs::path& to) {
    QPDFWriter writer(pdf, to.c_str());
    writer.setPreserveUnreferencedObjects(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
}

// The bytes with the secret in them, in each of the ways that this kind of file has.
std::vector<std::string> spoilt(const PackagePart& part, const std::string& secret) {
    const fs::path name = part.name;
    const std::string ending = name.extension().string();
    if (ending == ".css" || ending == ".png" || ending == ".jpg" || ending == ".woff2" || name == "mimetype") {
        return {part.bytes + "/* " + secret + " */"};
    }
    const std::size_t root_ends = part.bytes.rfind("</");
    std::vector<std::string> all;
    if (root_ends != std::string::npos) {
        const std::string head = part.bytes.substr(0, root_ends);
        const std::string tail = part.bytes.substr(root_ends);
        const std::size_t space = secret.find(' ');
        const std::string broken = secret.substr(0, space - 2) + "<b>" + secret.substr(space - 2) + "</b>";
        std::vector<std::string> plants = {secret, "<!-- " + secret + " -->", "<x title=\"" + secret + "\"/>",
                                           "<x y=\"" + secret + "\"/>"};
        // A property or an entry of a manifest is one text by its schema: no element can stand within it.
        if (ending != ".opf" && part.name.rfind("docProps/", 0) != 0) {
            plants.push_back("<i>none</i>" + broken);
        }
        for (const std::string& planted : plants) {
            all.push_back(head + planted + tail);
        }
    }
    return all;
}

} // namespace

TEST_CASE("a secret put into a PDF is found wherever it is put") {
    const Made made(GENERATE(desk, summary));
    const withheld::Secrets secrets = made.corpus.secrets();
    const fs::path spoilt_file = made.corpus.path("spoilt.pdf");
    {
        QPDF untouched;
        untouched.processFile(made.publication("pdf").c_str());
        write(untouched, spoilt_file);
        REQUIRE(secrets.check(spoilt_file));
    }
    for (const HidingPlace& place : places()) {
        INFO(place.name);
        QPDF pdf;
        pdf.processFile(made.publication("pdf").c_str());
        place.plant(pdf, made.secret);
        write(pdf, spoilt_file);
        CHECK_FALSE(secrets.check(spoilt_file));
    }
}

TEST_CASE("a font that knows a character which no page shows is a leak") {
    const Made made(desk);
    QPDF pdf;
    pdf.processFile(made.publication("pdf").c_str());
    Object cmap = some(pdf, [](Object& object) {
                      return object.isDictionary() && object.hasKey("/ToUnicode");
                  }).getKey("/ToUnicode");
    const auto data = cmap.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    text.insert(text.find("endcmap"), "1 beginbfchar\n<FFF0> <0416>\nendbfchar\n");
    cmap.replaceStreamData(text, Object::newNull(), Object::newNull());
    write(pdf, made.corpus.path("spoilt.pdf"));
    CHECK_FALSE(made.corpus.secrets().check(made.corpus.path("spoilt.pdf")));
}

TEST_CASE("a secret put into any part of an EPUB or a DOCX is found") {
    const Made made(GENERATE(desk, summary));
    const withheld::Secrets secrets = made.corpus.secrets();
    for (const std::string format : {"epub", "docx"}) {
        const std::string bytes = read_file(made.publication(format)).value();
        const Package package = read_package(bytes, format).value();
        const fs::path spoilt_file = made.corpus.path("spoilt." + format);
        REQUIRE(package.parts.size() > 5);
        for (std::size_t at = 0; at < package.parts.size(); ++at) {
            for (const std::string& part : spoilt(package.parts[at], made.secret)) {
                Package changed = package;
                changed.parts[at].bytes = part;
                REQUIRE(write_file(spoilt_file, write_package(changed).value()));
                INFO(package.parts[at].name << ": " << part.substr(part.size() < 300 ? 0 : part.size() - 300));
                CHECK_FALSE(secrets.check(spoilt_file));
            }
        }
    }
}

TEST_CASE("a secret put anywhere into a page of HTML is found") {
    const Made made(GENERATE(desk, summary));
    const withheld::Secrets secrets = made.corpus.secrets();
    const std::string page = read_file(made.publication("html")).value();
    const std::size_t end = page.rfind("</body>");
    const fs::path spoilt_file = made.corpus.path("spoilt.html");
    for (const std::string& planted :
         {made.secret, "<!-- " + made.secret + " -->", "<img alt=\"" + made.secret + "\">",
          "<p data-x=\"" + made.secret + "\">", "<script>let x = \"" + made.secret + "\"</script>",
          "<style>/* " + made.secret + " */</style>", "<p hidden>" + made.secret + "</p>"}) {
        REQUIRE(write_file(spoilt_file, page.substr(0, end) + planted + page.substr(end)));
        INFO(planted);
        CHECK_FALSE(secrets.check(spoilt_file));
    }
}

TEST_CASE("what can't be read back doesn't pass") {
    const Made made(desk);
    const withheld::Secrets secrets = made.corpus.secrets();
    for (const std::string format : {"pdf", "epub", "docx"}) {
        const std::string bytes = read_file(made.publication(format)).value();
        const fs::path spoilt_file = made.corpus.path("spoilt." + format);
        REQUIRE(write_file(spoilt_file, bytes.substr(0, bytes.size() / 2)));
        INFO(format);
        CHECK_FALSE(secrets.check(spoilt_file));
    }
}
