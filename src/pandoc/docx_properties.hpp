#pragma once

#include "document/document.hpp"

#include <string>

namespace rapporteur::pandoc {

// What Word shows under File, Info.
std::string docx_core_properties(const document::Document& document);
std::string docx_app_properties(const document::Metadata& about);
std::string docx_custom_properties(const document::Metadata& about);

} // namespace rapporteur::pandoc
