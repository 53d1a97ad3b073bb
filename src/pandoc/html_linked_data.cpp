#include "pandoc/html_parts.hpp"
#include "pandoc/json.hpp"

namespace rapporteur::pandoc {

namespace {

using document::Metadata;
using document::Organisation;
using document::Position;

void add(Json& json, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        json.key(name);
        json.string(value);
    }
}

void add_reference(Json& json, std::string_view name, const std::string& id) {
    json.key(name);
    json.open('{');
    add(json, "@id", id);
    json.close('}');
}

void write_report(Json& json, const Metadata& about) {
    json.open('{');
    add(json, "@type", "Report");
    add(json, "@id", about.identifier);
    add(json, "name", about.title);
    add(json, "alternativeHeadline", about.subtitle);
    add(json, "description", about.description);
    add(json, "inLanguage", about.language);
    add(json, "datePublished", about.date);
    add_reference(json, "publisher", "#holder");
    json.key("keywords");
    json.open('[');
    for (const std::string& subject : about.subjects) {
        json.string(subject);
    }
    json.close(']');
    json.key("about");
    json.open('[');
    for (const Organisation& organisation : about.organisations) {
        json.open('{');
        add(json, "@id", "#" + organisation.id);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

// Schema.org's Role: the property's value, with what the bare value couldn't tell. It knows no property for work done
// together without belonging; of that the report's text alone speaks.
void write_memberships(Json& json, const Metadata& about) {
    json.key("memberOf");
    json.open('[');
    for (const Organisation& organisation : about.organisations) {
        for (const Position& position : organisation.positions) {
            if (!position.belongs) {
                continue;
            }
            json.open('{');
            add(json, "@type", "OrganizationRole");
            add(json, "roleName", position.name);
            add(json, "startDate", position.from);
            add(json, "endDate", position.to);
            add_reference(json, "memberOf", "#" + organisation.id);
            json.close('}');
        }
    }
    json.close(']');
}

void write_holder(Json& json, const Metadata& about) {
    json.open('{');
    add(json, "@type", "NGO");
    add(json, "@id", "#holder");
    add(json, "name", about.holder);
    add(json, "alternateName", about.holder_short == about.holder ? std::string() : about.holder_short);
    add(json, "url", about.holder_page);
    write_memberships(json, about);
    json.close('}');
}

void write_organisation(Json& json, const Organisation& organisation) {
    json.open('{');
    add(json, "@type", organisation.non_governmental ? "NGO" : "Organization");
    add(json, "@id", "#" + organisation.id);
    if (organisation.language.empty()) {
        add(json, "name", organisation.name);
    } else {
        json.key("name");
        json.open('{');
        add(json, "@value", organisation.name);
        add(json, "@language", organisation.language);
        json.close('}');
    }
    add(json, "alternateName", organisation.acronym);
    add(json, "url", organisation.page);
    json.close('}');
}

// Nothing in it may end the script element that holds it.
std::string without_angles(const std::string& json) {
    std::string safe;
    for (const char byte : json) {
        safe += byte == '<' ? std::string("\\u003c") : std::string(1, byte);
    }
    return safe;
}

} // namespace

std::string linked_data_script(const document::Document& document) {
    const Metadata& about = document.metadata;
    Json json;
    json.open('{');
    add(json, "@context", "https://schema.org");
    json.key("@graph");
    json.open('[');
    write_report(json, about);
    write_holder(json, about);
    for (const Organisation& organisation : about.organisations) {
        write_organisation(json, organisation);
    }
    json.close(']');
    json.close('}');
    return "<script type=\"application/ld+json\">" + without_angles(json.take()) + "</script>\n";
}

} // namespace rapporteur::pandoc
