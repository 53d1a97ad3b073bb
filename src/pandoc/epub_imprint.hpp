#pragma once

#include "support/package.hpp"

namespace rapporteur::pandoc {

// Pandoc makes a chapter of what comes before the first heading, named after the title and listed in the contents.
// This moves what it holds to the title page, where an imprint belongs, and takes the chapter out of the package.
Result<void> move_imprint_to_title_page(Package& package);

} // namespace rapporteur::pandoc
