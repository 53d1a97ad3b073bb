#include "facts/facts.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::facts {

namespace {

struct Known {
    std::string_view name;
    bool once = false;
    std::string_view plain = {}; // where the name is none that a person would use
};

constexpr std::array<Known, 46> fields = {{
    {"title", true},
    {"subtitle", true},
    {"subject"},
    {"edition", true, "year of the report"},
    {"holder", true, "organisation's name"},
    {"holder acronym", true, "organisation's acronym"},
    {"holder page", true, "organisation's web page"},
    {"source"},
    {"locator", false, "place in a source"},
    {"introduction"},
    {"term", false, "glossary entry"},
    {"funding total", false, "total funding"},
    {"name", true},
    {"acronym", true},
    {"former name"},
    {"kind", true},
    {"status", true},
    {"identifier"},
    {"seat", true},
    {"page", true, "web page"},
    {"contact"},
    {"summary", true},
    {"mandate"},
    {"composition", true},
    {"relationship", true},
    {"from", true, "start date"},
    {"to", true, "end date"},
    {"role", true},
    {"basis", true, "legal basis"},
    {"description"},
    {"right"},
    {"obligation"},
    {"due date"},
    {"interval"},
    {"engagement"},
    {"result"},
    {"indicator"},
    {"funding"},
    {"risk"},
    {"theme"},
    {"next step"},
    {"talking point"},
    {"quote"},
    {"photo"},
    {"document"},
    {"event"},
}};

const Known& known(Field field) {
    return fields.at(static_cast<std::size_t>(field));
}

} // namespace

std::string_view name_of(Field field) {
    return known(field).name;
}

std::string_view plain_name_of(Field field) {
    return known(field).plain.empty() ? known(field).name : known(field).plain;
}

bool stands_once(Field field) {
    return known(field).once;
}

bool is_told_of_alone(const Fact& fact) {
    constexpr std::array<Field, 7> parts = {Field::from, Field::to,       Field::role,     Field::basis,
                                            Field::due,  Field::interval, Field::indicator};
    return std::find(parts.begin(), parts.end(), fact.field) == parts.end();
}

std::string iso(const corpus::Date& date) {
    std::string text = fmt::format("{:04}", date.year);
    text += date.month > 0 ? fmt::format("-{:02}", date.month) : std::string();
    text += date.day > 0 ? fmt::format("-{:02}", date.day) : std::string();
    return text;
}

bool is_stale(const Fact& fact, const corpus::Date& day) {
    if (!fact.provenance || !fact.provenance->checked) {
        return false;
    }
    constexpr int last_month = 12;
    constexpr int last_day = 31;
    const corpus::Date& checked = *fact.provenance->checked;
    const corpus::Date a_year_later = {checked.year + 1, checked.month > 0 ? checked.month : last_month,
                                       checked.day > 0 ? checked.day : last_day};
    return a_year_later < day;
}

std::string path_of(const Fact& fact) {
    std::string path = fact.partner.empty() ? "the corpus" : "partner " + fact.partner;
    if (!fact.of.empty() && fact.field != Field::relationship) {
        path += ", relationship " + fact.of;
    }
    path += fmt::format(", {}", plain_name_of(fact.field));
    return fact.key.empty() ? path : path + " " + fact.key;
}

} // namespace rapporteur::facts
