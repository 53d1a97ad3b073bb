#pragma once

// Text that a test makes, held against the text that a reviewer has agreed to. scripts/renew-goldens renews them.

#include "catch.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace rapporteur {

inline void check_golden(const std::string& name, const std::string& text) {
    const std::string file = std::string(SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("RAPPORTEUR_RENEW_GOLDENS") != nullptr) {
        std::ofstream(file) << text;
    }
    std::ifstream stream(file);
    std::ostringstream golden;
    golden << stream.rdbuf();
    CHECK(text == golden.str());
}

} // namespace rapporteur
