#include "corpus/reading.hpp"
#include "support/address.hpp"

#include <fmt/format.h>

namespace rapporteur::corpus {

namespace {

using Uri = tl::expected<std::string, std::string>;

// What the schema has refused is reported already.
std::string checked(const Reading& reading, const pugi::xml_node& node, std::string address, const Uri& uri,
                    const char* hint) {
    if (!uri && reading.is_sound(node)) {
        reading.findings.error(reading.place(node), fmt::format("the address “{}” {}", address, uri.error()), hint);
    }
    return address;
}

} // namespace

std::string read_address(const Reading& reading, const pugi::xml_node& node, const char* written) {
    std::string address = trimmed(written);
    return address.empty() ? address
                           : checked(reading, node, address, uri_of(address),
                                     "copy it from the bar of your browser, without what stands around it");
}

std::string read_email(const Reading& reading, const pugi::xml_node& node, const char* written) {
    std::string address = trimmed(written);
    return address.empty() ? address
                           : checked(reading, node, address, mailto_of(address),
                                     "write one address alone, such as name@example.org");
}

} // namespace rapporteur::corpus
