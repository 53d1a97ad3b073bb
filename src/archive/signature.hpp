#pragma once

// Signatures that others can check without this program: made and checked by ssh-keygen or minisign.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur::archive {

// Signs tagmanifest-sha512.txt and gives the name of the file that the signature is in.
Result<std::string> sign(const std::filesystem::path& bag, const std::filesystem::path& key);

} // namespace rapporteur::archive
