#include "support/address.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

namespace rapporteur {

namespace {

using Uri = tl::expected<std::string, std::string>;

constexpr std::string_view unreserved_marks = "-._~";
constexpr std::string_view in_path = "!$&'()*+,;=:@/"; // RFC 3986, 3.3
constexpr std::string_view in_query = "!$&'()*+,;=:@/?";
constexpr std::string_view in_user = "!$&'()*+,;=:";
constexpr std::string_view in_mailbox = "!$'*+"; // RFC 6068, 2: of what a mailbox may hold, what means nothing in a URI

bool is_letter_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

bool is_hexadecimal(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool is_escape(std::string_view text) {
    return text.size() >= 3 && text[0] == '%' && is_hexadecimal(text[1]) && is_hexadecimal(text[2]);
}

enum class Escapes : std::uint8_t { stay, are_text };

std::string encoded(std::string_view text, std::string_view allowed, Escapes escapes) {
    std::string uri;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        const bool stays = is_letter_or_digit(byte) || unreserved_marks.find(byte) != std::string_view::npos ||
                           allowed.find(byte) != std::string_view::npos ||
                           (escapes == Escapes::stay && is_escape(text.substr(at)));
        if (stays) {
            uri.push_back(byte);
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return uri;
}

// A character that shows nothing: a control, a mark of direction, a space of no width.
bool is_unseen(char32_t character) {
    constexpr std::uint32_t kinds = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CS_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & kinds) != 0;
}

std::string unseen_in(std::string_view address) {
    for (std::size_t at = 0; at < address.size();) {
        const char32_t character = next_character(address, at);
        if (is_unseen(character)) {
            return fmt::format("has a character that nobody sees (U+{:04X})", static_cast<std::uint32_t>(character));
        }
    }
    return {};
}

// By the names of ASCII that stand for others ("xn--…").
Uri host_of(std::string_view host) {
    const bool is_plain = std::all_of(host.begin(), host.end(), [](char byte) {
        return is_letter_or_digit(byte) || byte == '-' || byte == '.' || byte == '_';
    });
    const bool is_numbers = host.size() > 4 && host.front() == '[' && host.back() == ']' &&
                            std::all_of(host.begin() + 1, host.end() - 1, [](char byte) {
                                return is_hexadecimal(byte) || byte == ':' || byte == '.';
                            }); // IPv6
    std::string ascii(host);
    if (!is_plain && !is_numbers) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::IDNA> names(icu::IDNA::createUTS46Instance(
            UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
        ascii.clear();
        icu::StringByteSink<std::string> sink(&ascii);
        icu::IDNAInfo info;
        if (U_SUCCESS(status)) {
            names->nameToASCII_UTF8(icu::StringPiece(host.data(), static_cast<int32_t>(host.size())), sink, info,
                                    status);
        }
        if (U_FAILURE(status) || info.hasErrors()) {
            return tl::unexpected(fmt::format("has “{}” where a host's name is expected", host));
        }
    }
    if (ascii.empty() || ascii.front() == '.' || ascii.find("..") != std::string::npos) {
        return tl::unexpected<std::string>("has no host, such as www.example.org");
    }
    return ascii;
}

Uri authority_of(std::string_view authority) {
    const std::size_t at_sign = authority.rfind('@');
    std::string user;
    if (at_sign != std::string_view::npos) {
        user = encoded(authority.substr(0, at_sign), in_user, Escapes::stay) + "@";
        authority.remove_prefix(at_sign + 1);
    }
    const std::size_t colon = authority.rfind(':');
    const bool has_port = colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos;
    const std::string_view port = has_port ? authority.substr(colon) : std::string_view();
    if (has_port && port.find_first_not_of("0123456789", 1) != std::string_view::npos) {
        return tl::unexpected(fmt::format("has “{}” where a port's number is expected", port.substr(1)));
    }
    return host_of(authority.substr(0, authority.size() - port.size())).map([&](const std::string& host) {
        return user + host + std::string(port);
    });
}

} // namespace

tl::expected<std::string, std::string> uri_of(std::string_view address) {
    if (std::string unseen = unseen_in(address); !unseen.empty()) {
        return tl::unexpected(std::move(unseen));
    }
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return tl::unexpected<std::string>("has no scheme, such as https:");
    }
    std::string uri(address.substr(0, colon + 1));
    std::string_view rest = address.substr(colon + 1);
    if (rest.starts_with("//")) {
        rest.remove_prefix(2);
        const std::size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
        const Uri authority = authority_of(rest.substr(0, end));
        if (!authority) {
            return authority;
        }
        uri += "//" + *authority;
        rest.remove_prefix(end);
    }
    const std::size_t hash = std::min(rest.find('#'), rest.size());
    const std::size_t question = std::min(rest.substr(0, hash).find('?'), hash);
    uri += encoded(rest.substr(0, question), in_path, Escapes::stay);
    if (question < hash) {
        uri += "?" + encoded(rest.substr(question + 1, hash - question - 1), in_query, Escapes::stay);
    }
    if (hash < rest.size()) {
        uri += "#" + encoded(rest.substr(hash + 1), in_query, Escapes::stay);
    }
    return uri;
}

tl::expected<std::string, std::string> mailto_of(std::string_view address) {
    if (std::string unseen = unseen_in(address); !unseen.empty()) {
        return tl::unexpected(std::move(unseen));
    }
    const std::size_t at_sign = address.rfind('@');
    if (at_sign == std::string_view::npos || at_sign == 0) {
        return tl::unexpected<std::string>("is no e-mail address, such as name@example.org");
    }
    return host_of(address.substr(at_sign + 1)).map([&](const std::string& host) {
        return "mailto:" + encoded(address.substr(0, at_sign), in_mailbox, Escapes::are_text) + "@" + host;
    });
}

} // namespace rapporteur
