#pragma once

// An edition becomes a Document: what is said, in which order, under which headings. No format is known here.
//
// Composing is deterministic and takes time linear in the facts. Every fact keeps its source: a note names the one that
// most of a section comes from, and each statement from elsewhere calls a note of its own.

#include "changes/changes.hpp"
#include "document/document.hpp"
#include "edition/edition.hpp"
#include "wording/wording.hpp"

#include <map>

namespace rapporteur::compose {

using Pictures = std::map<std::string, document::Raster>; // by the file's path in the corpus

struct Options {
    double measure = 380;                      // points that a drawing may be wide
    double narrow = 210;                       // and one for a phone
    double lettering = 8;                      // points of the labels in a drawing
    std::vector<std::string> tools;            // that the report is made with: "rapporteur 0.1.0"
    std::vector<std::string> faces;            // that it is set in: "EB Garamond 12"
    Pictures pictures;                         // a photo that isn't among them is left out
    const changes::Changes* changes = nullptr; // since the year that is to be compared with; null: no chapter of them
};

document::Document annual_report(const edition::Edition& edition, const wording::Words& words, const Options& options);

} // namespace rapporteur::compose
