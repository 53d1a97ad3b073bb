#include "compose/qr_code.hpp"

#include <memory>
#include <qrencode.h>

namespace rapporteur::compose {

namespace {

struct Release {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

constexpr int quiet_zone = 4;    // modules at each side (6.3.8)
constexpr double overlap = 0.03; // of a module, so that no light shows between rows that touch

} // namespace

std::optional<document::Drawing> qr_code(const std::string& text, double size) {
    const std::unique_ptr<QRcode, Release> code(
        QRcode_encodeString8bit(text.c_str(), 0 /* the smallest that will do */, QR_ECLEVEL_M));
    if (!code) {
        return std::nullopt;
    }
    const int width = code->width;
    const double module = size / (width + 2 * quiet_zone);
    const auto is_dark = [&](int x, int y) { return x < width && (code->data[y * width + x] & 1U) != 0; };
    document::Drawing drawing;
    drawing.width = size;
    drawing.height = size;
    drawing.shapes.emplace_back(document::Rectangle{{0, 0}, size, size, document::Ink::paper, 0});
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            const int from = x;
            while (is_dark(x, y)) {
                ++x;
            }
            if (x > from) {
                drawing.shapes.emplace_back(
                    document::Rectangle{{(from + quiet_zone) * module, (y + quiet_zone) * module},
                                        (x - from) * module,
                                        (1 + overlap) * module,
                                        document::Ink::text,
                                        0});
            }
        }
    }
    return drawing;
}

} // namespace rapporteur::compose
