#include "compose/composer.hpp"
#include "document/digits.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::compose {

namespace {

using facts::Field;

// Where a fact's own text goes among the program's words, until it is put there.
constexpr const char* text_here = "\x01";

std::string date_in_words(const wording::Words& words, const corpus::Date& date) {
    return words.date({date.year, date.month, date.day});
}

std::string date_in_words(const wording::Words& words, const std::string& iso) {
    const auto part = [&](std::size_t at, std::size_t digits) {
        return iso.size() < at + digits ? 0 : std::stoi(iso.substr(at, digits));
    };
    return words.date({part(0, 4), part(5, 2), part(8, 2)});
}

// "member, founder" as the schema writes it, in the reader's words.
std::string kinds_in_words(const wording::Words& words, const std::string& kinds) {
    std::vector<std::string> names;
    for (std::size_t start = 0; start < kinds.size();) {
        const std::size_t end = std::min(kinds.find(", ", start), kinds.size());
        names.push_back(words["relationship." + kinds.substr(start, end - start)]);
        start = end + 2;
    }
    return words.list(names);
}

// "sdg 16.3"
std::string theme_in_words(const wording::Words& words, const std::string& theme) {
    document::Labels labels;
    labels.digits = words.digits();
    const std::size_t space = theme.find(' ');
    return words.fill("theme." + theme.substr(0, space),
                      {{"code", document::in_digits(theme.substr(space + 1), labels)}});
}

std::string in_language(const corpus::Text& text, const std::string& language) {
    const auto found = std::find_if(text.versions.begin(), text.versions.end(),
                                    [&](const corpus::Version& version) { return version.language == language; });
    return found == text.versions.end() ? words_of(text) : words_of(*found);
}

// What is said, with a mark where the text goes.
class Pattern {
public:
    Pattern(const wording::Words& with, const facts::Fact& about, const facts::Said& in)
        : words(with), fact(about), said(in) {}

    std::string operator()(std::monostate) const {
        switch (fact.field) {
        case Field::relationship:
            return kinds_in_words(words, said.words);
        case Field::kind:
            return words["kind." + said.words];
        case Field::status:
            return words["status." + said.words];
        case Field::from:
        case Field::to:
        case Field::due:
            return date_in_words(words, said.words);
        case Field::interval:
            return interval_in_words(words, said.words);
        case Field::theme:
            return theme_in_words(words, said.words);
        default:
            return text_here;
        }
    }

    std::string operator()(const facts::Period& period) const {
        if (fact.field == Field::event) {
            return date_in_words(words, period.from.value_or(corpus::Date())) + words["colon"] + text_here;
        }
        const std::string span = span_of(words, period.from, period.to);
        return span.empty() ? text_here : words.fill("aside", {{"text", text_here}, {"aside", span}});
    }

    std::string operator()(const facts::Payment& payment) const {
        const std::string amount = payment.amount ? money_in_words(words, *payment.amount) : std::string();
        if (payment.year > 0) {
            return words.year(payment.year) + words["colon"] + amount +
                   (said.text.empty() ? std::string() : words["comma"] + text_here);
        }
        return text_here + (amount.empty() ? std::string() : words["colon"] + amount);
    }

    std::string operator()(const facts::Measures& measures) const {
        return measures_in_words(words, text_here, measures);
    }

    std::string operator()(const facts::Imprint& imprint) const {
        std::string pattern = imprint.publisher.empty() ? text_here : imprint.publisher + words["comma"] + text_here;
        pattern += imprint.date ? words["comma"] + date_in_words(words, *imprint.date) : std::string();
        return pattern + (imprint.uri.empty() ? std::string() : words["comma"] + imprint.uri);
    }

    std::string operator()(const corpus::Composition& composition) const {
        std::vector<std::string> groups;
        groups.reserve(composition.groups.size());
        for (const corpus::Composition::Group& group : composition.groups) {
            groups.push_back(words.fill("composition-group", {{"group", in_language(group.name, words.language())},
                                                              {"count", words.number(group.count)}}));
        }
        return words.fill("aside", {{"text", words.number(composition.total)}, {"aside", words.row(groups)}});
    }

private:
    const wording::Words& words;
    const facts::Fact& fact;
    const facts::Said& said;
};

} // namespace

std::string interval_in_words(const wording::Words& words, const std::string& interval) {
    std::vector<std::string> parts;
    for (std::size_t at = 1; at < interval.size();) {
        const std::size_t unit = interval.find_first_not_of("0123456789", at);
        const std::string_view word = interval[unit] == 'Y'   ? "every-years"
                                      : interval[unit] == 'M' ? "every-months"
                                      : interval[unit] == 'W' ? "every-weeks"
                                                              : "every-days";
        parts.push_back(words.fill(word, {"count", std::stoi(interval.substr(at, unit - at))}, {}));
        at = unit + 1;
    }
    return words.list(parts);
}

std::string span_of(const wording::Words& words, const std::optional<corpus::Date>& from,
                    const std::optional<corpus::Date>& to) {
    if (from && to) {
        return *from == *to
                   ? date_in_words(words, *from)
                   : words.fill("range", {{"from", date_in_words(words, *from)}, {"to", date_in_words(words, *to)}});
    }
    if (!from && !to) {
        return {};
    }
    return from ? words.fill("since-date", {{"date", date_in_words(words, *from)}})
                : words.fill("until-date", {{"date", date_in_words(words, *to)}});
}

std::string money_in_words(const wording::Words& words, const corpus::Money& money) {
    return words.money(corpus::number_of(money, corpus::decimals_of(money)), money.currency);
}

std::string value_in_words(const wording::Words& words, const corpus::Value& value) {
    if (value.number.empty()) {
        return value.written;
    }
    if (value.unit == percent_sign) {
        return words.percent(value.number);
    }
    const std::string figures = words.decimal(value.number);
    return value.unit.empty() ? figures : figures + "\u00A0" + value.unit;
}

std::string actual_in_words(const wording::Words& words, const facts::Measures& measures) {
    const bool is_missing = measures.actual.written.empty() && !measures.target.written.empty();
    return is_missing ? words["not-reported"] : value_in_words(words, measures.actual);
}

std::string measures_in_words(const wording::Words& words, const std::string& name, const facts::Measures& measures) {
    const std::array<std::pair<std::string_view, std::string>, 3> values = {
        {{"told-baseline", value_in_words(words, measures.baseline)},
         {"told-target", value_in_words(words, measures.target)},
         {"told-actual", actual_in_words(words, measures)}}};
    std::vector<std::string> known;
    for (const auto& [word, value] : values) {
        if (!value.empty()) {
            known.push_back(words.fill(word, {{"value", value}}));
        }
    }
    return known.empty() ? name : words.fill("results-told", {{"indicator", name}, {"values", words.row(known)}});
}

Inlines inlines_of(const wording::Words& words, const facts::Fact& fact, const facts::Said& said) {
    const std::string pattern = std::visit(Pattern(words, fact, said), fact.beside);
    const std::size_t mark = pattern.find(text_here);
    Inlines inlines;
    append_words(inlines, pattern.substr(0, mark), {}, {});
    if (mark != std::string::npos) {
        const bool alone = std::holds_alternative<std::monostate>(fact.beside);
        const bool is_readers = said.language.empty() || said.language == words.language();
        std::string text = alone ? said.words : said.text;
        if (std::holds_alternative<facts::Measures>(fact.beside) && mark + 1 < pattern.size()) { // a colon follows
            text.erase(text.size() - (text.ends_with('.') ? 1 : text.ends_with("。") ? 3 : 0));
        }
        append_words(inlines, text, is_readers ? std::string() : said.language, {});
        append_words(inlines, pattern.substr(mark + 1), {}, {});
    }
    return inlines;
}

std::string in_words(const wording::Words& words, const facts::Fact& fact, const facts::Said& said) {
    return document::words_of(inlines_of(words, fact, said));
}

} // namespace rapporteur::compose
