#include "pdf/metadata.hpp"

#include "support/xml_escape.hpp"

#include "pdf/syntax.hpp"

#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

// "2026-11-24" as an instant.
std::string instant(const std::string& iso) {
    constexpr std::size_t day = 10;
    return iso.size() == day ? iso + "T00:00:00Z" : iso;
}

std::string in_language(std::string_view property, std::string_view text) {
    return fmt::format("   <{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", property,
                       escaped(text));
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

} // namespace

Result<ObjectId> write_xmp(ObjectWriter& writer, const Description& about, const Conventions& conventions) {
    const std::string when = instant(about.date);
    std::string packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                         " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                         "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
    packet += in_language("dc:title", about.title);
    packet +=
        fmt::format("   <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(about.author));
    packet += about.subject.empty() ? std::string() : in_language("dc:description", about.subject);
    packet +=
        fmt::format("   <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", escaped(about.language));
    packet += about.identifier.empty()
                  ? std::string()
                  : fmt::format("   <dc:identifier>{}</dc:identifier>\n", escaped(about.identifier));
    if (!about.keywords.empty()) {
        packet += "   <dc:subject><rdf:Bag>";
        for (const std::string& keyword : about.keywords) {
            packet += fmt::format("<rdf:li>{}</rdf:li>", escaped(keyword));
        }
        packet += fmt::format("</rdf:Bag></dc:subject>\n   <pdf:Keywords>{}</pdf:Keywords>\n",
                              escaped(joined(about.keywords)));
    }
    packet += fmt::format("   <pdf:Producer>{0}</pdf:Producer>\n   <xmp:CreatorTool>{0}</xmp:CreatorTool>\n"
                          "   <xmp:CreateDate>{1}</xmp:CreateDate>\n   <xmp:ModifyDate>{1}</xmp:ModifyDate>\n"
                          "  </rdf:Description>\n",
                          escaped(about.producer), when);
    packet += conventions.claims;
    packet += about.attachments.empty() ? std::string_view() : conventions.claims_of_files;
    packet += " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    const ObjectId id = writer.reserve();
    if (Result<void> written = writer.write_plain_stream(id, "/Type/Metadata/Subtype/XML", packet); !written) {
        return tl::unexpected(written.error());
    }
    return id;
}

Result<ObjectId> write_information(ObjectWriter& writer, const Description& about) {
    const ObjectId id = writer.reserve();
    const std::string when = date(about.date);
    std::string value =
        fmt::format("<</Title{}/Author{}/Creator{}/Producer{}/CreationDate{}/ModDate{}", text_string(about.title),
                    text_string(about.author), text_string(about.producer), text_string(about.producer), when, when);
    value += about.subject.empty() ? "" : "/Subject" + text_string(about.subject);
    value += about.keywords.empty() ? "" : "/Keywords" + text_string(joined(about.keywords));
    if (Result<void> written = writer.write(id, value + ">>"); !written) {
        return tl::unexpected(written.error());
    }
    return id;
}

} // namespace rapporteur::pdf
