#include "pandoc/html_parts.hpp"
#include "support/xml_escape.hpp"

#include <array>
#include <fmt/format.h>
#include <memory>
#include <unicode/uldnames.h>
#include <unicode/unistr.h>

namespace rapporteur::pandoc {

namespace {

// A language's name in the language itself, as a list has it: "Français".
std::string own_name(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    std::array<UDisplayContext, 1> contexts = {UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU};
    const std::unique_ptr<ULocaleDisplayNames, decltype(&uldn_close)> names(
        uldn_openForContext(language.c_str(), contexts.data(), static_cast<int32_t>(contexts.size()), &status),
        uldn_close);
    std::array<UChar, 128> name = {};
    const int32_t length =
        uldn_localeDisplayName(names.get(), language.c_str(), name.data(), static_cast<int32_t>(name.size()), &status);
    if (U_FAILURE(status) != 0 || length > static_cast<int32_t>(name.size())) {
        return language;
    }
    std::string utf8;
    icu::UnicodeString(name.data(), length).toUTF8String(utf8);
    return utf8;
}

std::string language_switch(const document::Document& document, const std::vector<Translation>& translations) {
    if (translations.size() < 2) {
        return {};
    }
    std::string html =
        fmt::format("<nav class=\"languages\" aria-label=\"{}\"><ul>\n", escaped(document.labels.languages));
    for (const Translation& translation : translations) {
        const std::string language = escaped(translation.language);
        const std::string name = escaped(own_name(translation.language));
        html += translation.language == document.metadata.language
                    ? fmt::format("<li><span lang=\"{}\" aria-current=\"true\">{}</span></li>\n", language, name)
                    : fmt::format("<li><a lang=\"{0}\" hreflang=\"{0}\" href=\"{1}\">{2}</a></li>\n", language,
                                  escaped(translation.file), name);
    }
    return html + "</ul></nav>\n";
}

std::string above(const document::Document& document, const std::vector<Translation>& translations) {
    return fmt::format("<div class=\"above\"><p class=\"holder\">{}</p>\n{}</div>\n", escaped(document.metadata.holder),
                       language_switch(document, translations));
}

} // namespace

std::string masthead_of_report(const document::Document& document, const std::vector<Translation>& translations) {
    const document::Metadata& about = document.metadata;
    std::string html = "<header class=\"masthead\">\n" + above(document, translations);
    html += fmt::format("<h1>{}</h1>\n<p class=\"subtitle\">{}{}{}</p>\n", escaped(about.title),
                        escaped(about.subtitle), about.subtitle.empty() ? "" : " · ", about.shown_year);
    if (!about.notice.empty()) {
        html += fmt::format("<p class=\"notice\">{}</p>\n", escaped(about.notice));
    }
    return html + "</header>\n";
}

std::string masthead_of_part(const document::Document& document, const std::vector<Translation>& translations,
                             const std::string& front) {
    const document::Metadata& about = document.metadata;
    return fmt::format("<header class=\"masthead low\">\n{}<p class=\"report\"><a href=\"{}\">{}</a> · {}{}{}</p>\n"
                       "</header>\n",
                       above(document, translations), escaped(front), escaped(about.title), about.shown_year,
                       about.notice.empty() ? "" : " · ", escaped(about.notice));
}

} // namespace rapporteur::pandoc
