#include "withheld/source_texts.hpp"

#include "support/files.hpp"
#include "withheld/letters.hpp"
#include "withheld/open_sums.hpp"
#include "xml/xml.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace rapporteur::withheld {

namespace {

using corpus::Audience;

constexpr std::uint64_t largest = std::uint64_t{1} << 28U;

// Attributes whose values are the schema's own words, dates or counts.
constexpr std::array<std::string_view, 20> common = {
    "audience", "checked", "confidence", "consent", "count",  "currency", "date",  "due",     "every",    "from",
    "kind",     "kinds",   "scheme",     "state",   "status", "to",       "total", "warning", "xml:lang", "year"};

// Elements that are internal where they don't say otherwise, as schema/corpus.xsd has it.
constexpr std::array<std::string_view, 3> internal_by_default = {"accepted", "contact", "talkingPoint"};

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Audience audience_of(const pugi::xml_node& element) {
    const std::string_view told = element.attribute("audience").value();
    if (told == "donor") {
        return Audience::donor;
    }
    const bool is_internal = told == "internal" || (told.empty() && is_among(internal_by_default, element.name()));
    return is_internal ? Audience::internal : Audience::everyone;
}

struct AllText : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& node) override {
        text += node.value();
        return true;
    }
};

// All text within, inline elements or not.
std::string text_within(pugi::xml_node element) {
    AllText all;
    element.traverse(all);
    return std::move(all.text);
}

bool holds_words(const pugi::xml_node& element) {
    return std::any_of(element.begin(), element.end(), [](const pugi::xml_node& node) {
        const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
        return is_text && std::string_view(node.value()).find_first_not_of(" \t\r\n") != std::string_view::npos;
    });
}

// One file as it is read.
class File {
public:
    static Result<File> parse(const std::filesystem::path& path, const std::string& bytes) {
        File file;
        file.name = place_in(path.string()).file;
        for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1)) {
            file.line_ends.push_back(at);
        }
        if (!xml::read(*file.document, bytes)) {
            return surroundings_failed(path.string(), "isn't well-formed, so what is withheld in it isn't known");
        }
        return file;
    }

    pugi::xml_node root() const { return document->document_element(); }

    Place place_of(const pugi::xml_node& element) const {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug() - 1, 0));
        const auto end = std::lower_bound(line_ends.begin(), line_ends.end(), offset);
        const std::size_t start = end == line_ends.begin() ? 0 : *(end - 1) + 1;
        return {name, static_cast<std::uint32_t>(end - line_ends.begin()) + 1,
                static_cast<std::uint32_t>(offset - start) + 1};
    }

private:
    std::shared_ptr<const std::string> name;
    std::vector<std::size_t> line_ends;
    std::unique_ptr<pugi::xml_document> document = std::make_unique<pugi::xml_document>();
};

// An element's own words and attributes.
template <class Visit>
void tell(const pugi::xml_node& element, const File& file, const Visit& visit) {
    const Place place = file.place_of(element);
    for (const pugi::xml_attribute& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (!holds_schema_words(name) && !name.starts_with("xmlns")) {
            visit(SourceText{attribute.value(), place});
        }
    }
    if (holds_words(element)) {
        visit(SourceText{text_within(element), place});
    }
    // "Network of Harbours (NOH)": publications show a name and its acronym together.
    const pugi::xml_node acronym = element.child("acronym");
    for (const pugi::xml_node& whole : element.child("name").children()) {
        for (const pugi::xml_node& brief : acronym.children()) {
            visit(SourceText{text_within(whole) + " " + text_within(brief), place});
        }
    }
}

// Whose eyes, and on which day: consent given later doesn't count. ISO dates sort as they read.
struct Readers {
    Audience audience = Audience::internal;
    std::string day; // empty: whatever its consent, everything is seen

    bool may_see(const pugi::xml_node& element) const {
        const pugi::xml_attribute consent = element.attribute("consent");
        const bool is_early = consent && !day.empty() && day < std::string_view(consent.value());
        return audience_of(element) <= audience && !is_early;
    }
};

template <class Visit>
void for_each_element(const pugi::xml_node& root, bool is_withheld, const Readers& readers, Visit visit) {
    struct Waiting {
        pugi::xml_node element;
        bool is_withheld;
    };
    std::vector<Waiting> waiting = {{root, is_withheld}};
    while (!waiting.empty()) {
        const Waiting next = waiting.back();
        waiting.pop_back();
        const bool withheld = next.is_withheld || !readers.may_see(next.element);
        if (!visit(next.element, withheld) || holds_words(next.element)) {
            continue;
        }
        for (const pugi::xml_node& child : next.element.children()) {
            if (child.type() == pugi::node_element) {
                waiting.push_back({child, withheld});
            }
        }
    }
}

using Visit = std::function<void(const SourceText&)>;

// A pass over all files.
class Pass {
public:
    Pass(Audience who, Standing sought, const Visit& each) : readers{who, {}}, wanted(sought), visit(each) {}

    void read(const File& file) {
        if (const pugi::xml_attribute day = file.root().attribute("date")) { // of the corpus; partners' files follow
            readers.day = day.value();
            language = file.root().attribute("xml:lang").value();
        }
        for_each_element(file.root(), false, readers, [&](const pugi::xml_node& element, bool is_withheld) {
            if (std::string_view(element.name()) == "source" && !element.attribute("id").empty()) {
                keep_source(element, file);
                return false;
            }
            const std::string year = element.attribute("year").value();
            const std::string year_and_currency = year + element.attribute("currency").value();
            if (std::string_view(element.name()) == "fundingTotal") {
                keep_total(year_and_currency, element, is_withheld, file);
                return false;
            }
            if (std::string_view(element.name()) == "funding") {
                if (is_withheld) {
                    with_withheld_parts.insert(year_and_currency);
                } else {
                    open_sums.add(element);
                }
            }
            if (!element.attribute("source").empty()) {
                note(element.attribute("source").value(), element.attribute("locator").value(), !is_withheld);
            }
            if ((is_withheld ? Standing::withheld : Standing::shown) == wanted) {
                tell(element, file, visit);
            }
            return true;
        });
    }

    void finish() {
        for (const NamedByTotal& named : named_by_totals) {
            note(named.source, named.locator, with_withheld_parts.count(named.year_and_currency) == 0);
        }
        for (const auto& [id, source] : sources) {
            const bool is_withheld = is_only_withheld({id, {}});
            give(source.texts, is_withheld);
            for (const Locator& locator : source.locators) {
                give(locator.texts, is_withheld || is_only_withheld({id, locator.letters}));
            }
        }
        if (wanted == Standing::shown) {
            open_sums.for_each([this](const std::string& sum) { visit({sum, {}}); });
        }
        for (const Total& total : totals) { // less what is shown of it, it says what is not
            give(total.texts, total.is_withheld || with_withheld_parts.count(total.year_and_currency) > 0);
        }
    }

private:
    struct Total {
        std::string year_and_currency;
        bool is_withheld = false;
        std::vector<SourceText> texts;
    };

    void keep_total(const std::string& year_and_currency, const pugi::xml_node& element, bool is_withheld,
                    const File& file) {
        Total& total = totals.emplace_back(Total{year_and_currency, is_withheld, {}});
        tell(element, file, [&](const SourceText& text) { total.texts.push_back(text); });
        if (const pugi::xml_attribute source = element.attribute("source"); !source.empty() && !is_withheld) {
            named_by_totals.push_back({year_and_currency, source.value(), element.attribute("locator").value()});
        }
    }

    struct NamedByTotal {
        std::string year_and_currency;
        std::string source;
        std::string locator;
    };

    // A place in a source, in its translations; known by the letters that it has in the main language.
    struct Locator {
        std::string letters;
        std::vector<SourceText> texts;
    };
    struct Source {
        std::vector<SourceText> texts; // without those of its locators, which are withheld each by itself
        std::vector<Locator> locators;
    };
    using PlaceInSource = std::pair<std::string, std::string>; // a source's id, and a locator's letters or nothing

    void note(const std::string& source, const std::string& locator, bool openly) {
        is_named_openly[{source, {}}] |= openly;
        if (!locator.empty()) {
            is_named_openly[{source, letters_of(folded(locator))}] |= openly;
        }
    }

    bool is_only_withheld(const PlaceInSource& place) const {
        const auto named = is_named_openly.find(place);
        return named != is_named_openly.end() && !named->second;
    }

    void give(const std::vector<SourceText>& texts, bool is_withheld) const {
        if ((is_withheld ? Standing::withheld : Standing::shown) == wanted) {
            std::for_each(texts.begin(), texts.end(), visit);
        }
    }

    void keep_source(const pugi::xml_node& node, const File& file) {
        Source& source = sources[node.attribute("id").value()];
        for_each_element(node, false, readers, [&](const pugi::xml_node& part, bool) {
            if (std::string_view(part.name()) == "locator") {
                keep_locator(part, file, source);
                return false;
            }
            tell(part, file, [&](const SourceText& text) { source.texts.push_back(text); });
            return true;
        });
    }

    void keep_locator(const pugi::xml_node& node, const File& file, Source& source) const {
        Locator locator;
        for (const pugi::xml_node& text : node.children("text")) {
            if (language == text.attribute("xml:lang").value()) {
                locator.letters = letters_of(folded(text_within(text)));
            }
            tell(text, file, [&](const SourceText& found) { locator.texts.push_back(found); });
        }
        source.locators.push_back(std::move(locator));
    }

    Readers readers;
    Standing wanted;
    const Visit& visit;
    OpenSums open_sums;
    std::vector<Total> totals;
    std::vector<NamedByTotal> named_by_totals;
    std::set<std::string> with_withheld_parts; // years and currencies
    std::string language;                      // the corpus's main one
    std::map<std::string, Source> sources;
    std::map<PlaceInSource, bool> is_named_openly;
};

} // namespace

bool holds_schema_words(std::string_view attribute) {
    return is_among(common, attribute);
}

Result<void> for_each_text(const std::vector<corpus::File>& corpus, Audience readers, Standing wanted,
                           const Visit& visit) {
    Pass pass(readers, wanted, visit);
    for (const corpus::File& each : corpus) {
        const Result<File> file = File::parse(each.path, *each.bytes);
        if (!file) {
            return tl::unexpected(file.error());
        }
        pass.read(*file);
    }
    pass.finish();
    return {};
}

Result<std::vector<std::string>> texts_of(const std::filesystem::path& path) {
    const Result<std::string> bytes = read_file(path, largest);
    const Result<File> file = bytes ? File::parse(path, *bytes) : tl::unexpected(bytes.error());
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::vector<std::string> texts;
    for_each_element(file->root(), false, Readers(), [&](const pugi::xml_node& element, bool) {
        texts.push_back(text_within(element));
        return true;
    });
    return texts;
}

} // namespace rapporteur::withheld
