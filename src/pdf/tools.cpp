#include "pdf/pdf.hpp"

#include <fmt/format.h>
#include <hb.h>
#include <hpdf_version.h>

namespace rapporteur::pdf {

std::vector<std::string> tools() {
    return {"libharu " HPDF_VERSION_TEXT, fmt::format("HarfBuzz {}", hb_version_string())};
}

} // namespace rapporteur::pdf
