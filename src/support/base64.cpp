#include "support/base64.hpp"

#include <algorithm>
#include <iterator>
#include <openssl/evp.h>

namespace rapporteur {

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL ends it with a zero
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string solid;
    std::copy_if(text.begin(), text.end(), std::back_inserter(solid),
                 [](char byte) { return byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n'; });
    const std::size_t filling = solid.ends_with("==") ? 2 : (solid.ends_with('=') ? 1 : 0);
    std::string bytes(solid.size() / 4 * 3 + 3, '\0');
    const int size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(solid.data()), static_cast<int>(solid.size()));
    if (size < 0 || solid.empty()) {
        return std::nullopt;
    }
    bytes.resize(static_cast<std::size_t>(size) - filling);
    return bytes;
}

} // namespace rapporteur
