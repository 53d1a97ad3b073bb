#include "withheld/pdf_lexer.hpp"

namespace rapporteur::withheld {

namespace {

bool is_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\0';
}

bool is_delimiter(char byte) {
    return std::string_view("()<>[]{}/%").find(byte) != std::string_view::npos;
}

int hexadecimal(char byte) {
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    const char letter = static_cast<char>(byte | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

} // namespace

void PdfLexer::skip_space() {
    while (at < bytes.size()) {
        if (bytes[at] == '%') {
            while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r') {
                ++at;
            }
        } else if (is_space(bytes[at])) {
            ++at;
        } else {
            return;
        }
    }
}

std::string PdfLexer::regular() {
    const std::size_t from = at;
    while (at < bytes.size() && !is_space(bytes[at]) && !is_delimiter(bytes[at])) {
        ++at;
    }
    return std::string(bytes.substr(from, at - from));
}

// What follows a backslash (7.3.4.2, table 3).
char PdfLexer::escaped() {
    const char byte = bytes[at++];
    switch (byte) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        break;
    }
    if (byte < '0' || byte > '7') {
        return byte;
    }
    int value = byte - '0';
    for (int digit = 0; digit < 2 && at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '7'; ++digit) {
        value = value * 8 + (bytes[at++] - '0');
    }
    return static_cast<char>(value);
}

PdfToken PdfLexer::literal_string() {
    PdfToken token{PdfToken::Kind::string, {}};
    int depth = 1;
    while (at < bytes.size()) {
        const char byte = bytes[at++];
        if (byte == '\\' && at < bytes.size()) {
            const bool joins_lines = bytes[at] == '\n' || bytes[at] == '\r';
            if (joins_lines) {
                at += bytes.substr(at, 2) == "\r\n" ? 2 : 1;
            } else {
                token.text.push_back(escaped());
            }
            continue;
        }
        depth += byte == '(' ? 1 : (byte == ')' ? -1 : 0);
        if (depth == 0) {
            break;
        }
        token.text.push_back(byte);
    }
    return token;
}

PdfToken PdfLexer::hexadecimal_string() {
    PdfToken token{PdfToken::Kind::string, {}};
    int half = -1;
    while (at < bytes.size() && bytes[at] != '>') {
        const int digit = hexadecimal(bytes[at++]);
        if (digit < 0) {
            continue;
        }
        if (half < 0) {
            half = digit;
        } else {
            token.text.push_back(static_cast<char>(half * 16 + digit));
            half = -1;
        }
    }
    if (half >= 0) {
        token.text.push_back(static_cast<char>(half * 16)); // an odd last digit counts as if 0 followed
    }
    at += at < bytes.size() ? 1 : 0;
    return token;
}

PdfToken PdfLexer::next() {
    using Kind = PdfToken::Kind;
    skip_space();
    if (at >= bytes.size()) {
        return {};
    }
    const bool is_double = at + 1 < bytes.size() && bytes[at + 1] == bytes[at];
    switch (bytes[at]) {
    case '(':
        ++at;
        return literal_string();
    case '<':
        at += is_double ? 2 : 1;
        return is_double ? PdfToken{Kind::open_dictionary, {}} : hexadecimal_string();
    case '>':
        at += is_double ? 2 : 1;
        return {Kind::close_dictionary, {}};
    case '[':
        ++at;
        return {Kind::open_array, {}};
    case ']':
        ++at;
        return {Kind::close_array, {}};
    case '/':
        ++at;
        return {Kind::name, regular()};
    case '{':
    case '}':
    case ')':
        return {Kind::word, std::string(1, bytes[at++])};
    default:
        return {Kind::word, regular()};
    }
}

} // namespace rapporteur::withheld
