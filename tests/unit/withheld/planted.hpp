#pragma once

// A corpus in a folder of its own with a secret in every field that may have an audience, and what is made of it.

#include "catch.hpp"
#include "program.hpp"
#include "support/files.hpp"
#include "support/process.hpp"
#include "withheld/withheld.hpp"

#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace rapporteur {

// A field and the words planted in it, which stand nowhere else.
struct Plant {
    const char* element; // with @ where its audience goes, and its secret in it
    const char* secret;
    bool is_printed; // by the annual report
    bool is_in_brief;
};

inline constexpr std::array<Plant, 17> plants = {{
    {R"(<contact@><name>Quincetree Desk</name></contact>)", "Quincetree Desk", true, true},
    {R"(<contact@><name>Ann</name><role>Keeper of quinces</role></contact>)", "Keeper of quinces", true, true},
    {R"(<contact@><name>Bea</name><email>quince@keeper.example</email></contact>)", "quince@keeper.example", true,
     true},
    {R"(<contact@><name>Cleo</name><page>https://keeper.example/quince-room</page></contact>)",
     "keeper.example/quince-room", true, true},
    {R"(<summary source="page"@><text xml:lang="en">Whoever walks by the river at night hears the quinces falling one by one.</text></summary>)",
     "by the river at night hears the quinces falling one by one", true, true},
    {R"(<mandate source="page"@><text xml:lang="en">It counts quinces.</text></mandate>)", "counts quinces", true,
     true},
    {R"(<composition source="page" total="2"@><group count="2"><text xml:lang="en">Quince growers</text></group></composition>)",
     "Quince growers", true, true},
    {R"(<relationship source="page" kinds="observer"@><role><text xml:lang="en">Quince envoy</text></role></relationship>)",
     "Quince envoy", true, true},
    {R"(<relationship source="page" kinds="memorandum"@><basis><text xml:lang="en">Letter on quinces</text></basis></relationship>)",
     "Letter on quinces", true, true},
    {R"(<relationship source="page" kinds="member"><description source="page"@><text xml:lang="en">Sits on the quince bench.</text></description></relationship>)",
     "quince bench", true, true},
    {R"(<relationship source="page" kinds="founder"><right source="page"@><text xml:lang="en">Taste every quince</text></right></relationship>)",
     "Taste every quince", true, true},
    {R"(<relationship source="page" kinds="host"><obligation source="page" due="2027-01-31"@><text xml:lang="en">Peel nine quinces</text></obligation></relationship>)",
     "Peel nine quinces", true, true},
    {R"(<engagement source="page" from="2020"@><text xml:lang="en">Planted a quince hedge.</text></engagement>)",
     "quince hedge", true, true},
    {R"(<funding source="page" year="2026" amount="73519" currency="EUR"@><purpose><text xml:lang="en">Shelves</text></purpose></funding>)",
     "73519", true, false},
    {R"(<nextStep source="page"@><text xml:lang="en">Ask for a quince ladder.</text></nextStep>)", "quince ladder",
     true, true},
    {R"(<talkingPoint@><text xml:lang="en">Their quince jam is late.</text></talkingPoint>)", "quince jam", false,
     true},
    {R"(<event source="page" date="2001"@><text xml:lang="en">Quince frost</text></event>)", "Quince frost", true,
     true},
}};

class PlantedCorpus {
public:
    // `withheld` of the plants is for the house alone, all others are for everyone; past the last, none is withheld.
    void write(std::size_t withheld) const {
        std::string partner = R"(<?xml version="1.0" encoding="UTF-8"?>
<partner xmlns="urn:rapporteur:corpus:1" id="one" kind="ngo" status="active">
<name><text xml:lang="en">One</text></name>
)";
        for (std::size_t at = 0; at < plants.size(); ++at) {
            std::string element = plants[at].element;
            element.replace(element.find('@'), 1, at == withheld ? R"( audience="internal")" : R"( audience="public")");
            partner += element + "\n";
        }
        std::filesystem::create_directories(path("partners"));
        REQUIRE(write_file(path("partners/one.xml"), partner + "</partner>\n"));
        REQUIRE(write_file(path("corpus.xml"), R"(<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude"
        id="sample" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">Partnerships</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources><source id="page" language="en"><title><text xml:lang="en">A page</text></title></source></sources>
  <partners><xi:include href="partners/one.xml"/></partners>
</corpus>
)"));
    }

    // The line of partners/one.xml where a plant stands.
    static std::size_t line_of(std::size_t plant) { return plant + 4; }

    withheld::Secrets secrets() const {
        Result<withheld::Secrets> secrets = withheld::Secrets::of(
            {files_at({path("corpus.xml"), path("partners/one.xml")}), {}}, corpus::Audience::everyone, {});
        REQUIRE(secrets);
        return std::move(*secrets);
    }

    // Runs the program; what it makes lies in `out`.
    int run(std::vector<std::string> words, const std::string& out) const {
        return run_program(std::move(words), path(out).string());
    }

    std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

private:
    TemporaryFolder folder = TemporaryFolder::create().value();
};

} // namespace rapporteur
