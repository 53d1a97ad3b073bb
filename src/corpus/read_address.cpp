#include "corpus/reading.hpp"
#include "support/address.hpp"

#include <fmt/format.h>

namespace rapporteur::corpus {

namespace {

using Uri = tl::expected<std::string, std::string>;

std::string checked(const Reading& reading, const pugi::xml_node& node, std::string address, const Uri& uri) {
    if (!uri) {
        reading.findings.error(reading.place(node), fmt::format("the address “{}” {}", address, uri.error()),
                               "copy it from the bar of your browser, without what stands around it");
    }
    return address;
}

} // namespace

std::string read_address(const Reading& reading, const pugi::xml_node& node, const char* written) {
    std::string address = trimmed(written);
    return address.empty() ? address : checked(reading, node, address, uri_of(address));
}

std::string read_email(const Reading& reading, const pugi::xml_node& node, const char* written) {
    std::string address = trimmed(written);
    return address.empty() ? address : checked(reading, node, address, mailto_of(address));
}

} // namespace rapporteur::corpus
