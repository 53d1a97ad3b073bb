#include "archive/pdf_streams.hpp"

#include "support/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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
constexpr std::string_view white("\0\t\n\f\r ", 6);

// Where the data begins of the stream whose keyword may be at `at`, past the end of its line; npos where it is none:
// the end of another, or a word.
std::size_t start_of_data(std::string_view pdf, std::size_t at) {
    const bool ends_one = at >= 3 && pdf.substr(at - 3, 3) == "end";
    std::size_t data = at + keyword.size();
    data += data < pdf.size() && pdf[data] == '\r' ? 1 : 0;
    data += data < pdf.size() && pdf[data] == '\n' ? 1 : 0;
    return ends_one || data == at + keyword.size() ? std::string_view::npos : data;
}

// A name with its #xx as the bytes that they stand for.
std::string unescaped(std::string_view name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size(); ++at) {
        unsigned byte = 0;
        const char* const digits = name.data() + at + 1;
        if (name[at] == '#' && at + 2 < name.size() &&
            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            plain += static_cast<char>(byte);
            at += 2;
        } else {
            plain += name[at];
        }
    }
    return plain;
}

bool is_regular(char byte) { // as it may stand in a name (7.2.2)
    constexpr std::string_view others("\0\t\n\f\r ()<>[]{}/%", 16);
    return others.find(byte) == std::string_view::npos;
}

std::size_t end_of_name(std::string_view pdf, std::size_t at) {
    while (at < pdf.size() && is_regular(pdf[at])) {
        ++at;
    }
    return at;
}

std::string_view without_white(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text;
}

// Takes the name at the beginning of the text, without its "/"; empty where there is none.
std::string_view take_name(std::string_view& text) {
    if (text.empty() || text.front() != '/') {
        return {};
    }
    const std::size_t end = end_of_name(text, 1);
    const std::string_view name = text.substr(1, end - 1);
    text = without_white(text.substr(end));
    return name;
}

// By FlateDecode alone, whose output is counted, or a picture's filter, which qpdf leaves as it is. Anything else could
// make much of little, after what was counted; a reference could lead to anything.
bool is_known_filter(std::string_view value) {
    constexpr std::array<std::string_view, 5> known = {"FlateDecode", "DCTDecode", "JPXDecode", "JBIG2Decode",
                                                       "CCITTFaxDecode"};
    value = without_white(value);
    const bool is_list = value.substr(0, 1) == "[";
    if (is_list) {
        value = without_white(value.substr(1));
    }
    do {
        if (std::find(known.begin(), known.end(), take_name(value)) == known.end()) {
            return false;
        }
    } while (is_list && value.substr(0, 1) != "]");
    return true;
}

// Rows of a predictor (7.4.4.4) are kept whole: two of them, whatever the data.
bool is_short_number(std::string_view value, std::size_t longest) {
    value = without_white(value);
    const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
    const std::string_view next = without_white(value.substr(digits));
    const bool is_reference = !next.empty() && next.front() >= '0' && next.front() <= '9';
    return digits > 0 && digits <= longest && !is_reference;
}

bool says_how_it_is_packed(std::string_view name) {
    constexpr std::array<std::string_view, 4> keys = {"Filter", "DecodeParms", "Columns", "Colors"};
    return std::find(keys.begin(), keys.end(), name) != keys.end();
}

// What may stand after a name, wherever in the file; of most names, anything.
bool is_harmless(std::string_view name, std::string_view value) {
    constexpr std::size_t columns = 5; // digits: as many as a row of a picture may have pixels
    constexpr std::size_t colours = 2;
    constexpr std::string_view starts = "/[+-.0123456789%"; // of a name, list, number, reference or comment
    value = without_white(value);
    if (value.empty() || starts.find(value.front()) == std::string_view::npos) {
        return true; // of a word in a text, say, or a dictionary
    }
    if (name == "Filter") {
        return is_known_filter(value);
    }
    if (name == "DecodeParms") {
        return value.front() == '[' &&
               value.substr(0, value.find(']')).find('R') == std::string_view::npos; // no reference
    }
    return (name != "Columns" || is_short_number(value, columns)) &&
           (name != "Colors" || is_short_number(value, colours));
}

// Looks at each of those names in the whole file, for no dictionary is found for certain before it is parsed. Names
// written with # (7.3.5), which letters don't need, are refused where they are one of them.
bool has_known_packing(std::string_view pdf) {
    constexpr std::size_t longest_name = 127; // bytes
    for (std::size_t at = pdf.find('/'); at != std::string_view::npos; at = pdf.find('/', at + 1)) {
        const std::size_t end = end_of_name(pdf.substr(0, std::min(pdf.size(), at + 1 + longest_name)), at + 1);
        const std::string_view name = pdf.substr(at + 1, end - at - 1);
        const bool is_disguised = name.find('#') != std::string_view::npos && says_how_it_is_packed(unescaped(name));
        if (is_disguised || (says_how_it_is_packed(name) && !is_harmless(name, pdf.substr(end)))) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> harm_in_streams(std::string_view pdf) {
    constexpr std::size_t piece = 1U << 16U;
    if (!has_known_packing(pdf)) {
        return "is packed in a way in which no report is";
    }
    Budget budget(limits::unpacked_from(pdf.size()));
    for (std::size_t at = pdf.find("stream"); at != std::string_view::npos; at = pdf.find("stream", at + 1)) {
        std::size_t data = start_of_data(pdf, at);
        if (data == std::string_view::npos) {
            continue;
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
