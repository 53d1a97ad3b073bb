#include "specimen.hpp"

#include "catch.hpp"

#include <algorithm>
#include <numeric>

namespace rapporteur::specimen {

using typeset::ArtifactKind;
using typeset::Attributes;
using typeset::Colour;
using typeset::ElementId;
using typeset::ElementType;
using typeset::Kid;

namespace {

constexpr float page_width = 595.276F;
constexpr float page_height = 841.89F;
constexpr double top_margin = 90;
constexpr double leading = 1.5;

Attributes in_language(const char* language) {
    Attributes attributes;
    attributes.language = language;
    return attributes;
}

Attributes named(const char* id) {
    Attributes attributes;
    attributes.id = id;
    return attributes;
}

Setting covering(fonts::FontBook& book, const Setting& like, char32_t character, const char* language,
                 hb_script_t script, hb_direction_t direction = HB_DIRECTION_LTR) {
    Setting setting = like;
    const std::optional<fonts::FaceId> face = book.covering(character, language, like.face).value();
    REQUIRE(face);
    setting.face = *face;
    setting.language = language;
    setting.script = script;
    setting.direction = direction;
    return setting;
}

void add_scripts(Sheets& sheets, fonts::FontBook& book, const Setting& text, ElementId section) {
    const auto paragraph = [&](const Setting& setting, const char* words) {
        sheets.line(sheets.element(ElementType::paragraph, section, in_language(setting.language)), setting, words);
    };
    paragraph(covering(book, text, U'ع', "ar", HB_SCRIPT_ARABIC, HB_DIRECTION_RTL),
              "الحركة العالمية للدفاع عن الأطفال");
    paragraph(covering(book, text, U'ע', "he", HB_SCRIPT_HEBREW, HB_DIRECTION_RTL), "זכויות הילד");
    paragraph(covering(book, text, U'ж', "ru", HB_SCRIPT_CYRILLIC), "Международное движение в защиту детей");
    paragraph(covering(book, text, U'ή', "el", HB_SCRIPT_GREEK), "Υπεράσπιση των παιδιών");
    paragraph(covering(book, text, U'儿', "zh", HB_SCRIPT_HAN), "保护儿童国际");
    paragraph(covering(book, text, U'अ', "hi", HB_SCRIPT_DEVANAGARI), "बच्चों के अधिकारों की रक्षा");
}

void add_list(Sheets& sheets, const Setting& text, ElementId section) {
    const ElementId list = sheets.element(ElementType::list, section);
    for (const char* words : {"first of the list", "second of the list"}) {
        const ElementId item = sheets.element(ElementType::list_item, list);
        const ElementId label = sheets.element(ElementType::label, item);
        sheets.line(label, text, "•", 72);
        sheets.skip(-text.size * leading);
        sheets.line(sheets.element(ElementType::list_body, item), text, words, 90);
    }
}

void add_table(Sheets& sheets, const Setting& text, ElementId section) {
    const ElementId table = sheets.element(ElementType::table, section);
    sheets.line(sheets.element(ElementType::caption, table), text, "Partners and their status");
    const ElementId head = sheets.element(ElementType::table_head, table);
    const ElementId heads = sheets.element(ElementType::table_row, head);
    const ElementId body = sheets.element(ElementType::table_body, table);
    const auto cell = [&](ElementId row, ElementType type, typeset::Scope scope, const char* words, double x) {
        const ElementId made = sheets.element(type, row);
        sheets[made].scope = scope;
        sheets.line(made, text, words, x);
        sheets.skip(-text.size * leading);
    };
    cell(heads, ElementType::table_header, typeset::Scope::column, "Partner", 72);
    cell(heads, ElementType::table_header, typeset::Scope::column, "Status", 200);
    sheets.skip(text.size * leading);
    for (const auto& [partner, status] : {std::pair("ECOSOC", "special consultative"), std::pair("INCO", "member")}) {
        const ElementId row = sheets.element(ElementType::table_row, body);
        cell(row, ElementType::table_header, typeset::Scope::row, partner, 72);
        cell(row, ElementType::table_data, typeset::Scope::none, status, 200);
        sheets.skip(text.size * leading);
    }
    const ElementId last = sheets.element(ElementType::table_row, body);
    const ElementId wide = sheets.element(ElementType::table_data, last);
    sheets[wide].column_span = 2;
    sheets.line(wide, text, "over both columns");
}

void add_figure(Sheets& sheets, ElementId section) {
    Attributes attributes;
    attributes.alternative = "A bar, a disc and a ring “in a row”";
    const double top = sheets.y();
    const float box[4] = {72, static_cast<float>(top), 300, static_cast<float>(top + 60)};
    std::copy(std::begin(box), std::end(box), std::begin(attributes.box));
    attributes.box_sequence = sheets.pages.back().sequence;
    const ElementId figure = sheets.element(ElementType::figure, section, attributes);
    const Colour blue{0.1F, 0.3F, 0.6F};
    sheets.items(figure,
                 {typeset::Fill{{72, top}, 60, 40, 4, blue}, typeset::Fill{{140, top}, 60, 40, 0, blue},
                  typeset::Circle{{230, top + 20}, 20, blue, 0}, typeset::Circle{{275, top + 20}, 20, blue, 1.2F},
                  typeset::Stroke{{72, top + 50}, {300, top + 50}, 0.5F, blue, typeset::StrokePattern::dashed}});
    sheets.skip(90);
}

} // namespace

typeset::GlyphRun shape(const fonts::FontBook& book, const Setting& setting, typeset::Point origin,
                        std::string_view text) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, setting.direction);
    hb_buffer_set_script(buffer, setting.script);
    hb_buffer_set_language(buffer, hb_language_from_string(setting.language, -1));
    const fonts::Face& face = book.face(setting.face);
    hb_shape(face.font.get(), buffer, setting.features.data(), static_cast<unsigned>(setting.features.size()));

    typeset::GlyphRun run;
    run.face = setting.face;
    run.size = setting.size;
    run.origin = origin;
    run.text = text;
    const double scale = double{setting.size} / face.units_per_em;
    double pen = 0;
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned at = 0; at < count; ++at) {
        run.glyphs.push_back({static_cast<std::uint16_t>(infos[at].codepoint),
                              static_cast<float>((pen + positions[at].x_offset) * scale),
                              static_cast<float>(positions[at].y_offset * scale), infos[at].cluster});
        pen += positions[at].x_advance;
    }
    if (setting.direction == HB_DIRECTION_RTL) {
        std::reverse(run.glyphs.begin(), run.glyphs.end());
    }
    hb_buffer_destroy(buffer);
    return run;
}

Sheets::Sheets(const fonts::FontBook& fonts) : book(fonts) {
    layout.structure.elements.push_back({});
    layout.structure.elements[0].type = ElementType::document;
    layout.structure.attributes.push_back({});
    layout.labels.push_back({});
    new_page();
}

void Sheets::new_page() {
    typeset::Page page;
    page.sequence = static_cast<std::uint32_t>(pages.size());
    page.width = page_width;
    page.height = page_height;
    layout.order.push_back(page.sequence);
    pages.push_back(std::move(page));
    baseline = top_margin;
}

ElementId Sheets::element(ElementType type, ElementId parent, const Attributes& attributes) {
    typeset::StructureTree& tree = layout.structure;
    const auto id = static_cast<ElementId>(tree.elements.size());
    typeset::Element made;
    made.type = type;
    made.parent = parent;
    made.attributes = static_cast<std::uint32_t>(tree.attributes.size());
    tree.attributes.push_back(attributes);
    tree.elements.push_back(std::move(made));
    tree.elements[parent].kids.push_back({Kid::Kind::element, id, 0});
    return id;
}

void Sheets::items(ElementId element, std::vector<typeset::Item> items) {
    typeset::Page& page = pages.back();
    const auto mcid = static_cast<std::uint32_t>(
        std::count_if(page.contents.begin(), page.contents.end(),
                      [](const typeset::MarkedContent& content) { return content.artifact == ArtifactKind::none; }));
    typeset::MarkedContent content;
    content.element = element;
    content.mcid = mcid;
    content.items = std::move(items);
    page.contents.push_back(std::move(content));
    (*this)[element].kids.push_back({Kid::Kind::content, mcid, page.sequence});
}

void Sheets::line(ElementId element, const Setting& setting, std::string_view text, double x) {
    typeset::GlyphRun run = shape(book, setting, {x, baseline}, text);
    REQUIRE(std::none_of(run.glyphs.begin(), run.glyphs.end(), [](const auto& glyph) { return glyph.id == 0; }));
    items(element, {std::move(run)});
    baseline += setting.size * leading;
}

void Sheets::artifact(ArtifactKind kind, std::vector<typeset::Item> items) {
    typeset::MarkedContent content;
    content.artifact = kind;
    content.items = std::move(items);
    pages.back().contents.push_back(std::move(content));
}

void Sheets::link(ElementId element, std::string target, std::string description) {
    typeset::Page& page = pages.back();
    typeset::LinkArea area;
    area.origin = {72, baseline - 26};
    area.width = 120;
    area.height = 14;
    area.target = std::move(target);
    area.description = std::move(description);
    area.element = element;
    (*this)[element].kids.push_back(
        {Kid::Kind::annotation, static_cast<std::uint32_t>(page.links.size()), page.sequence});
    page.links.push_back(std::move(area));
}

void Sheets::destination(std::string id) {
    layout.destinations.push_back(
        {std::move(id), typeset::ElementId{0}, pages.back().sequence, static_cast<float>(baseline - 12)});
}

Sheets all_there_is(fonts::FontBook& book) {
    Sheets sheets(book);
    Setting text;
    text.face = book.open({"EB Garamond 12", 400, false}).value();
    Setting sans = text;
    sans.face = book.open({"Inter", 700, false}).value();
    sans.size = 18;

    const ElementId section = sheets.element(ElementType::section, 0);
    sheets.artifact(ArtifactKind::header, {shape(book, text, {72, 50}, "Running head")});
    sheets.destination("start");
    sheets.line(sheets.element(ElementType::heading_1, section), sans, "Partnerships");
    const ElementId paragraph = sheets.element(ElementType::paragraph, section);
    sheets.line(paragraph, text, "The first official office affords efficient flow; ");
    sheets.line(paragraph, text, "it’s a partner");
    sheets.pages.back().contents.back().items.emplace_back(
        shape(book, text, {140, sheets.y() - text.size * leading}, "-"));
    std::get<typeset::GlyphRun>(sheets.pages.back().contents.back().items.back()).text = "\u00AD";
    sheets.line(paragraph, text, "ship of many.");

    const ElementId call = sheets.element(ElementType::reference, paragraph);
    const ElementId call_link = sheets.element(ElementType::link, call);
    sheets.line(call_link, text, "1");
    sheets.link(call_link, "#note-1", "Note 1");

    const ElementId outward = sheets.element(ElementType::paragraph, section);
    const ElementId outward_link = sheets.element(ElementType::link, outward);
    sheets.line(outward_link, text, "a site (of one’s own)");
    sheets.link(outward_link, "https://example.org/a(b)?q=é", "A site of one’s own");

    add_scripts(sheets, book, text, section);
    add_list(sheets, text, section);
    const ElementId note = sheets.element(ElementType::note, section, named("note-1"));
    sheets.destination("note-1");
    sheets.line(sheets.element(ElementType::label, note), text, "1");
    sheets.line(sheets.element(ElementType::paragraph, note), text, "A note at the foot.");
    const ElementId over_two = sheets.element(ElementType::paragraph, section);
    sheets.line(over_two, text, "This paragraph begins here ");

    sheets.new_page();
    sheets.artifact(ArtifactKind::header, {shape(book, text, {72, 50}, "Running head")});
    sheets.line(over_two, text, "and ends on the next page.");
    sheets.destination("tables");
    sheets.line(sheets.element(ElementType::heading_2, section), sans, "Table and figure");
    add_table(sheets, text, section);
    add_figure(sheets, section);

    sheets.new_page();
    sheets.destination("end");
    sheets.line(sheets.element(ElementType::heading_1, section), sans, "Ω – the end");
    Setting small_capitals = text;
    small_capitals.features = {{HB_TAG('s', 'm', 'c', 'p'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
                               {HB_TAG('c', '2', 's', 'c'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    sheets.line(sheets.element(ElementType::paragraph, section), small_capitals, "UNESCO and Unicef");

    sheets.layout.outline = {
        {1, "Partnerships", "start", "en"}, {2, "Table and figure", "tables", "en"}, {1, "Ω – the end", "end", "en"}};
    sheets.layout.labels = {{0, typeset::Numbering::roman, 1, {}}, {1, typeset::Numbering::arabic, 1, {}}};
    return sheets;
}

pdf::Description description() {
    pdf::Description about;
    about.title = "Partnerships – a “specimen” & more";
    about.author = "Défense des Enfants";
    about.subject = "What the writer can do";
    about.keywords = {"children’s rights", "partners"};
    about.language = "en";
    about.date = "2026-11-24";
    about.producer = "rapporteur 0.1.0";
    about.identifier = "urn:uuid:0158f4d7-dc42-8c9e-a36e-935eb80135b3";
    about.attachments.push_back({"corpus.xml", "application/xml", pdf::Relationship::source,
                                 "What it was made from – all of it", [] { return "<corpus year='2026'/>\n"; }});
    about.attachments.push_back(
        {"a.csv", "text/csv", pdf::Relationship::supplement, "Numbers", [] { return "a,b\n1,2\n"; }});
    return about;
}

void print(const Sheets& sheets, const pdf::Description& description, const std::string& path) {
    Result<pdf::Writer> writer = pdf::Writer::open(path, sheets.book);
    REQUIRE(writer);
    for (const typeset::Page& page : sheets.pages) {
        REQUIRE(writer->add(page));
    }
    const Result<void> finished = writer->finish(sheets.layout, description);
    INFO((finished ? std::string() : to_text(finished.error())));
    REQUIRE(finished);
}

} // namespace rapporteur::specimen
