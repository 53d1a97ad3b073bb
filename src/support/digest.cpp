#include "support/digest.hpp"

#include <array>
#include <openssl/sha.h>
#include <span>

namespace rapporteur {

namespace {

std::string hexadecimal(std::span<const unsigned char> digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 0xFU]);
    }
    return text;
}

} // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest = {};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return hexadecimal(digest);
}

std::string sha512(std::string_view bytes) {
    std::array<unsigned char, SHA512_DIGEST_LENGTH> digest = {};
    SHA512(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return hexadecimal(digest);
}

} // namespace rapporteur
