#pragma once

// A type case: words shaped, hyphenation patterns read. What one document has taught serves the next.

#include "typeset/paragraph.hpp"

namespace rapporteur::typeset {

// `looks` and `book` must outlive it. For one thread.
struct TypeCase {
    TypeCase(const Looks& looks, fonts::FontBook& book) : setter(book, looks) {}

    ParagraphSetter setter;
};

} // namespace rapporteur::typeset
