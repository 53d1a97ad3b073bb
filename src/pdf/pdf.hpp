#pragma once

// Pages in, a PDF file out: PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once, or PDF 2.0 that
// is PDF/UA-2 (ISO 14289-2), PDF/A-4f (ISO 19005-4; PDF/A-4 without attachments) and Well-Tagged PDF 1.0 for
// accessibility and reuse.
//
// A Writer streams: each page is written as it comes, its objects freed at once; fonts are subset and embedded, the
// structure tree, outline, destinations, page labels, XMP and cross-reference table written at the end. Memory held
// between pages: an object number and an offset per object, the glyphs used of each face, and what Layout holds.
// The same pages give the same bytes: dates come from Description, the file's ID from the content's digest.
//
// Built on libharu's object layer (document record, xref, stream writer); the rest of the program never sees it.

#include "fonts/fonts.hpp"
#include "pdf/shared_fonts.hpp"
#include "support/diagnostic.hpp"
#include "typeset/page.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rapporteur::pdf {

enum class Standard : std::uint8_t {
    pdf_1_7, // with PDF/UA-1 and PDF/A-3a
    pdf_2_0  // with PDF/UA-2, PDF/A-4f and WTPDF 1.0
};

struct Form {
    Standard standard = Standard::pdf_1_7;
    // Objects together in deflated streams, and a cross-reference stream: less than half the bytes of a long report,
    // for programs that read PDF 1.5 (2003) or newer. Same pages, same claims.
    bool compact = false;
};

// What an attachment is to the document (ISO 32000-2, table 43).
enum class Relationship : std::uint8_t { source, schema, supplement };

// A file that travels inside the PDF (ISO 19005-3, 6.8; ISO 19005-4, 6.9).
struct Attachment {
    std::string name;       // "corpus.xml", not that of another
    std::string media_type; // "application/xml"
    Relationship relationship = Relationship::source;
    std::string description;
    std::function<Result<std::string>()> read; // its bytes, asked for when they are written
};

struct Description {
    std::string title;
    std::string author;
    std::string subject;
    std::vector<std::string> keywords;
    std::string language;       // BCP 47
    std::string date;           // ISO 8601: a day ("2026-11-24") or an instant; used for creation and modification
    std::string producer;       // "rapporteur 0.1.0"
    std::string identifier;     // a URN, dc:identifier
    bool right_to_left = false; // ViewerPreferences /Direction
    bool two_sided = false;     // ViewerPreferences /Duplex: printed on both sides, to be turned as a book's leaf is
    std::vector<Attachment> attachments;
};

class Writer {
public:
    // Writes to `file`, which appears when finish() has succeeded and not before (a temporary name beside it until
    // then). Where most of its text will be set with the glyphs of `shared`, those are embedded.
    static Result<Writer> open(const std::string& file, const fonts::FontBook& book, Form form = {},
                               SharedFonts* shared = nullptr);
    ~Writer();
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    Result<void> add(const typeset::Page& page);
    Result<void> finish(const typeset::Layout& layout, const Description& description);

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state;
};

// The libraries by which a file comes to be, with their versions: "libharu 2.3.0".
std::vector<std::string> tools();

} // namespace rapporteur::pdf
