// SVGs rebuilt: what draws stays, what doesn't goes, and what would be drawn in from elsewhere is reported.

#include "catch.hpp"
#include "images/images.hpp"
#include "images/svg.hpp"
#include "samples.hpp"
#include "support/base64.hpp"
#include "support/files.hpp"

#include <fstream>

using namespace rapporteur;

namespace {

std::string in_svg(const std::string& inside, const std::string& before = {}) {
    return before +
           "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "width=\"200\" height=\"100\">" +
           inside + "</svg>";
}

tl::expected<images::RebuiltSvg, images::SvgFault> rebuilt(const std::string& svg) {
    return images::rebuilt_svg(svg, [](const std::string& bytes) { return bytes; });
}

std::string kept(const std::string& svg) {
    const auto made = rebuilt(svg);
    INFO((made ? std::string() : made.error().message));
    REQUIRE(made);
    return made->bytes;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("nothing of an SVG stays that doesn't draw") {
    for (const char* inside : {
             "<!-- secret --><rect width=\"9\" height=\"9\"/>",
             "<title>secret</title><desc>secret</desc><metadata>secret</metadata>",
             "<style>/* secret */ .a{fill:red}</style>",
             "<style>@import url(secret.css); @font-face{font-family:secret;src:url(secret.ttf)} .a{fill:red}</style>",
             "<defs><text id=\"t\">secret</text></defs>",
             "<symbol id=\"t\"><text>secret</text></symbol>",
             "<g style=\"display:none\"><text>secret</text></g>",
             "<g display=\"none\"><text>secret</text></g>",
             "<style>.h{display:none}</style><g class=\"h\"><text>secret</text></g>",
             "<g visibility=\"hidden\"><text>secret</text></g>",
             "<text opacity=\"0\">secret</text>",
             "<rect class=\"secret\" id=\"secret\" width=\"9\" height=\"9\"/>",
             "<rect aria-label=\"secret\" data-x=\"secret\" onload=\"secret()\" width=\"9\" height=\"9\"/>",
             "<a xlink:href=\"https://secret.example/\" xlink:title=\"secret\"><rect width=\"9\" height=\"9\"/></a>",
             "<script>secret()</script><foreignObject><p>secret</p></foreignObject>",
             "<animate attributeName=\"secret\"/><set to=\"secret\"/>",
             "<x:thing xmlns:x=\"urn:x\" x:y=\"secret\">secret</x:thing>",
             "<rect fill=\"url(https://secret.example/#a)\" width=\"9\" height=\"9\"/>",
             "<rect style=\"fill:red;background:url(secret.png);--secret:1\" width=\"9\" height=\"9\"/>",
             "<g>secret</g>",
         }) {
        INFO(inside);
        const std::string made = kept(in_svg(inside, "<?xml version=\"1.0\"?><!-- secret -->"));
        CHECK_FALSE(holds(made, "secret"));
        CHECK(kept(made) == made);
    }
}

TEST_CASE("all of an SVG stays that draws") {
    const std::string made = kept(in_svg(
        "<style>.a{fill:#dc1e1e;stroke:url(#g)} #b rect{opacity:.5}</style>"
        "<defs><linearGradient id=\"g\" xlink:href=\"#h\"/><linearGradient id=\"h\"><stop offset=\"0\" "
        "stop-color=\"red\"/></linearGradient><g id=\"hidden\" display=\"none\"><path d=\"M0 0\"/></g></defs>"
        "<g id=\"b\" transform=\"scale(2)\"><rect class=\"a other\" width=\"9\" height=\"9\" style=\"fill: blue\"/></g>"
        "<use xlink:href=\"#hidden\"/><text x=\"1\" y=\"2\"><tspan dx=\"1\">Seen &amp; <a "
        "href=\"https://x.example/\">read"
        "</a></tspan></text>"));
    for (const char* part :
         {".a{fill:#dc1e1e;stroke:url(#g)}", "#b rect{opacity:.5}", "<linearGradient id=\"g\" xlink:href=\"#h\"/>",
          "<stop offset=\"0\" stop-color=\"red\"/>", "<g id=\"hidden\" display=\"none\"><path d=\"M0 0\"/></g>",
          "<g id=\"b\" transform=\"scale(2)\"><rect class=\"a\" width=\"9\" height=\"9\" style=\"fill:blue\"/></g>",
          "<use xlink:href=\"#hidden\"/>", "<tspan dx=\"1\">Seen &amp; <tspan>read</tspan></tspan>"}) {
        INFO(made);
        CHECK(holds(made, part));
    }
    CHECK(kept(made) == made);
}

TEST_CASE("an SVG's root may have a prefix, and its entities are resolved") {
    CHECK(holds(
        kept("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><s:rect fill=\"red\"/></s:svg>"),
        "<rect fill=\"red\"/>"));
    const std::string styled = in_svg("<rect style=\"&st0;\" width=\"9\" height=\"9\"/>",
                                      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                                      "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" "
                                      "[<!ENTITY st0 \"fill:#c00000;\">]>");
    CHECK(holds(kept(styled), "style=\"fill:#c00000\""));
    const std::string missing = in_svg("<rect style=\"&st1;\" width=\"9\" height=\"9\"/>",
                                       "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">");
    REQUIRE_FALSE(rebuilt(missing));
    CHECK(holds(rebuilt(missing).error().message, "'st1' not defined"));
    const std::string elsewhere =
        in_svg("<text>&file;</text>", "<!DOCTYPE svg [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>");
    REQUIRE_FALSE(rebuilt(elsewhere));
    CHECK(holds(rebuilt(elsewhere).error().message, "'file' not defined"));
}

TEST_CASE("an SVG nested without end is refused at once") {
    std::string nested;
    for (int level = 0; level < 50000; ++level) {
        nested += "<g>";
    }
    for (int level = 0; level < 50000; ++level) {
        nested += "</g>";
    }
    const auto made = rebuilt(in_svg(nested));
    REQUIRE_FALSE(made);
    CHECK(holds(made.error().message, "more than 250 deep"));
}

TEST_CASE("what an SVG would draw in from elsewhere is left out and reported") {
    const auto made = rebuilt(in_svg("<image xlink:href=\"logo.png\" width=\"9\" height=\"9\"/>"
                                     "<use href=\"other.svg#a\"/><image href=\"http://x.example/a.png\"/>"
                                     "<image href=\"data:image/gif;base64,R0lGODlhAQABAA==\"/><rect width=\"9\"/>"));
    REQUIRE(made);
    CHECK(made->left_out == std::vector<std::string>{"a picture linked from “logo.png”",
                                                     "a part linked from “other.svg#a”",
                                                     "a picture linked from “http://x.example/a.png”",
                                                     "a picture within it that is neither a JPEG nor a PNG"});
    CHECK_FALSE(holds(made->bytes, "<image"));
    CHECK_FALSE(holds(made->bytes, "<use"));
}

TEST_CASE("the album draws an SVG, rebuilds the photos in it, and warns with its place of what is missing") {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    images::Album album = images::Album::open().value();
    sample::Jpeg how;
    how.orientation = 6;
    const std::string svg =
        in_svg("<image width=\"90\" height=\"60\" xlink:href=\"data:image/jpeg;base64," + base64(sample::jpeg(how)) +
               "\"/><image width=\"90\" height=\"60\" xlink:href=\"data:image/png;base64," + base64(sample::png()) +
               "\"/><image xlink:href=\"logo.png\" width=\"9\" height=\"9\"/>");
    std::ofstream(folder.path() / "a.svg", std::ios::binary) << svg;
    Place place = place_in("one.xml");
    place.line = 7;
    place.column = 3;
    const Result<document::Raster> raster = album.add(read_file(folder.path() / "a.svg").value(), "a.svg", place);
    REQUIRE(raster);
    const std::string source = read_file(raster->source).value();
    for (std::size_t at = source.find("base64,"); at != std::string::npos; at = source.find("base64,", at + 1)) {
        const std::string picture = from_base64(source.substr(at + 7, source.find('"', at) - at - 7)).value();
        CHECK_FALSE(holds(picture, sample::secret));
    }
    REQUIRE(album.warnings().size() == 1);
    CHECK(
        to_text(album.warnings().front())
            .starts_with("one.xml:7:3: warning: the photo “a.svg” is drawn without a picture linked from “logo.png”"));
    const document::Raster again = album.add(read_file(raster->source).value(), "b.svg", place).value();
    CHECK(read_file(again.source).value() == source);
    CHECK(read_file(again.file).value() == read_file(raster->file).value());
}
