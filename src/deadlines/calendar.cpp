#include "deadlines/deadlines.hpp"
#include "deadlines/telling.hpp"
#include "facts/facts.hpp"
#include "support/address.hpp"
#include "support/digest.hpp"

#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace rapporteur::deadlines {

namespace {

constexpr std::size_t longest_line = 75; // bytes (RFC 5545, 3.1)

// A content line, folded between characters, with its CRLF.
std::string line(const std::string& text) {
    std::string folded;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        if (length + (end - at) > longest_line) {
            folded += "\r\n ";
            length = 1;
        }
        folded += text.substr(at, end - at);
        length += end - at;
        at = end;
    }
    return folded + "\r\n";
}

// TEXT values (3.3.11).
std::string escaped(const std::string& text) {
    std::string value;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\n' || (byte == '\r' && text.compare(at, 2, "\r\n") != 0)) {
            value += "\\n";
            continue;
        }
        if (code < 0x20 && byte != '\t') { // no control but HTAB stands in a value (3.1)
            continue;
        }
        if (byte == '\\' || byte == ';' || byte == ',') {
            value += '\\';
        }
        value += byte;
    }
    return value;
}

std::string day(int year, int month, int day_of_month) {
    return fmt::format("{:04}{:02}{:02}", year, month, day_of_month);
}

// The whole day, month or year that the date is known to lie in; an end is the first day that no longer does (3.6.1).
std::string when(const corpus::Date& due) {
    constexpr int months = 12;
    if (due.day > 0) {
        return line("DTSTART;VALUE=DATE:" + day(due.year, due.month, due.day));
    }
    const bool whole_year = due.month == 0;
    const bool into_next_year = whole_year || due.month == months;
    return line("DTSTART;VALUE=DATE:" + day(due.year, whole_year ? 1 : due.month, 1)) +
           line("DTEND;VALUE=DATE:" +
                day(into_next_year ? due.year + 1 : due.year, into_next_year ? 1 : due.month + 1, 1));
}

std::string description(const corpus::Corpus& corpus, const Deadline& deadline) {
    const corpus::Statement& statement = deadline.obligation->statement;
    std::string text = fmt::format("Due: {}", facts::iso(deadline.due()));
    if (const std::string recurs = interval(deadline.obligation->every); !recurs.empty()) {
        text += fmt::format("\nRecurs {}; the date after this one isn't confirmed yet.", recurs);
    }
    text += fmt::format("\nSource: {}", source_of(corpus, statement.provenance));
    if (statement.provenance.checked) {
        text += fmt::format("\nChecked on: {}", facts::iso(*statement.provenance.checked));
    }
    return text;
}

std::string own_name(const corpus::Statement& statement) {
    constexpr std::size_t digits = 16;
    return statement.id.empty() ? sha256(words_of(statement.text)).substr(0, digits) : statement.id;
}

// The UIDs of all obligations of a corpus, whichever of them are asked for, so that each keeps its own (RFC 5545,
// 3.8.4.7): the partner's id and the obligation's, or a digest of its words where it has none. Of those with the same
// words in one partner, the later ones bear their relationship too, and then their number.
class Uids {
public:
    explicit Uids(const corpus::Corpus& corpus) {
        for (const corpus::Partner& partner : corpus.partners) {
            for (std::size_t at = 0; at < partner.relationships.size(); ++at) {
                const corpus::Relationship& relationship = partner.relationships[at];
                const std::string of = relationship.id.empty() ? std::to_string(at + 1) : relationship.id;
                for (const corpus::Obligation& obligation : relationship.obligations) {
                    const std::string name = partner.id + "." + own_name(obligation.statement);
                    uids[&obligation] = fmt::format("{}@{}", unused(name, of), corpus.id);
                }
            }
        }
    }

    const std::string& of(const Deadline& deadline) const { return uids.at(deadline.obligation); }

private:
    std::string unused(const std::string& name, const std::string& relationship) {
        if (used.insert(name).second) {
            return name;
        }
        const std::string longer = name + "." + relationship;
        std::string numbered = longer;
        for (int number = 2; !used.insert(numbered).second; ++number) {
            numbered = fmt::format("{}.{}", longer, number);
        }
        return numbered;
    }

    std::unordered_map<const corpus::Obligation*, std::string> uids;
    std::set<std::string> used;
};

std::string event(const corpus::Corpus& corpus, const Deadline& deadline, const Uids& uids) {
    const corpus::Statement& statement = deadline.obligation->statement;
    std::string text = line("BEGIN:VEVENT") + line("UID:" + uids.of(deadline));
    // When the calendar was made (3.8.7.2): the day of the corpus, not of the run.
    text += line(fmt::format("DTSTAMP:{}T000000Z", day(corpus.date.year, corpus.date.month, corpus.date.day)));
    text += when(deadline.due());
    text += line(fmt::format("SUMMARY;LANGUAGE={}:{}", corpus.language,
                             escaped(name_of(*deadline.partner) + ": " + words_of(statement.text))));
    text += line("DESCRIPTION:" + escaped(description(corpus, deadline)));
    if (const std::string uri = uri_of(corpus, statement.provenance); !uri.empty()) {
        text += line("URL:" + rapporteur::uri_of(uri).value_or(uri));
    }
    return text + line("TRANSP:TRANSPARENT") + line("END:VEVENT");
}

} // namespace

std::string to_calendar(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines) {
    std::string text = line("BEGIN:VCALENDAR") + line("VERSION:2.0") + line("PRODID:-//rapporteur//deadlines//EN") +
                       line("CALSCALE:GREGORIAN");
    const Uids uids(corpus);
    for (const Deadline& deadline : deadlines) {
        text += event(corpus, deadline, uids);
    }
    return text + line("END:VCALENDAR");
}

} // namespace rapporteur::deadlines
