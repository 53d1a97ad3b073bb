#include "pdf/standard.hpp"

#include <array>

namespace rapporteur::pdf {

namespace {

using typeset::ElementType;

// The namespaces by whose index a type says where it is defined (ISO 32000-2, 14.8.6.1 and 14.8.6.2).
constexpr std::array<std::string_view, 2> namespaces = {"http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"};
constexpr std::size_t pdf_2_0 = 0;
constexpr std::size_t pdf_1_7 = 1; // for what PDF 2.0 took no more than over: contents, index, reference, block quote

// PDF/A-3a and PDF/UA-1, whose property comes with the extension schema that ISO 19005-3, 6.6.2.3 asks for.
constexpr std::string_view claims_1_7 =
    R"(  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
)";

// PDF/A-4 (ISO 19005-4, 6.7.3), PDF/UA-2 (ISO 14289-2, 5) and, as PDF Declarations, Well-Tagged PDF 1.0, 6.1.
constexpr std::string_view claims_2_0 =
    R"(  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfd="http://pdfa.org/declarations/">
   <pdfaid:part>4</pdfaid:part>
   <pdfaid:rev>2020</pdfaid:rev>
   <pdfuaid:part>2</pdfuaid:part>
   <pdfuaid:rev>2024</pdfuaid:rev>
   <pdfd:declarations><rdf:Bag>
    <rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
    <rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
   </rdf:Bag></pdfd:declarations>
  </rdf:Description>
)";

// PDF/A-4f carries files of any kind, at least one; PDF/A-4 only such as are PDF/A themselves (ISO 19005-4, 6.9).
constexpr std::string_view claims_of_files_2_0 =
    R"(  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:conformance>F</pdfaid:conformance>
  </rdf:Description>
)";

constexpr Conventions conventions_1_7 = {"1.7", true, false, {}, claims_1_7, {}};
constexpr Conventions conventions_2_0 = {"2.0", false, true, namespaces, claims_2_0, claims_of_files_2_0};

} // namespace

const Conventions& conventions_of(Standard standard) {
    return standard == Standard::pdf_2_0 ? conventions_2_0 : conventions_1_7;
}

std::string_view Conventions::name_of(Relationship relationship) const {
    switch (relationship) {
    case Relationship::source:
        return "Source";
    case Relationship::schema: // PDF/A-3 has no such relationship
        return namespaces.empty() ? "Supplement" : "Schema";
    case Relationship::supplement:
        break;
    }
    return "Supplement";
}

StructureType Conventions::type_of(ElementType type) const {
    const bool is_2_0 = !namespaces.empty();
    switch (type) {
    case ElementType::document:
        return {"Document", pdf_2_0};
    case ElementType::part:
        return {"Part", pdf_2_0};
    case ElementType::section:
        return {"Sect", pdf_2_0};
    case ElementType::title:
        return {is_2_0 ? "Title" : "P", pdf_2_0};
    case ElementType::heading_1:
        return {"H1", pdf_2_0};
    case ElementType::heading_2:
        return {"H2", pdf_2_0};
    case ElementType::heading_3:
        return {"H3", pdf_2_0};
    case ElementType::heading_4:
        return {"H4", pdf_2_0};
    case ElementType::heading_5:
        return {"H5", pdf_2_0};
    case ElementType::heading_6:
        return {"H6", pdf_2_0};
    case ElementType::paragraph:
        return {"P", pdf_2_0};
    case ElementType::list:
        return {"L", pdf_2_0};
    case ElementType::list_item:
        return {"LI", pdf_2_0};
    case ElementType::label:
        return {"Lbl", pdf_2_0};
    case ElementType::list_body:
        return {"LBody", pdf_2_0};
    case ElementType::table:
        return {"Table", pdf_2_0};
    case ElementType::table_head:
        return {"THead", pdf_2_0};
    case ElementType::table_body:
        return {"TBody", pdf_2_0};
    case ElementType::table_row:
        return {"TR", pdf_2_0};
    case ElementType::table_header:
        return {"TH", pdf_2_0};
    case ElementType::table_data:
        return {"TD", pdf_2_0};
    case ElementType::caption:
        return {"Caption", pdf_2_0};
    case ElementType::figure:
        return {"Figure", pdf_2_0};
    case ElementType::note:
        return {is_2_0 ? "FENote" : "Note", pdf_2_0};
    case ElementType::reference:
        return {"Reference", pdf_1_7};
    case ElementType::contents:
        return {"TOC", pdf_1_7};
    case ElementType::contents_item:
        return {"TOCI", pdf_1_7};
    case ElementType::index:
        return {"Index", pdf_1_7};
    case ElementType::link:
        return {"Link", pdf_2_0};
    case ElementType::span:
        return {"Span", pdf_2_0};
    case ElementType::block_quote:
        return {"BlockQuote", pdf_1_7};
    }
    return {"NonStruct", pdf_2_0};
}

} // namespace rapporteur::pdf
