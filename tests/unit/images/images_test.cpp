// Pictures opened, looked through and cleaned, held against what the same libraries read of them.

#include "catch.hpp"
#include "images/images.hpp"
#include "images/jpeg_codec.hpp"
#include "images/png_codec.hpp"
#include "samples.hpp"
#include "support/files.hpp"

#include <cstdlib>
#include <fstream>

using namespace rapporteur;

namespace {

// An album to put pictures into.
struct Shelf {
    Limits limits = {};
    images::Album album = images::Album::open(limits).value();

    Result<document::Raster> add(const std::string& name, const std::string& bytes) {
        Place place = place_in("partners/one.xml");
        place.line = 7;
        place.column = 3;
        return album.add(bytes, name, place);
    }

    std::string fault(const std::string& name, const std::string& bytes) {
        const Result<document::Raster> added = add(name, bytes);
        REQUIRE_FALSE(added);
        return to_text(added.error());
    }

    std::string kept(const std::string& name, const std::string& bytes) {
        const Result<document::Raster> added = add(name, bytes);
        INFO((added ? std::string() : to_text(added.error())));
        REQUIRE(added);
        return read_file(added->file).value();
    }
};

int channel(const images::Pixels& pixels, int x, int y, int part) {
    const auto at = static_cast<std::size_t>((y * pixels.width + x) * pixels.channels);
    if (!pixels.palette.empty()) {
        const auto index = static_cast<std::size_t>(static_cast<unsigned char>(pixels.dots[at]));
        return static_cast<unsigned char>(pixels.palette[index * 3 + static_cast<std::size_t>(part)]);
    }
    return static_cast<unsigned char>(pixels.dots[at + static_cast<std::size_t>(pixels.channels == 1 ? 0 : part)]);
}

} // namespace

TEST_CASE("a JPEG is rebuilt coefficient for coefficient, without what was written beside it") {
    Shelf shelf;
    sample::Jpeg how;
    how.orientation = 1;
    const std::string bytes = sample::jpeg(how);
    REQUIRE(bytes.find(sample::secret) != std::string::npos);
    const std::string kept = shelf.kept("a.jpg", bytes);
    CHECK(kept.find(sample::secret) == std::string::npos);
    CHECK(kept.size() < bytes.size());
    CHECK(images::decode_jpeg(kept).value().samples == images::decode_jpeg(bytes).value().samples);
}

TEST_CASE("of a JPEG nothing stays that draws nothing: stray segments, tables, tails, words of a profile") {
    Shelf shelf;
    sample::Jpeg how;
    how.profile = sample::light_profile();
    const auto segment = [](char marker, const std::string& payload) {
        const std::size_t length = payload.size() + 2;
        return std::string{'\xFF', marker, static_cast<char>(length >> 8U), static_cast<char>(length)} + payload;
    };
    std::string bytes = sample::jpeg(how);
    const std::string table(64, 's');
    bytes.insert(2, segment('\xDB', "\x03" + std::string(sample::secret) + table.substr(9)) +
                        segment('\xE2', std::string("MPF\0", 4) + sample::secret) +
                        segment('\xEE', std::string("Adobe\0\x64\0\0\0\0\x01", 12) + sample::secret));
    bytes.insert(bytes.size() - 2, sample::secret);
    bytes += sample::secret + sample::jpeg();
    const std::string kept = shelf.kept("a.jpg", bytes);
    CHECK(kept.find(sample::secret) == std::string::npos);
    CHECK(images::facts_of_jpeg(kept).profile.find(std::string("s\0R\0G\0B", 7)) == std::string::npos);
    CHECK_FALSE(images::facts_of_jpeg(kept).profile.empty());
    CHECK(images::facts_of_jpeg(kept).profile != how.profile);
    CHECK(shelf.kept("b.jpg", kept) == kept);
}

TEST_CASE("of a PNG nothing stays that draws nothing: remarks, unused colours, colours under nothing, rows too many") {
    Shelf shelf;
    sample::Png how;
    how.colour_type = 6;
    const images::Pixels clear = images::decode_png(shelf.kept("a.png", sample::png(how))).value();
    for (std::size_t at = 0; at < clear.opacity.size(); ++at) {
        if (clear.opacity[at] == 0) {
            REQUIRE(clear.dots.substr(at * 3, 3) == std::string(3, '\0'));
        }
    }
    const std::string more = shelf.kept("b.png", sample::png() + sample::secret);
    CHECK(more.find(sample::secret) == std::string::npos);
    // Half of its rows are beyond the height that it says.
    const std::string cut = shelf.kept("c.png", sample::of_other_height(sample::png(), sample::height / 2));
    CHECK(images::decode_png(cut).value().dots.size() == std::size_t{3} * sample::width * sample::height / 2);
    CHECK(cut.size() < more.size());
}

TEST_CASE("a PNG stands upright whichever way the camera was held") {
    Shelf shelf;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        INFO(orientation);
        const document::Raster raster = shelf.add("a.png", sample::with_exif(sample::png(), orientation)).value();
        CHECK(raster.width == (orientation > 4 ? sample::height : sample::width));
        CHECK(raster.orientation == 1);
        const images::Pixels pixels = images::decode_png(read_file(raster.file).value()).value();
        // Where the picture's red corner, its first, is seen.
        const bool right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        const bool low = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        const int x = right ? pixels.width - 3 : 2;
        const int y = low ? pixels.height - 3 : 2;
        CHECK(channel(pixels, x, y, 0) == 220);
        CHECK(channel(pixels, x, y, 1) == 30);
    }
}

TEST_CASE("a picture larger than a page is made as large as is printed, and looks the same") {
    Shelf shelf;
    images::Pixels large;
    large.width = 5000;
    large.height = 3000;
    large.channels = 3;
    for (int y = 0; y < large.height; ++y) {
        for (int x = 0; x < large.width; ++x) {
            large.dots += x < large.width / 2 ? "\xDC\x1E\x1E" : "\x1E\x1E\xDC";
        }
    }
    const document::Raster png = shelf.add("a.png", images::encode_png(large)).value();
    CHECK(png.width == 3508);
    CHECK(png.height == 2105);
    const images::Pixels small = images::decode_png(read_file(png.file).value()).value();
    CHECK(channel(small, 10, 10, 0) == 220);
    CHECK(channel(small, small.width - 10, 10, 2) == 220);
    const std::string jpeg = images::encode_jpeg({large.width, large.height, 3, large.dots}).value();
    const document::Raster photo = shelf.add("a.jpg", jpeg).value();
    CHECK(photo.width == 3508);
    CHECK(photo.height == 2105);
    const document::Raster again = shelf.add("b.jpg", read_file(photo.source).value()).value();
    CHECK(read_file(again.file).value() == read_file(photo.file).value());
}

TEST_CASE("a JPEG stands upright whichever way the camera was held") {
    Shelf shelf;
    sample::Jpeg how;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        how.orientation = orientation;
        const Result<document::Raster> raster = shelf.add("a.jpg", sample::jpeg(how));
        REQUIRE(raster);
        CHECK(raster->orientation == orientation);
        CHECK(raster->width == (orientation > 4 ? sample::height : sample::width));
        CHECK(raster->height == (orientation > 4 ? sample::width : sample::height));
        const std::string upright = images::for_screens(*raster).value();
        const images::JpegFacts facts = images::facts_of_jpeg(upright);
        CHECK(facts.width == raster->width);
        CHECK(facts.height == raster->height);
    }
}

TEST_CASE("a JPEG of inks is taken with its profile only, and shown on screens in light") {
    Shelf shelf;
    sample::Jpeg how;
    how.components = 4;
    CHECK(shelf.fault("a.jpg", sample::jpeg(how)).find("in inks (CMYK) without a colour profile") != std::string::npos);
    how.profile = sample::inks_profile();
    const Result<document::Raster> raster = shelf.add("a.jpg", sample::jpeg(how));
    REQUIRE(raster);
    const images::JpegFacts facts = images::facts_of_jpeg(read_file(raster->file).value());
    CHECK(facts.components == 4);
    CHECK(facts.is_inverted);
    CHECK_FALSE(facts.profile.empty());
    CHECK(images::facts_of_jpeg(images::for_screens(*raster).value()).components == 3);
}

TEST_CASE("a colour profile that doesn't fit the picture is taken for none") {
    sample::Jpeg how;
    how.profile = sample::inks_profile();
    CHECK(images::facts_of_jpeg(sample::jpeg(how)).profile.empty());
    how.profile = "no profile at all";
    CHECK(images::facts_of_jpeg(sample::jpeg(how)).profile.empty());
    how.profile = sample::light_profile();
    CHECK(images::facts_of_jpeg(sample::jpeg(how)).profile == how.profile);
}

TEST_CASE("a PNG of any kind is read as its colours and its opacity") {
    Shelf shelf;
    struct Case {
        sample::Png how;
        int channels;
        bool has_palette;
        bool has_opacity;
    };
    const auto png = [](int colour_type, int depth = 8, bool interlaced = false, bool transparent = false) {
        sample::Png how;
        how.colour_type = colour_type;
        how.depth = depth;
        how.interlaced = interlaced;
        how.transparent_index = transparent;
        return how;
    };
    const std::vector<Case> cases = {
        {png(0), 1, false, false},
        {png(0, 16), 1, false, false},
        {png(2), 3, false, false},
        {png(2, 16, true), 3, false, false},
        {png(3, 2), 1, true, false},
        {png(3, 8, true), 1, true, false},
        {png(3, 4, false, true), 3, false, true},
        {png(4), 1, false, true},
        {png(6), 3, false, true},
        {png(6, 16, true), 3, false, true},
    };
    for (const Case& one : cases) {
        INFO(one.how.colour_type << " of " << one.how.depth << " bits" << (one.how.interlaced ? ", interlaced" : ""));
        const std::string kept = shelf.kept("a.png", sample::png(one.how));
        CHECK(kept.find(sample::secret) == std::string::npos);
        const images::Pixels pixels = images::decode_png(kept).value();
        CHECK(pixels.width == sample::width);
        CHECK(pixels.channels == one.channels);
        CHECK(pixels.palette.empty() != one.has_palette);
        CHECK(pixels.opacity.empty() != one.has_opacity);
        if (one.channels == 3 || one.has_palette) {
            CHECK(channel(pixels, 2, 2, 0) == 220);
            CHECK(channel(pixels, 2, 2, 1) == 30);
            CHECK(channel(pixels, 2, sample::height - 2, 2) == 220);
        }
        if (one.has_opacity) {
            CHECK(static_cast<unsigned char>(pixels.opacity.front()) == 255);
            CHECK(static_cast<unsigned char>(pixels.opacity.back()) == 0);
        }
    }
}

TEST_CASE("a PNG in another brightness is read in that of a screen; one with a profile keeps both") {
    sample::Png how;
    how.gamma = 1;
    CHECK(channel(images::decode_png(sample::png(how)).value(), 2, 2, 1) > 60); // 30 in linear light
    how.profile = sample::light_profile();
    Shelf shelf;
    const std::string kept = shelf.kept("a.png", sample::png(how));
    const images::Pixels pixels = images::decode_png(kept).value();
    CHECK(channel(pixels, 2, 2, 1) == 30);
    CHECK_FALSE(pixels.profile.empty());
    CHECK(pixels.profile.find(std::string("s\0R\0G\0B", 7)) == std::string::npos); // the words of the profile
    CHECK(shelf.kept("b.png", kept) == kept);
}

TEST_CASE("an SVG is kept without remarks, and drawn both in lines and as dots") {
    Shelf shelf;
    REQUIRE(sample::svg().find(sample::secret) != std::string::npos);
    const document::Raster raster = shelf.add("a.svg", sample::svg()).value();
    const images::Pixels pixels = images::decode_png(read_file(raster.file).value()).value();
    CHECK(std::abs(pixels.width - 2000) <= 1); // as rsvg-convert rounds it
    CHECK(channel(pixels, 100, 100, 0) == 220);
    CHECK(channel(pixels, 100, 100, 1) == 30);
    CHECK(static_cast<unsigned char>(pixels.opacity.front()) == 255);
    CHECK(static_cast<unsigned char>(pixels.opacity.back()) == 0);
    CHECK(read_file(raster.vectors).value().starts_with("%PDF-"));
    const std::string source = read_file(raster.source).value();
    CHECK(source.starts_with("<svg"));
    CHECK(source.find(sample::secret) == std::string::npos);
    CHECK(source.find("urn:other") == std::string::npos);
    CHECK(source.find("fill=\"#1edc1e\"") != std::string::npos);
}

TEST_CASE("what a picture was made from gives the same picture again, byte for byte") {
    Shelf shelf;
    sample::Jpeg turned;
    turned.orientation = 6;
    sample::Png deep;
    deep.profile = sample::light_profile();
    const std::vector<std::pair<std::string, std::string>> pictures = {{"a.jpg", sample::jpeg()},
                                                                       {"b.jpg", sample::jpeg(turned)},
                                                                       {"c.png", sample::png(deep)},
                                                                       {"d.svg", sample::svg()}};
    for (const auto& [name, bytes] : pictures) {
        INFO(name);
        const document::Raster once = shelf.add(name, bytes).value();
        const document::Raster again = shelf.add(name, read_file(once.source).value()).value();
        CHECK(again.orientation == once.orientation);
        CHECK(again.width == once.width);
        CHECK(read_file(again.file).value() == read_file(once.file).value());
        CHECK(read_file(again.source).value() == read_file(once.source).value());
    }
}

TEST_CASE("what isn't a good picture is told with its place") {
    Shelf shelf;
    const std::string jpeg = sample::jpeg();
    const std::string png = sample::png();
    const std::string place = "partners/one.xml:7:3: error: the photo “";
    CHECK(shelf.fault("a.jpg", "") == place + "a.jpg” is an empty file\n");
    CHECK(shelf.fault("a.jpg", png).starts_with(place + "a.jpg” is a PNG, whatever its name says\n"));
    CHECK(shelf.fault("a.png", jpeg).starts_with(place + "a.png” is a JPEG, whatever its name says\n"));
    CHECK(shelf.fault("a.svg", png).starts_with(place + "a.svg” is a PNG, whatever its name says\n"));
    CHECK(shelf.fault("a.jpg", "GIF89a").starts_with(place + "a.jpg” is a GIF\n"));
    CHECK(shelf.fault("a.jpg", "words").starts_with(place + "a.jpg” is no picture\n"));
    CHECK(shelf.fault("a.svg", "<svg").starts_with(place + "a.svg” is damaged: "));
    CHECK(shelf.fault("a.svg", "<svg><svg/></svg>").starts_with(place + "a.svg” can't be drawn: "));
    CHECK(shelf.fault("a.jpg", jpeg.substr(0, jpeg.size() / 2)).starts_with(place + "a.jpg” is damaged: "));
    CHECK(shelf.fault("a.jpg", jpeg.substr(0, 30)).starts_with(place + "a.jpg” is damaged: "));
    CHECK(shelf.fault("a.png", png.substr(0, png.size() - 20)).starts_with(place + "a.png” is damaged: "));
    CHECK(shelf.fault("a.png", png.substr(0, 20)).starts_with(place + "a.png” is damaged: "));
    std::string altered = png;
    altered[altered.find("IDAT") + 10] ^= 0x55;
    CHECK(shelf.fault("a.png", altered).starts_with(place + "a.png” is damaged: "));
    std::string vast = png;
    vast.replace(16, 8, std::string("\0\0\xFF\xFF\0\0\xFF\xFF", 8)); // width and height of its header
    CHECK(shelf.fault("a.png", vast)
              .starts_with(place + "a.png” is too large, 65535 × 65535: 65535 pixels; the limit “picture-side” allows "
                                   "65500\n"));
}

TEST_CASE("a picture is as large as the limits allow, and all pictures together") {
    const auto fault_with = [](Limit limit, std::uint64_t value, const std::string& bytes) {
        Limits limits;
        limits.set(limit, value);
        Shelf shelf{limits, images::Album::open(limits).value()};
        const Result<document::Raster> first = shelf.add("a.png", bytes);
        const Result<document::Raster> second = shelf.add("b.png", bytes);
        return !first ? first.error().message : !second ? second.error().message : std::string();
    };
    const std::string large = images::encode_png({1500, 1000, 1, std::string(1'500'000, 'g'), {}, {}, {}});
    CHECK(fault_with(Limit::picture_pixels, 2, large).empty());
    CHECK(fault_with(Limit::picture_pixels, 1, large) ==
          "the photo “a.png” is too large, 1500 × 1000: 2 million pixels; the limit “picture-pixels” allows 1");
    CHECK(fault_with(Limit::picture_side, 1500, large).empty());
    CHECK(fault_with(Limit::picture_side, 1499, large) ==
          "the photo “a.png” is too large, 1500 × 1000: 1500 pixels; the limit “picture-side” allows 1499");
    CHECK(fault_with(Limit::pixels, 3, large).empty());
    CHECK(fault_with(Limit::pixels, 2, large) == "the photo “b.png” makes the pictures too large together: 3 million "
                                                 "pixels; the limit “pixels” allows 2");
    const std::string padded = large + std::string(limits::mebibyte - large.size(), 'x');
    CHECK(fault_with(Limit::picture_file, 1, padded).empty());
    CHECK(fault_with(Limit::picture_file, 1, padded + 'x') ==
          "the photo “a.png” is a large file: 2 MiB; the limit “picture-file” allows 1");
}

TEST_CASE("a picture that lies about its size, or that grows without bounds, is told with its place") {
    Shelf shelf;
    const std::string place = "partners/one.xml:7:3: error: the photo “";
    // More lines than there are, with a header that is right in all else.
    CHECK(shelf.fault("a.png", sample::of_other_height(sample::png(), 80)).starts_with(place + "a.png” is damaged: "));
    std::string tall = sample::jpeg();
    const std::size_t frame = tall.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    tall[frame + 6] = 80; // T.81, B.2.2: the height's lower byte
    CHECK(shelf.fault("a.jpg", tall).starts_with(place + "a.jpg” is damaged: "));
    tall[frame + 5] = static_cast<char>(0xFF);
    tall[frame + 7] = static_cast<char>(0xFF);
    CHECK(shelf.fault("a.jpg", tall).starts_with(place + "a.jpg” is too large, "));
    // Pass after pass over the same dots.
    sample::Jpeg how;
    how.progressive = true;
    std::string endless = sample::jpeg(how);
    const std::size_t scan = endless.rfind("\xFF\xDA");
    const std::string last = endless.substr(scan, endless.size() - 2 - scan);
    for (int pass = 0; pass < 200; ++pass) {
        endless.insert(scan, last);
    }
    CHECK(shelf.fault("a.jpg", endless).starts_with(place + "a.jpg” is a JPEG of many passes: "));
    // Words that stand for words that stand for words.
    const std::string entities =
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&b;</text></svg>";
    CHECK(read_file(shelf.add("a.svg", entities).value().source).value().find("aaaa") != std::string::npos);
    std::string laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\">";
    for (char name = 'b'; name <= 'p'; ++name) {
        const std::string one = "&" + std::string(1, static_cast<char>(name - 1)) + ";";
        laughs += "<!ENTITY " + std::string(1, name) + " \"" + one + one + one + one + one + one + one + one + "\">";
    }
    laughs += "]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&p;</text></svg>";
    CHECK(shelf.fault("a.svg", laughs).starts_with(place + "a.svg” "));
    // Drawings within drawings: each level holds the one below it ten times.
    std::string nested = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                         "width=\"9\" height=\"9\"><defs><rect id=\"n0\" width=\"9\" height=\"9\"/>";
    for (int level = 1; level < 12; ++level) {
        nested += "<g id=\"n" + std::to_string(level) + "\">";
        for (int copy = 0; copy < 10; ++copy) {
            nested += "<use xlink:href=\"#n" + std::to_string(level - 1) + "\"/>";
        }
        nested += "</g>";
    }
    nested += "</defs><use xlink:href=\"#n11\"/></svg>";
    CHECK(shelf.fault("a.svg", nested).starts_with(place + "a.svg” can't be drawn: "));
}

TEST_CASE("no bytes at all make it fall over") {
    Shelf shelf;
    const auto spoil = [&](const std::string& name, const std::string& good) {
        for (std::size_t at = 0; at < good.size(); at += 3) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0xFF);
            shelf.add(name, bad); // a picture or a fault
            shelf.add(name, good.substr(0, at));
        }
    };
    sample::Jpeg how;
    how.orientation = 6;
    how.progressive = true;
    spoil("a.jpg", sample::jpeg(how));
    sample::Png interlaced;
    interlaced.colour_type = 6;
    interlaced.interlaced = true;
    spoil("a.png", sample::png(interlaced));
}
