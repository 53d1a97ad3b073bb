#include "pandoc/html_page.hpp"

namespace rapporteur::pandoc {

Result<std::string> html_page(const std::string& body, const document::Document&, const style::Style&,
                              const Companions&) {
    return body;
}

} // namespace rapporteur::pandoc
