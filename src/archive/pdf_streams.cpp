#include "archive/pdf_streams.hpp"

#include "support/limits.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <zlib.h>

namespace rapporteur::archive {

namespace {

// How much has been inflated, of how much that may be.
class Budget {
public:
    explicit Budget(std::uint64_t most) : left(most) {}
    bool spend(std::uint64_t bytes) {
        left = bytes > left ? 0 : left - bytes;
        return left > 0;
    }

private:
    std::uint64_t left;
};

// RFC 1950, 2.2: the method is deflate, and the two bytes are a multiple of 31.
bool begins_as_zlib(unsigned char first, unsigned char second) {
    return (first & 0x0FU) == Z_DEFLATED && (first * 256U + second) % 31U == 0;
}

enum class Counted : std::uint8_t { all, too_much, too_deep };

// One filter's worth of inflating; what comes out is inflated again where it begins as zlib data does.
class Layer {
public:
    Layer(Budget& of, int deep) : budget(of), depth(deep), usable(inflateInit(&stream) == Z_OK) {}
    ~Layer() { inflateEnd(&stream); }
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;

    bool is_at_end() const { return ended; }

    Counted put(std::string_view bytes) {
        ended = ended || !usable;
        // zlib only reads what next_in points to.
        stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<unsigned>(bytes.size());
        if (!budget.spend(bytes.size())) { // what gives nothing takes time too
            return Counted::too_much;
        }
        while (!ended) {
            std::array<unsigned char, 1U << 16U> out = {};
            stream.next_out = out.data();
            stream.avail_out = static_cast<unsigned>(out.size());
            ended = inflate(&stream, Z_NO_FLUSH) != Z_OK;
            const std::size_t got = out.size() - stream.avail_out;
            const Counted counted = take({reinterpret_cast<const char*>(out.data()), got});
            if (counted != Counted::all || stream.avail_out > 0) {
                return counted;
            }
        }
        return Counted::all;
    }

private:
    Counted take(std::string_view bytes) {
        if (!budget.spend(bytes.size())) {
            return Counted::too_much;
        }
        if (taken < 2) {
            start += bytes.substr(0, 2 - taken);
            if (start.size() == 2 &&
                begins_as_zlib(static_cast<unsigned char>(start[0]), static_cast<unsigned char>(start[1]))) {
                if (depth == limits::filters) {
                    return Counted::too_deep;
                }
                within = std::make_unique<Layer>(budget, depth + 1);
                if (taken == 1) { // its first byte came alone
                    within->put(std::string_view(start).substr(0, 1));
                }
            }
        }
        taken += bytes.size();
        return within && !bytes.empty() ? within->put(bytes) : Counted::all;
    }

    Budget& budget;
    int depth;
    z_stream stream = {};
    bool usable;
    bool ended = false;
    std::uint64_t taken = 0;
    std::string start; // its first two bytes
    std::unique_ptr<Layer> within;
};

constexpr std::string_view keyword = "stream";
constexpr std::string_view white = " \t\r\n";
constexpr std::size_t longest_dictionary = std::size_t{1} << 20U;

// Where the data begins of the stream whose keyword may be at `at`, past the end of its line; npos where it is none:
// the end of another, or a word.
std::size_t start_of_data(std::string_view pdf, std::size_t at) {
    const bool ends_one = at >= 3 && pdf.substr(at - 3, 3) == "end";
    std::size_t data = at + keyword.size();
    data += data < pdf.size() && pdf[data] == '\r' ? 1 : 0;
    data += data < pdf.size() && pdf[data] == '\n' ? 1 : 0;
    return ends_one || data == at + keyword.size() ? std::string_view::npos : data;
}

bool follows_a_dictionary(std::string_view pdf, std::size_t at) {
    const std::size_t before = pdf.substr(0, at).find_last_not_of(white);
    return before != std::string_view::npos && before > 0 && pdf.substr(before - 1, 2) == ">>";
}

// The dictionary of the stream whose keyword is at `at`: what lies between the object's beginning and there. Empty
// where that is the data of a stream, in which the keyword is a word.
std::string_view dictionary_before(std::string_view pdf, std::size_t at) {
    const std::size_t start = at - std::min(at, longest_dictionary);
    const std::size_t found = pdf.substr(start, at - start).rfind(" obj");
    if (found == std::string_view::npos) {
        return {};
    }
    const std::size_t object = start + found;
    const std::string_view region = pdf.substr(object, at - object);
    for (std::size_t word = region.find(keyword); word != std::string_view::npos;
         word = region.find(keyword, word + 1)) {
        if (start_of_data(pdf, object + word) != std::string_view::npos && follows_a_dictionary(pdf, object + word)) {
            return {};
        }
    }
    return region;
}

std::string_view after(std::string_view dictionary, std::string_view key) {
    const std::size_t found = dictionary.find(key);
    return found == std::string_view::npos ? std::string_view() : dictionary.substr(found + key.size());
}

// Whether the filter's output can be counted: by FlateDecode, or it is a picture's, which qpdf leaves as it is.
bool has_known_filter(std::string_view dictionary) {
    constexpr std::array<std::string_view, 5> known = {"/FlateDecode", "/DCTDecode", "/JPXDecode", "/JBIG2Decode",
                                                       "/CCITTFaxDecode"};
    constexpr std::string_view key = "/Filter";
    if (dictionary.find(key) == std::string_view::npos) { // or it is written with #, which names of letters don't need
        return dictionary.find('#') == std::string_view::npos;
    }
    std::string_view filter = after(dictionary, key);
    filter.remove_prefix(std::min(filter.find('/'), filter.size()));
    return std::any_of(known.begin(), known.end(),
                       [&](std::string_view name) { return filter.substr(0, name.size()) == name; });
}

// Rows of a predictor (7.4.4.4) are kept whole: two of them, whatever the data.
bool has_short_rows(std::string_view dictionary) {
    constexpr std::size_t longest = 6; // digits
    for (const std::string_view key : {"/Columns", "/Colors"}) {
        const std::string_view number = after(dictionary, key);
        const std::size_t digits = number.find_first_of("0123456789");
        const std::size_t end = std::min(number.find_first_not_of("0123456789", digits), number.size());
        if (digits != std::string_view::npos && end - digits > longest) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> harm_in_streams(std::string_view pdf) {
    constexpr std::size_t piece = 1U << 16U;
    Budget budget(limits::unpacked_from(pdf.size()));
    for (std::size_t at = pdf.find("stream"); at != std::string_view::npos; at = pdf.find("stream", at + 1)) {
        std::size_t data = start_of_data(pdf, at);
        if (data == std::string_view::npos) {
            continue;
        }
        const std::string_view dictionary = dictionary_before(pdf, at);
        if (!has_known_filter(dictionary) || !has_short_rows(dictionary)) {
            return "is packed in a way in which no report is";
        }
        if (data + 2 > pdf.size() ||
            !begins_as_zlib(static_cast<unsigned char>(pdf[data]), static_cast<unsigned char>(pdf[data + 1]))) {
            continue;
        }
        Layer outermost(budget, 1);
        while (data < pdf.size() && !outermost.is_at_end()) {
            switch (outermost.put(pdf.substr(data, piece))) {
            case Counted::all:
                break;
            case Counted::too_much:
                return limits::too_much_from(pdf.size());
            case Counted::too_deep:
                return fmt::format("holds data packed more than {} times over, which no report is", limits::filters);
            }
            data += piece;
        }
    }
    return std::nullopt;
}

} // namespace rapporteur::archive
