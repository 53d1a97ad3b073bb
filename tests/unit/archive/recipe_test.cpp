#include "small_bag.hpp"

using namespace rapporteur;
using namespace rapporteur::archive;

namespace {

Recipe sample() {
    Recipe recipe;
    recipe.version = "0.1.0";
    recipe.source = std::string(64, 'a');
    recipe.tools = {{"harfbuzz", "6.0.0"}, {"pandoc", "2.17.1.1"}};
    recipe.fonts = {{"Inter-Regular.otf", std::string(64, 'b')}};
    recipe.hyphenation = {{"hyph_en_GB.dic", std::string(64, 'c')}};
    recipe.corpus = "data/sources/sample/corpus.xml";
    recipe.date = "2026-06-30";
    recipe.formats = {"pdf"};
    recipe.languages = {"en", "fr"};
    recipe.audience = "public";
    recipe.style = "house";
    recipe.standard = "pdf-1.7";
    recipe.outputs = {"data/output/sample-2026-en.pdf"};
    return recipe;
}

} // namespace

TEST_CASE("a recipe is read back as it was written") {
    const SmallBag small;
    small.put("data/recipe.json", to_json(sample()));
    const Result<Recipe> again = read_recipe(small.bag());
    REQUIRE(again);
    CHECK(to_json(*again) == to_json(sample()));
    CHECK(differences(sample(), *again).empty());
}

TEST_CASE("what differs between two recipes is named") {
    Recipe now = sample();
    now.version = "0.2.0";
    now.tools[1].version = "3.1";
    now.fonts[0].sha256 = std::string(64, 'd');
    now.hyphenation.clear();
    CHECK(differences(sample(), now) ==
          std::vector<std::string>{"rapporteur was 0.1.0, and is 0.2.0", "pandoc was 2.17.1.1, and is 3.1",
                                   "the font Inter-Regular.otf is another version now: its digest was bbbbbbbbbbbb…, "
                                   "and is dddddddddddd…",
                                   "the hyphenation pattern hyph_en_GB.dic was used then, and isn't now"});
}

TEST_CASE("a recipe that leads out of its archive is refused") {
    const SmallBag small;
    for (int field = 0; field < 4; ++field) {
        Recipe recipe = sample();
        (field == 0   ? recipe.corpus
         : field == 1 ? recipe.since
         : field == 2 ? recipe.style
                      : recipe.outputs.front()) = "../../etc/passwd";
        small.put("data/recipe.json", to_json(recipe));
        CHECK_FALSE(read_recipe(small.bag()));
    }
}

TEST_CASE("what isn't a recipe is told, with its place") {
    const SmallBag small;
    for (const char* text : {"", "{", "[]", "{\"recipe\": 2}", "{\"recipe\": 1}", "{\"recipe\": 1, \"program\": 3}"}) {
        small.put("data/recipe.json", text);
        const Result<Recipe> recipe = read_recipe(small.bag());
        INFO(text);
        REQUIRE_FALSE(recipe);
        CHECK(*recipe.error().place.file == (small.folder / "data/recipe.json").string());
    }
}
