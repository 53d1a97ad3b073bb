#pragma once

// Which addresses in a passage are of e-mail.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace rapporteur::typeset {

// The run of characters without a space that an address is in, looked through once however often it is asked.
class MailAddresses {
public:
    explicit MailAddresses(std::string_view passage) : text(passage) {}

    // Whether what begins at byte `at` and goes on to the next space is an e-mail address. Asked from left to right.
    bool begin_at(std::size_t at) {
        if (at >= end) {
            end = std::min(text.find(' ', at), text.size());
            const std::string_view run = text.substr(at, end - at);
            const auto place = [&](std::size_t found) { return found == std::string_view::npos ? 0 : at + found + 1; };
            past_last_sign = place(run.rfind('@'));
            past_last_slash = place(run.rfind('/'));
        }
        return past_last_sign > at && past_last_slash <= at;
    }

private:
    std::string_view text;
    std::size_t end = 0;
    std::size_t past_last_sign = 0; // 0 for none
    std::size_t past_last_slash = 0;
};

} // namespace rapporteur::typeset
