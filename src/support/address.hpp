#pragma once

// Addresses as people write them, and as formats need them: URIs in ASCII (RFC 3986), made from IRIs (RFC 3987, 3.1).

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace rapporteur {

// The URI of an address with a scheme: what a URI may not hold as it stands, such as a space, a bracket, a bare % or a
// letter beyond ASCII, is percent-encoded, a host in other letters becomes what the domain name system knows it by
// (UTS 46). What is a URI already stays as it is. Fails, with what is wrong as the rest of a sentence ("has …"), where
// there is no host or none that can be, and where it holds a character that nobody sees.
tl::expected<std::string, std::string> uri_of(std::string_view address);

// The mailto: URI of an e-mail address (RFC 6068, 2).
tl::expected<std::string, std::string> mailto_of(std::string_view address);

} // namespace rapporteur
