#pragma once

// Small corpora, written out in a test, and what is composed of them.

#include "catch.hpp"
#include "compose/compose.hpp"
#include "outline.hpp"
#include "support/digest.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <algorithm>

namespace rapporteur {

// A text in one language, or in two.
inline std::string text(const std::string& english, const std::string& french = {}) {
    const std::string from = sha256(english).substr(0, 12);
    return "<text xml:lang=\"en\">" + english + "</text>" +
           (french.empty() ? "" : "<text xml:lang=\"fr\" state=\"draft\" from=\"" + from + "\">" + french + "</text>");
}

inline std::string fact(const std::string& element, const std::string& attributes, const std::string& english,
                        const std::string& french = {}) {
    return "<" + element + " " + attributes + ">" + text(english, french) + "</" + element + ">";
}

struct Small {
    std::string frame;   // what stands before the partners, beside title, holder and sources
    std::string partner; // what stands in the one partner, after its name
    std::string others;  // more partners

    corpus::Corpus load() const {
        const TemporaryFolder folder = TemporaryFolder::create().value();
        const std::string written = R"(<corpus xmlns="urn:rapporteur:corpus:1" id="small" year="2026" date="2026-11-24"
            xml:lang="en" languages="en fr">
          <title><text xml:lang="en">Title</text></title>
          <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
          <sources><source id="accounts" language="en"><title><text xml:lang="en">The accounts</text></title></source>
            <source id="letter" language="en"><title><text xml:lang="en">A letter</text></title></source></sources>)" +
                                    frame + R"(<partners><partner id="one" kind="ngo"><name>)" + text("One", "Un") +
                                    "</name>" + partner + "</partner>" + others + "</partners></corpus>";
        REQUIRE(write_file(folder.path() / "corpus.xml", written));
        corpus::Loaded loaded =
            corpus::load(folder.path() / "corpus.xml", std::string(SOURCE_DIR) + "/schema/corpus.xsd");
        for (const Diagnostic& diagnostic : loaded.diagnostics) {
            UNSCOPED_INFO(to_text(diagnostic));
        }
        REQUIRE(loaded.corpus);
        return std::move(*loaded.corpus);
    }

    edition::Edition edition(const std::string& language, corpus::Audience audience) const {
        return edition::make(load(), {language, audience, {}});
    }

    document::Document report(corpus::Audience audience = corpus::Audience::everyone,
                              const std::string& language = "en") const {
        return compose::annual_report(edition(language, audience), words(language), {});
    }

    document::Document brief(corpus::Audience audience = corpus::Audience::everyone,
                             const std::string& language = "en") const {
        const edition::Edition made = edition(language, audience);
        compose::BriefOptions options;
        options.kept = compose::items_of(made, made.facts.partners.front(), words(language));
        return compose::brief(made, made.facts.partners.front(), words(language), options);
    }

    static wording::Words words(const std::string& language) {
        return wording::Words::load(std::string(SOURCE_DIR) + "/styles/words", language).value();
    }
};

inline std::string text_in(const document::Document& document, document::PartRole role) {
    std::string text;
    for (const document::Part& part : document.parts) {
        if (part.role == role) {
            for (const document::Block& block : part.blocks) {
                text += outline_of(block);
            }
        }
    }
    return text;
}

inline bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

} // namespace rapporteur
