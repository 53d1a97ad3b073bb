#include "pandoc/html_parts.hpp"
#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

std::string contents_nav(const document::Document& document, const std::vector<ContentsEntry>& contents) {
    std::string html = fmt::format("<nav aria-labelledby=\"contents\">\n<details open>\n"
                                   "<summary><h2 id=\"contents\">{}</h2></summary>\n<ol>\n",
                                   escaped(document.labels.contents));
    for (const ContentsEntry& entry : contents) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(entry.id), entry.title);
    }
    return html + "</ol>\n</details>\n</nav>\n";
}

} // namespace rapporteur::pandoc
