#include "pandoc/docx_properties.hpp"

#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

constexpr const char* declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

std::string element(const char* name, const std::string& words) {
    return words.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>", name, escaped(words));
}

std::string moment(const char* name, const std::string& day) {
    return fmt::format(R"(<dcterms:{0} xsi:type="dcterms:W3CDTF">{1}T00:00:00Z</dcterms:{0}>)", name, day);
}

std::string property(int number, const char* name, const std::string& value) {
    return fmt::format(
        R"(<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{}" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>)",
        number, name, escaped(value));
}

} // namespace

std::string docx_core_properties(const document::Document& document) {
    const document::Metadata& about = document.metadata;
    std::string core = declaration;
    core += R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
            R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
            R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)";
    core += element("dc:title", about.title);
    core += element("dc:subject", about.subtitle);
    core += element("dc:creator", about.holder);
    core += element("cp:keywords", fmt::format("{}", fmt::join(about.subjects, "; ")));
    core += element("dc:description", about.description);
    core += element("cp:lastModifiedBy", about.holder);
    core += moment("created", about.date);
    core += moment("modified", about.date);
    core += element("cp:category", about.subtitle);
    core += element("cp:contentStatus", about.notice);
    core += element("dc:identifier", about.identifier);
    core += element("dc:language", about.language);
    return core + "</cp:coreProperties>";
}

std::string docx_app_properties(const document::Metadata& about) {
    return std::string(declaration) +
           R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)" +
           element("Application", "rapporteur") + element("Company", about.holder) + "</Properties>";
}

// Which edition this is, for those who bring corrections back.
std::string docx_custom_properties(const document::Metadata& about) {
    constexpr int first = 2; // the numbers before are reserved (ECMA-376 part 1, 22.3.2.3)
    return std::string(declaration) +
           R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" )"
           R"(xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">)" +
           property(first, "Edition", about.identifier) + property(first + 1, "Edition date", about.date) +
           property(first + 2, "Corpus", about.corpus_digest) + "</Properties>";
}

} // namespace rapporteur::pandoc
