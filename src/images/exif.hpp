#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur::images {

// How the camera was held, of the TIFF that EXIF is: 1 to 8 (TIFF 6.0, tag 274); 1 where nothing says so.
int orientation_of_exif(std::string_view tiff);

} // namespace rapporteur::images
