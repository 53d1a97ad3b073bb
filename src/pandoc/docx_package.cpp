#include "pandoc/docx_package.hpp"

#include "pandoc/docx_order.hpp"
#include "pandoc/docx_parts.hpp"
#include "pandoc/docx_passages.hpp"
#include "pandoc/docx_properties.hpp"
#include "pandoc/docx_sections.hpp"
#include "pandoc/docx_settings.hpp"
#include "pandoc/docx_styles.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_theme.hpp"
#include "pandoc/xml.hpp"

namespace rapporteur::pandoc {

namespace {

Result<pugi::xml_document> read(Package& package, const char* name) {
    // Pandoc 3 indents its elements; what is only space counts where it is all that an element holds.
    constexpr unsigned without_indents = pugi::parse_full | pugi::parse_ws_pcdata_single;
    const PackagePart* part = package.find(name);
    pugi::xml_document tree;
    if (part == nullptr || !tree.load_buffer(part->bytes.data(), part->bytes.size(), without_indents)) {
        return surroundings_failed("pandoc", std::string("the DOCX that it made lacks ") + name);
    }
    return tree;
}

Result<void> finish_text(pugi::xml_node body, const document::Document& document, const style::Style& style,
                         const Companions& companions) {
    finish_headings(body, document);
    const bool in_columns = style.brief && stands_in_columns(document, companions);
    const style::TextStyle& table = style[style::TextStyleName::table];
    Result<void> finished = finish_tables(body, document, in_columns ? style.brief->side : docx_measure(style), table);
    finished = finished ? finish_figures(body, document) : finished;
    if (!finished) {
        return finished;
    }
    refer_to_notes(body, document);
    write_contents(body, document);
    write_front(body, document, style);
    body.remove_child("w:sectPr");
    set_text_section(body.append_child("w:sectPr"), style, document.metadata.language);
    if (in_columns) {
        set_in_columns(body, document, style);
    }
    set_languages(body, document.metadata.language);
    number_bookmarks(body);
    order_properties(body);
    return {};
}

// The parts that are ours from the first byte to the last; pandoc brings most of them with what it has by default.
std::vector<DocxPart> our_parts(const document::Document& document, const style::Style& style) {
    const document::Metadata& about = document.metadata;
    std::vector<DocxPart> parts = furniture(document);
    parts.push_back({"word/styles.xml", {}, "styles", "rIdStyles", docx_styles(style, about.language, about.form)});
    parts.push_back({"word/settings.xml", {}, "settings", "rIdSettings", docx_settings(style, about.language)});
    parts.push_back({"word/fontTable.xml", {}, "fontTable", "rIdFonts", docx_font_table(style)});
    parts.push_back({"word/theme/theme1.xml", {}, "theme", "rIdTheme", docx_theme(style)});
    parts.push_back({"docProps/core.xml", {}, {}, {}, docx_core_properties(document)});
    parts.push_back({"docProps/app.xml", {}, {}, {}, docx_app_properties(about)});
    parts.push_back({"docProps/custom.xml", {}, {}, {}, docx_custom_properties(about)});
    std::vector<DocxPart> passages = passage_parts(document);
    std::move(passages.begin(), passages.end(), std::back_inserter(parts));
    return parts;
}

} // namespace

Result<void> finish_docx(Package& package, const document::Document& document, const style::Style& style,
                         const Companions& companions) {
    const Result<pugi::xml_document> text = read(package, "word/document.xml");
    const Result<pugi::xml_document> notes = read(package, "word/footnotes.xml");
    const Result<pugi::xml_document> numbering = read(package, "word/numbering.xml");
    for (const Result<pugi::xml_document>* part : {&text, &notes, &numbering}) {
        if (!*part) {
            return tl::unexpected(part->error());
        }
    }
    pugi::xml_node body = text->document_element().child("w:body");
    set_bookmarks(body);
    std::vector<DocxPart> parts = our_parts(document, style);
    parts.push_back({"word/numbering.xml",
                     {},
                     "numbering",
                     "rIdNumbering",
                     finish_lists(body, numbering->document_element(), document, style)});
    if (Result<void> finished = finish_text(body, document, style, companions); !finished) {
        return finished;
    }
    finish_notes(notes->document_element());
    set_languages(notes->document_element(), document.metadata.language);
    order_properties(notes->document_element());
    parts.push_back({"word/document.xml", {}, {}, {}, print(*text)});
    parts.push_back({"word/footnotes.xml", {}, {}, {}, print(*notes)});
    return put_parts(package, std::move(parts));
}

} // namespace rapporteur::pandoc
