// A message holds the rule that was broken: for every simple type of the schemas that has one.

#include "catch.hpp"
#include "support/files.hpp"
#include "support/process.hpp"
#include "xml/schema.hpp"

#include <filesystem>
#include <pugixml.hpp>
#include <sstream>

using namespace rapporteur;

namespace fs = std::filesystem;

namespace {

const fs::path schemas = fs::path(SOURCE_DIR) / "schema";

std::string printed(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return out.str();
}

// An attribute or an element of a schema by itself, on an element `probe` of the same namespace.
struct Probe {
    std::string declaration; // what stands in the probe's complex type, or its simple type by name
    std::string attribute;   // empty: the text of the probe
    pugi::xml_node type;     // the simple type with the rule
    std::string documented;  // beside the type: the attribute's own documentation
};

struct Probed {
    std::unique_ptr<pugi::xml_document> schema = std::make_unique<pugi::xml_document>();
    std::vector<Probe> probes;
};

bool has_rule(const pugi::xml_node& type) {
    return !type.select_nodes(".//xs:pattern | .//xs:enumeration | .//xs:minInclusive | .//xs:minLength").empty();
}

// Every named simple type, and every attribute with a simple type of its own.
Probed probes_of(const fs::path& file) {
    Probed all;
    REQUIRE(all.schema->load_file(file.c_str()));
    for (const pugi::xpath_node& found : all.schema->select_nodes("/xs:schema/xs:simpleType[@name]")) {
        if (has_rule(found.node())) {
            const std::string name = found.node().attribute("name").value();
            all.probes.push_back({"type=\"" + name + "\"/>", "", found.node(), ""});
        }
    }
    for (const pugi::xpath_node& found : all.schema->select_nodes("//xs:attribute[@name][xs:simpleType]")) {
        all.probes.push_back({"><xs:complexType>" + printed(found.node()) + "</xs:complexType></xs:element>",
                              found.node().attribute("name").value(), found.node().child("xs:simpleType"),
                              found.node().child("xs:annotation").child_value("xs:documentation")});
    }
    return all;
}

std::vector<std::string> values_of(const pugi::xml_node& type) {
    std::vector<std::string> values;
    for (const pugi::xpath_node& value : type.select_nodes(".//xs:enumeration/@value")) {
        values.emplace_back(value.attribute().value());
    }
    return values;
}

// The first word of a documentation, which a rule begins with in small letters.
std::string second_word_of(std::string text) {
    std::istringstream stream(text);
    std::string word;
    stream >> word >> word;
    return word;
}

// What is said of the first of these values that the probe may not have.
Diagnostics faults_of(const Probe& probe, const std::string& name_space, const fs::path& included,
                      const fs::path& folder) {
    const fs::path file = folder / "probe.xsd";
    REQUIRE(write_file(file, "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + name_space +
                                 "\" targetNamespace=\"" + name_space + "\" elementFormDefault=\"qualified\">" +
                                 "<xs:include schemaLocation=\"" + included.string() +
                                 "\"/><xs:element name=\"probe\" " + probe.declaration + "</xs:schema>"));
    const Result<xml::Schema> schema = xml::Schema::load(file);
    REQUIRE(schema);
    for (const std::string value : {"§ §", "", "99999999"}) {
        const std::string text =
            probe.attribute.empty() ? "<probe xmlns=\"" + name_space + "\">" + value + "</probe>"
                                    : "<probe xmlns=\"" + name_space + "\" " + probe.attribute + "=\"" + value + "\"/>";
        xml::Checked checked = schema->check(xml::SourceFile("probe.xml", text));
        if (!checked.faults.empty()) {
            return std::move(checked.faults);
        }
    }
    return {};
}

} // namespace

TEST_CASE("a wrong value is answered with its rule in words and the values that are allowed") {
    const std::string name = GENERATE("corpus.xsd", "style.xsd", "xinclude.xsd");
    const Result<TemporaryFolder> folder = TemporaryFolder::create();
    REQUIRE(folder);
    for (const fs::directory_entry& schema : fs::directory_iterator(schemas)) { // one reads those beside it alone
        fs::copy(schema.path(), folder->path());
    }
    const Probed probed = probes_of(schemas / name);
    REQUIRE_FALSE(probed.probes.empty());
    const std::string name_space = probed.schema->document_element().attribute("targetNamespace").value();
    for (const Probe& probe : probed.probes) {
        INFO(name << ": " << probe.declaration);
        const Diagnostics faults = faults_of(probe, name_space, name, folder->path());
        REQUIRE(faults.size() == 1);
        INFO(to_text(faults.front()));
        const std::string& hint = faults.front().hint;
        const std::string documented = probe.type.child("xs:annotation").child_value("xs:documentation");
        CHECK(hint.find(second_word_of(documented.empty() ? probe.documented : documented)) != std::string::npos);
        for (const std::string& value : values_of(probe.type)) {
            CHECK(hint.find(value) != std::string::npos);
        }
        CHECK(hint.find("description") == std::string::npos);
        CHECK(faults.front().message.find("probe") != std::string::npos);
    }
}

TEST_CASE("a date's rule is its three forms") {
    const Result<xml::Schema> schema = xml::Schema::load(schemas / "corpus.xsd");
    REQUIRE(schema);
    const xml::Checked checked = schema->check(xml::SourceFile(
        "one.xml", "<partner xmlns=\"urn:rapporteur:corpus:1\" id=\"one\" kind=\"club\" status=\"active\"><name>"
                   "<text xml:lang=\"en\">One</text></name><relationship id=\"r\" kinds=\"member\" from=\"5/1993\"/>"
                   "</partner>"));
    REQUIRE(checked.faults.size() == 2);
    CHECK(checked.faults[0].message == "kind of <partner>: “club” isn't a value that it may have");
    CHECK(checked.faults[0].hint == "what kind of body a partner is: un-organ, un-agency, un-panel, intergovernmental, "
                                    "eu-agency, ngo-network, ngo, other");
    CHECK(checked.faults[1].message == "from of <relationship>: “5/1993” isn't a value that it may have");
    CHECK(checked.faults[1].hint ==
          "a date is YYYY, YYYY-MM or YYYY-MM-DD, such as 2026, 2026-11 or 2026-11-24: as exact "
          "as your source is, and no more");
}

TEST_CASE("a file that ends too early is told so, with the line where the element was opened") {
    const Result<xml::Schema> schema = xml::Schema::load(schemas / "corpus.xsd");
    REQUIRE(schema);
    for (const std::string end : {"", "\n", "\n  <!-- more -->\n"}) {
        const xml::Checked checked = schema->check(xml::SourceFile(
            "one.xml", "<?xml version=\"1.0\"?>\n<partner xmlns=\"urn:rapporteur:corpus:1\" id=\"one\" kind=\"ngo\" "
                       "status=\"active\"><name><text xml:lang=\"en\">One</text></name>" +
                           end));
        CHECK_FALSE(checked.well_formed);
        REQUIRE(checked.faults.size() == 1);
        CHECK(checked.faults[0].message == "<partner> isn't closed: it was opened at line 2, and the file ends");
    }
}
