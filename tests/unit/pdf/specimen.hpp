#pragma once

// Pages made by hand, shaped by HarfBuzz alone, so that the writer is tested without the rooms before it.

#include "fonts/fonts.hpp"
#include "pdf/pdf.hpp"
#include "typeset/page.hpp"

#include <hb.h>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::specimen {

struct Setting {
    fonts::FaceId face = 0;
    float size = 11;
    hb_direction_t direction = HB_DIRECTION_LTR;
    hb_script_t script = HB_SCRIPT_LATIN;
    const char* language = "en";
    std::vector<hb_feature_t> features;
};

// One run on one line; glyphs in logical order.
typeset::GlyphRun shape(const fonts::FontBook& book, const Setting& setting, typeset::Point origin,
                        std::string_view text);

// A document under construction: elements hung into the tree, content put on the last page.
class Sheets {
public:
    explicit Sheets(const fonts::FontBook& fonts);

    void new_page();
    typeset::ElementId element(typeset::ElementType type, typeset::ElementId parent,
                               const typeset::Attributes& attributes = {});
    typeset::Element& operator[](typeset::ElementId id) { return layout.structure.elements[id]; }

    // A line of text that belongs to `element`, and `x` points from the left; each line stands below the one before.
    void line(typeset::ElementId element, const Setting& setting, std::string_view text, double x = 72);
    void items(typeset::ElementId element, std::vector<typeset::Item> items);
    void artifact(typeset::ArtifactKind kind, std::vector<typeset::Item> items);
    // A link that covers the last line.
    void link(typeset::ElementId element, std::string target, std::string description);
    void destination(std::string id);

    double y() const { return baseline; }
    void skip(double points) { baseline += points; }

    const fonts::FontBook& book;
    std::vector<typeset::Page> pages;
    typeset::Layout layout;

private:
    double baseline = 0;
};

// Three pages with all that the writer knows: ligatures, six scripts, a hyphenated word, a paragraph over two pages, a
// list, a table, a figure, links, a note, running heads.
Sheets all_there_is(fonts::FontBook& book);

pdf::Description description();

// Writes it to `path` or fails the test.
void print(const Sheets& sheets, const pdf::Description& description, const std::string& path);

} // namespace rapporteur::specimen
