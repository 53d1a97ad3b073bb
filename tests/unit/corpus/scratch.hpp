#pragma once

// A small good corpus in a folder of its own, to be spoilt by tests.

#include "corpus/corpus.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include "catch.hpp"

namespace rapporteur::corpus {

constexpr const char* good_corpus = R"(<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" xmlns:xi="http://www.w3.org/2001/XInclude"
        id="sample" year="2026" date="2026-11-24" xml:lang="en" languages="en fr">
  <title>
    <text xml:lang="en">Partnerships</text>
    <text xml:lang="fr" state="draft" from="82c0e8c1d1d5">Partenariats</text>
  </title>
  <holder id="holder">
    <name><text xml:lang="en">Holder</text><text xml:lang="fr" state="draft" from="efb13468b132">Titulaire</text></name>
  </holder>
  <sources>
    <source id="page" language="en" date="2026-01-05">
      <title><text xml:lang="en">A page</text><text xml:lang="fr" state="draft" from="fbddd8a01bfd">Une page</text></title>
    </source>
  </sources>
  <partners>
    <xi:include href="partners/one.xml"/>
  </partners>
</corpus>
)";

constexpr const char* good_partner = R"(<?xml version="1.0" encoding="UTF-8"?>
<partner xmlns="urn:rapporteur:corpus:1" id="one" kind="ngo" status="active">
  <name><text xml:lang="en">One</text><text xml:lang="fr" state="draft" from="8b12507783d5">Un</text></name>
  <summary source="page" checked="2026-11-24" confidence="stated">
    <text xml:lang="en">One works with us.</text>
    <text xml:lang="fr" state="reviewed" from="1a87bcd43a07">Un travaille avec nous.</text>
  </summary>
  <relationship id="membership" kinds="member" from="1993" to="2012-05" source="page" checked="2026-11-24">
    <role><text xml:lang="en">Member</text><text xml:lang="fr" state="draft" from="7c968fb71f50">Membre</text></role>
  </relationship>
</partner>
)";

struct Scratch {
    TemporaryFolder folder = TemporaryFolder::create().value();
    std::string corpus_text = good_corpus;
    std::string partner_text = good_partner;

    std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

    void write() const {
        std::filesystem::create_directories(path("partners"));
        REQUIRE(write_file(path("corpus.xml"), corpus_text));
        REQUIRE(write_file(path("partners/one.xml"), partner_text));
        REQUIRE(write_file(path("partners/e\u0301te\u0301.jpeg"), "a picture, as macOS names it"));
    }

    Limits limits;

    Loaded load() const {
        return corpus::load(path("corpus.xml"), std::string(SOURCE_DIR) + "/schema/corpus.xsd", limits);
    }

    // What is found, with the folder's name taken away.
    std::string found() const {
        std::string text;
        for (const Diagnostic& diagnostic : load().diagnostics) {
            text += to_text(diagnostic);
        }
        const std::string prefix = folder.path().string() + "/";
        for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
            text.erase(at, prefix.size());
        }
        return text;
    }
};

inline void replace(std::string& text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
}

} // namespace rapporteur::corpus
