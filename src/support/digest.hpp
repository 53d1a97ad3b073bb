#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// SHA-512 (FIPS 180-4) as 128 lower-case hexadecimal digits.
std::string sha512(std::string_view bytes);

} // namespace rapporteur
