#pragma once

// A file of words, read and checked: every word there and no other, each an ICU message pattern that fills the same
// places as the English one, each plural with all the forms that its language has for whole numbers.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace rapporteur::wording {

struct WordsFile {
    std::map<std::string, std::string, std::less<>> words; // by id
    Diagnostics faults;                                    // in the order of the file; none where it is good
};

// The file of `language` in `folder`.
WordsFile read_words(const std::filesystem::path& folder, const std::string& language);

} // namespace rapporteur::wording
