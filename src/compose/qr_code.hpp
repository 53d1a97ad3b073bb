#pragma once

// A QR code (ISO/IEC 18004) as a drawing, by libqrencode.

#include "document/drawing.hpp"

#include <optional>
#include <string>

namespace rapporteur::compose {

// A square of `size` points, its quiet zone of four modules counted, of error correction level M. Nothing where the
// text is more than a code holds.
std::optional<document::Drawing> qr_code(const std::string& text, double size);

} // namespace rapporteur::compose
