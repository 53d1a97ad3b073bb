#include "cli/facts_on_page.hpp"

#include "cli/choices.hpp"
#include "cli/explanation.hpp"
#include "cli/making.hpp"
#include "cli/pictures.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "cli/tools.hpp"
#include "document/digits.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Diagnostic> wrong(const fs::path& report, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.place = place_in(report.string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return tl::unexpected(std::move(diagnostic));
}

// What is kept of each page while it goes by.
struct Sheet {
    std::set<typeset::ElementId> elements; // that show on it
    std::string text;                      // of a cover or a title page, without spaces
};

std::string without_spaces(const std::string& text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char byte) { return byte != ' '; });
    return kept;
}

Sheet sheet_of(const typeset::Page& page) {
    Sheet sheet;
    for (const typeset::MarkedContent& content : page.contents) {
        if (content.artifact != typeset::ArtifactKind::none) {
            continue;
        }
        sheet.elements.insert(content.element);
        for (const typeset::Item& item : content.items) {
            const auto* run = std::get_if<typeset::GlyphRun>(&item);
            if (run != nullptr && page.leaf != typeset::Leaf::text) {
                sheet.text += without_spaces(run->text);
            }
        }
    }
    return sheet;
}

// The facts that elements on a page say, or what they are in does. A note stands by itself: it may be at the foot of a
// later page than the words that call it.
std::set<std::uint32_t> facts_in(const std::set<typeset::ElementId>& elements, const typeset::Layout& layout) {
    std::unordered_map<typeset::ElementId, const document::FactNumbers*> told;
    for (const typeset::Told& one : layout.told) {
        told.emplace(one.element, &one.facts);
    }
    std::set<std::uint32_t> facts;
    for (typeset::ElementId element : elements) {
        while (element != 0) {
            if (const auto found = told.find(element); found != told.end()) {
                facts.insert(found->second->begin(), found->second->end());
            }
            const typeset::Element& here = layout.structure.elements[element];
            element = here.type == typeset::ElementType::note ? 0 : here.parent;
        }
    }
    return facts;
}

// What a cover and a title page say of the report itself.
void add_title_facts(const std::vector<facts::Fact>& all, const std::string& language, const Sheet& sheet,
                     std::set<std::uint32_t>& facts) {
    for (std::size_t at = 0; at < all.size(); ++at) {
        const facts::Field field = all[at].field;
        const bool is_title = field == facts::Field::title || field == facts::Field::subtitle ||
                              field == facts::Field::edition || field == facts::Field::holder ||
                              field == facts::Field::holder_acronym;
        const std::string words = without_spaces(changes::said_in(all[at], language).words);
        if (is_title && sheet.text.find(words) != std::string::npos) {
            facts.insert(static_cast<std::uint32_t>(at));
        }
    }
}

// A report set again, as far as one asks what stands where.
class SetAgain {
public:
    SetAgain(const fs::path& report, const archive::Bag& from, const archive::Recipe& as, const Resources& program,
             const Reporting& how)
        : path(report), bag(from), recipe(as), own(program),
          reporting(how), inside{program.schema, from.folder / "data/styles", {}, program.limits} {}

    Result<FactsOnPage> facts_on(const std::string& page, const fs::path& since) {
        corpus::Loaded loaded = corpus::load(bag.folder / recipe.corpus, inside.schema / "corpus.xsd", inside.limits);
        if (!loaded.corpus) {
            tell(told_of(std::move(loaded.diagnostics), {{bag.folder, bag.name}}));
            return wrong(path, "the corpus that it carries can't be read by this program", "see the errors above");
        }
        BuildOptions build = as_told(recipe, {});
        build.called = {{bag.folder, bag.name}};
        const OpenedStyle styled = open_style(build, inside);
        const Result<std::vector<wording::Words>> words =
            load_words(inside.styles / "words", {recipe.languages.front()});
        if (!words) {
            tell(told_of({words.error()}, build.called));
        }
        if (!styled.style || !words) {
            return wrong(path,
                         fmt::format("the {} that it carries can't be read by this program", words ? "style" : "words"),
                         "see the errors above");
        }
        Result<edition::Edition> made = edition::for_publication(
            std::move(*loaded.corpus), {words->front().language(), audience_of(recipe.audience), {}});
        if (!made) {
            return tl::unexpected(made.error());
        }
        edition::Edition& edition = *made;
        if (!recipe.digest.empty()) {
            edition.facts.digest = recipe.digest; // as the colophon prints it
        }
        std::optional<changes::Changes> changes;
        if (!recipe.since.empty()) {
            OpenedCorpus earlier = open_corpus(since, own);
            if (!earlier.corpus) {
                return wrong(since, "can't be compared with", "");
            }
            Result<changes::Changes> found = changes_since(std::move(*earlier.corpus), edition);
            if (!found) {
                return tl::unexpected(found.error());
            }
            changes = std::move(*found);
        }
        const Result<OpenedPictures> pictures = open_pictures(edition.facts, inside.limits);
        if (!pictures) {
            return tl::unexpected(pictures.error());
        }
        const std::vector<facts::Fact> all = facts::facts_of(edition.facts);
        const compose::FactIndex index = index_of(all);
        compose::Options composing = composing_for(*styled.style);
        composing.pictures = pictures->pictures;
        composing.changes = changes ? &*changes : nullptr;
        composing.facts = &index;
        const document::Document document = compose::annual_report(edition, words->front(), composing);
        return find(document, *styled.style, page, edition, all, words->front());
    }

private:
    static compose::FactIndex index_of(const std::vector<facts::Fact>& all) {
        std::vector<const facts::Fact*> pointers;
        pointers.reserve(all.size());
        for (const facts::Fact& fact : all) {
            pointers.push_back(&fact);
        }
        return compose::FactIndex(pointers);
    }

    Result<FactsOnPage> find(const document::Document& document, const style::Style& style, const std::string& page,
                             const edition::Edition& edition, const std::vector<facts::Fact>& all,
                             const wording::Words& words) {
        std::vector<Sheet> sheets;
        fonts::FontBook fonts;
        const Result<typeset::Layout> layout =
            typeset::typeset(document, style, fonts, {[&](const typeset::Page& set) -> Result<void> {
                                 sheets.resize(std::max<std::size_t>(sheets.size(), set.sequence + 1));
                                 sheets[set.sequence] = sheet_of(set);
                                 return {};
                             }});
        if (!layout) {
            return tl::unexpected(layout.error());
        }
        const std::optional<std::size_t> at = position_of(page, layout->order.size(), document.labels);
        if (!at) {
            const std::string last = document::in_digits(layout->order.size(), document.labels);
            return wrong(path, fmt::format("no page bears the number “{}”", page),
                         fmt::format("its pages are numbered {} to {}", document::in_digits(1, document.labels), last));
        }
        if (!warn_of_other_tools(fonts)) {
            return wrong(path, "may have other pages than those that these tools give", "--strict fails on it");
        }
        const Sheet& sheet = sheets[layout->order[*at]];
        std::set<std::uint32_t> numbers = facts_in(sheet.elements, *layout);
        add_title_facts(all, words.language(), sheet, numbers);
        FactsOnPage found;
        std::vector<const facts::Fact*> explained;
        for (const std::uint32_t number : numbers) {
            const facts::Fact& fact = all[number];
            explained.push_back(&fact);
            const facts::Said& said = changes::said_in(fact, words.language());
            found.told.push_back(
                explanation(edition.facts, fact, {compose::in_words(words, fact, said), said.language}));
        }
        found.note = unsourced(explained);
        return found;
    }

    // Pages are numbered from the cover's 1 without a gap, in the language's figures.
    static std::optional<std::size_t> position_of(const std::string& page, std::size_t pages,
                                                  const document::Labels& labels) {
        for (std::size_t at = 0; at < pages; ++at) {
            if (page == std::to_string(at + 1) || page == document::in_digits(at + 1, labels)) {
                return at;
            }
        }
        return std::nullopt;
    }

    // False where that ends the run.
    bool warn_of_other_tools(const fonts::FontBook& fonts) const {
        Made made;
        for (std::size_t id = 0; id < fonts.size(); ++id) {
            made.fonts.push_back(fonts.face(static_cast<fonts::FaceId>(id)).path);
        }
        made.has_drawn_pictures = std::any_of(recipe.tools.begin(), recipe.tools.end(),
                                              [](const auto& tool) { return tool.name == "rsvg-convert"; });
        const Result<archive::Recipe> now = tools_of(made, recipe.languages);
        if (!now) {
            fail(now.error());
            return false;
        }
        if (!archive::differences(recipe, *now).empty()) {
            const Diagnostics found = {
                warning(WarningKind::other_tools, place_in(path.string()),
                        "was made with other tools than these, by which its pages may end elsewhere",
                        "rapporteur verify tells whether they do, and what differs")};
            report(found, reporting);
            return !fails(found, reporting);
        }
        return true;
    }

    const fs::path& path;
    const archive::Bag& bag;
    const archive::Recipe& recipe;
    const Resources& own;
    const Reporting& reporting;
    Resources inside;
};

} // namespace

Result<FactsOnPage> facts_on_page(const fs::path& report, const std::string& page, const fs::path& since,
                                  const Resources& given, const Reporting& reporting) {
    const Result<std::vector<archive::AttachedFile>> files = archive::attached_files(report);
    if (!files) {
        return tl::unexpected(files.error());
    }
    if (std::none_of(files->begin(), files->end(),
                     [](const archive::AttachedFile& file) { return file.relationship == "Source"; })) {
        return wrong(report, "carries no corpus, so what stands on its pages can't be told",
                     "build the report without --no-attachments; briefs carry none");
    }
    const Result<archive::Bag> bag = archive::open(report);
    if (!bag) {
        return tl::unexpected(bag.error());
    }
    const Result<archive::Recipe> recipe = archive::read_recipe(*bag);
    if (!recipe) {
        return tl::unexpected(recipe.error());
    }
    if (!recipe->since.empty() && since.empty()) {
        return tl::unexpected(
            misuse("the report tells what changed since an earlier corpus, which doesn't travel in it",
                   "name that with --since OLD"));
    }
    if (recipe->languages.empty()) {
        return wrong(report, "carries the recipe of something else than one report", "");
    }
    const Result<Resources> own = find_resources(given);
    return own ? SetAgain(report, *bag, *recipe, *own, reporting).facts_on(page, since) : tl::unexpected(own.error());
}

} // namespace rapporteur::cli
