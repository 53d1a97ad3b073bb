#pragma once

// How an edited DOCX is brought back to its corpus. Each passage that has an origin stands in a bookmark, and a custom
// XML part tells of each where it was written and what it said:
//
//     <passages xmlns="urn:rapporteur:passages:1" edition="urn:uuid:…" corpus="SHA-256 of the corpus's state">
//       <passage bookmark="passage_7" file="partners/ecosoc.xml" line="43" language="en" digest="a4dd5fe53a52"/>
//
// `digest` is made as the one that a translation's `from` names: the first 12 digits of the SHA-256 of the text. A
// passage whose words still give it wasn't edited; a text of the corpus that no longer gives it has changed since.
//
// Bookmarks rather than content controls: every word processor keeps them, and those who read the text with a library
// find it where it always is. What they don't outlive is a paragraph typed anew from end to end; it stands between its
// neighbours' bookmarks then, which tells what it was.

#include "document/document.hpp"
#include "pandoc/docx_parts.hpp"

#include <vector>

namespace rapporteur::pandoc {

// The custom XML part, its properties and the relation between them; none where nothing has an origin.
std::vector<DocxPart> passage_parts(const document::Document& document);

} // namespace rapporteur::pandoc
