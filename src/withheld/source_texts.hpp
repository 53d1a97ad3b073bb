#pragma once

// What the corpus's files say, in withheld elements and in all others.

#include "corpus/corpus.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::withheld {

struct SourceText {
    std::string text;
    Place place;
};

// Whether an attribute of a corpus holds the schema's own words, a date or a count, which aren't looked for.
bool holds_schema_words(std::string_view attribute);

enum class Standing : std::uint8_t { shown, withheld };

// Every text of that standing, file by file; those of sources last, when it is known who names them. Fails where a file
// isn't well-formed.
Result<void> for_each_text(const std::vector<corpus::File>& corpus, corpus::Audience readers, Standing wanted,
                           const std::function<void(const SourceText&)>& visit);

// All texts and attributes of an XML file.
Result<std::vector<std::string>> texts_of(const std::filesystem::path& file);

} // namespace rapporteur::withheld
