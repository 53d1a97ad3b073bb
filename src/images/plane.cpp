#include "images/plane.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rapporteur::images {

namespace {

using Sum = std::uint64_t;

std::size_t count(int number) {
    return static_cast<std::size_t>(number);
}

// How much of a source's row or column lies in which of the fewer ones: at most two, in parts of the source's number.
struct Share {
    std::size_t into = 0;
    Sum first = 0;
    Sum second = 0; // in the one after
};

std::vector<Share> shares(int from, int to) {
    std::vector<Share> all(count(from));
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::size_t begin = at * count(to);
        const std::size_t end = begin + count(to);
        Share& share = all[at];
        share.into = begin / count(from);
        share.first = std::min(end, (share.into + 1) * count(from)) - begin;
        share.second = count(to) - share.first;
    }
    return all;
}

class Scaling {
public:
    Scaling(const Plane& from, Size to, LastChannel last)
        : plane(from), size(to), has_opacity(last == LastChannel::opacity), channels(count(from.channels)),
          columns(shares(from.width, to.width)), row((count(to.width) + 1) * channels), lines{row, row} {}

    Plane scale() {
        Plane small{size.width, size.height, plane.channels, {}};
        small.samples.reserve(count(size.width) * count(size.height) * channels);
        const std::vector<Share> rows = shares(plane.height, size.height);
        for (std::size_t y = 0; y < rows.size(); ++y) {
            if (y > 0 && rows[y].into != rows[y - 1].into) {
                write_line(small.samples);
            }
            add_columns(y);
            add(lines[0], rows[y].first);
            add(lines[1], rows[y].second);
        }
        write_line(small.samples);
        return small;
    }

private:
    void add_columns(std::size_t y) {
        std::fill(row.begin(), row.end(), 0);
        const auto* sample =
            reinterpret_cast<const unsigned char*>(plane.samples.data()) + y * count(plane.width) * channels;
        for (const Share& share : columns) {
            Sum* into = row.data() + share.into * channels;
            const Sum opacity = has_opacity ? sample[channels - 1] : 1;
            for (std::size_t channel = 0; channel < channels; ++channel) {
                const bool is_opacity = has_opacity && channel + 1 == channels;
                const Sum value = is_opacity ? opacity : sample[channel] * opacity;
                into[channel] += value * share.first;
                into[channel + channels] += value * share.second;
            }
            sample += channels;
        }
    }

    void add(std::vector<Sum>& line, Sum weight) const {
        for (std::size_t at = 0; weight > 0 && at < line.size(); ++at) {
            line[at] += row[at] * weight;
        }
    }

    void write_line(std::string& to) {
        const Sum whole = Sum{count(plane.width)} * count(plane.height);
        const std::vector<Sum>& line = lines[0];
        for (std::size_t x = 0; x < count(size.width); ++x) {
            const Sum* pixel = line.data() + x * channels;
            const Sum opaque = has_opacity ? pixel[channels - 1] : whole;
            for (std::size_t channel = 0; channel < channels; ++channel) {
                const bool is_opacity = has_opacity && channel + 1 == channels;
                const Sum weight = is_opacity ? whole : opaque;
                to.push_back(static_cast<char>(weight == 0 ? 0 : (pixel[channel] + weight / 2) / weight));
            }
        }
        std::swap(lines[0], lines[1]);
        std::fill(lines[1].begin(), lines[1].end(), 0);
    }

    const Plane& plane;
    Size size;
    bool has_opacity;
    std::size_t channels;
    std::vector<Share> columns;
    std::vector<Sum> row;                  // one of the source's, as wide as the result and one more
    std::array<std::vector<Sum>, 2> lines; // of the result: the one being added to, and the one after
};

} // namespace

Size fitting_page(Size size) {
    const bool lies = size.width > size.height;
    const double most_width = lies ? page_height : page_width;
    const double most_height = lies ? page_width : page_height;
    const double scale = std::min({1.0, most_width / size.width, most_height / size.height});
    return {std::max(1, static_cast<int>(std::lround(size.width * scale))),
            std::max(1, static_cast<int>(std::lround(size.height * scale)))};
}

Plane scaled(const Plane& plane, Size to, LastChannel last) {
    return Scaling(plane, to, last).scale();
}

Plane turned(const Plane& lying, int orientation) {
    const bool swaps = orientation > 4;
    Plane upright{swaps ? lying.height : lying.width, swaps ? lying.width : lying.height, lying.channels, {}};
    upright.samples.reserve(lying.samples.size());
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const std::size_t size = count(lying.channels);
    for (int row = 0; row < upright.height; ++row) {
        for (int column = 0; column < upright.width; ++column) {
            const int across = swaps ? row : column;
            const int down = swaps ? column : row;
            const int x = from_right ? lying.width - 1 - across : across;
            const int y = from_bottom ? lying.height - 1 - down : down;
            upright.samples.append(lying.samples, (count(y) * count(lying.width) + count(x)) * size, size);
        }
    }
    return upright;
}

} // namespace rapporteur::images
