#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "support/file_name.hpp"
#include "support/files.hpp"
#include "support/limits.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rapporteur::archive {

namespace {

using Json = nlohmann::ordered_json;

Json to_json_list(const std::vector<Recipe::File>& files) {
    Json list = Json::array();
    for (const Recipe::File& file : files) {
        list.push_back({{"file", file.name}, {"sha256", file.sha256}});
    }
    return list;
}

std::vector<Recipe::File> files_in(const Json& list) {
    std::vector<Recipe::File> files;
    for (const Json& file : list) {
        files.push_back({file.at("file"), file.at("sha256")});
    }
    return files;
}

Recipe recipe_in(const Json& json) {
    Recipe recipe;
    recipe.form = json.at("recipe");
    recipe.version = json.at("program").at("version");
    recipe.source = json.at("program").at("source");
    for (const Json& tool : json.at("tools")) {
        recipe.tools.push_back({tool.at("name"), tool.at("version")});
    }
    recipe.fonts = files_in(json.at("fonts"));
    recipe.hyphenation = files_in(json.at("hyphenation"));
    recipe.corpus = json.at("corpus").at("file");
    recipe.date = json.at("corpus").at("date");
    recipe.digest = json.at("corpus").value("digest", "");
    const Json& options = json.at("options");
    recipe.since = options.at("since");
    recipe.formats = options.at("formats").get<std::vector<std::string>>();
    recipe.languages = options.at("languages").get<std::vector<std::string>>();
    recipe.audience = options.at("audience");
    recipe.style = options.at("style");
    recipe.paper = options.at("paper");
    recipe.crop_marks = options.at("crop-marks");
    recipe.standard = options.at("standard");
    recipe.compact = options.value("compact", false); // a recipe from before there was a choice has none
    recipe.attachments = options.at("attachments");
    recipe.outputs = json.at("outputs").get<std::vector<std::string>>();
    return recipe;
}

void compare_files(std::vector<std::string>& found, const char* kind, const std::vector<Recipe::File>& then,
                   const std::vector<Recipe::File>& now) {
    for (const Recipe::File& file : then) {
        const auto same =
            std::find_if(now.begin(), now.end(), [&](const Recipe::File& other) { return other.name == file.name; });
        if (same == now.end()) {
            found.push_back(fmt::format("{} {} was used then, and isn't now", kind, file.name));
        } else if (same->sha256 != file.sha256) {
            found.push_back(fmt::format("{} {} is another version now: its digest was {}…, and is {}…", kind, file.name,
                                        file.sha256.substr(0, 12), same->sha256.substr(0, 12)));
        }
    }
    for (const Recipe::File& file : now) {
        if (std::none_of(then.begin(), then.end(),
                         [&](const Recipe::File& other) { return other.name == file.name; })) {
            found.push_back(fmt::format("{} {} is used now, and wasn't then", kind, file.name));
        }
    }
}

// A stranger may have written it.
bool stays_inside(const Recipe& recipe) {
    return stays_below(recipe.corpus) && (recipe.since.empty() || stays_below(recipe.since)) &&
           file_name(recipe.style) &&
           std::all_of(recipe.languages.begin(), recipe.languages.end(),
                       [](const std::string& language) { return file_name(language).has_value(); }) &&
           std::all_of(recipe.outputs.begin(), recipe.outputs.end(), stays_below);
}

} // namespace

std::string to_json(const Recipe& recipe) {
    Json tools = Json::array();
    for (const Recipe::Tool& tool : recipe.tools) {
        tools.push_back({{"name", tool.name}, {"version", tool.version}});
    }
    Json corpus = {{"file", recipe.corpus}, {"date", recipe.date}};
    if (!recipe.digest.empty()) {
        corpus["digest"] = recipe.digest;
    }
    const Json json = {
        {"recipe", Recipe::newest},
        {"program", {{"name", "rapporteur"}, {"version", recipe.version}, {"source", recipe.source}}},
        {"tools", tools},
        {"fonts", to_json_list(recipe.fonts)},
        {"hyphenation", to_json_list(recipe.hyphenation)},
        {"corpus", corpus},
        {"options",
         {{"since", recipe.since},
          {"formats", recipe.formats},
          {"languages", recipe.languages},
          {"audience", recipe.audience},
          {"style", recipe.style},
          {"paper", recipe.paper},
          {"crop-marks", recipe.crop_marks},
          {"standard", recipe.standard},
          {"compact", recipe.compact},
          {"attachments", recipe.attachments}}},
        {"outputs", recipe.outputs},
    };
    return json.dump(2) + "\n";
}

Result<Recipe> read_recipe(const Bag& bag) {
    const auto wrong = [&](std::string message, std::string hint = {}) {
        return tl::unexpected(told_of_place(bag, fault(bag.folder, recipe_file, std::move(message), std::move(hint))));
    };
    const Result<std::string> bytes = read_file(bag.folder / recipe_file, limits::recipe);
    if (!bytes) {
        return bag.container == BagContainer::pdf
                   ? tl::unexpected(told_of_place(
                         bag, fault(bag.folder, "", "carries no recipe of how it was made, so it can't be made again",
                                    "its archive can prove it")))
                   : tl::unexpected(told_of_place(bag, bytes.error()));
    }
    try {
        const Json json = Json::parse(*bytes);
        if (const int form = json.at("recipe"); form < 1 || form > Recipe::newest) {
            return wrong("is a recipe of a kind that this version doesn't know",
                         "a newer rapporteur made it; use that one");
        }
        Recipe recipe = recipe_in(json);
        if (!stays_inside(recipe)) {
            return wrong("names a file outside of the archive");
        }
        return recipe;
    } catch (const nlohmann::json::exception& error) {
        return wrong(fmt::format("isn't a recipe: {}", error.what()));
    }
}

std::vector<std::string> differences(const Recipe& then, const Recipe& now) {
    std::vector<std::string> found;
    if (then.version != now.version) {
        found.push_back(fmt::format("rapporteur was {}, and is {}", then.version, now.version));
    }
    if (then.source != now.source) {
        found.push_back(fmt::format("rapporteur was built from other sources: their digest was {}…, and is {}…",
                                    then.source.substr(0, 12), now.source.substr(0, 12)));
    }
    for (const Recipe::Tool& tool : then.tools) {
        const auto same = std::find_if(now.tools.begin(), now.tools.end(),
                                       [&](const Recipe::Tool& other) { return other.name == tool.name; });
        if (same == now.tools.end()) {
            found.push_back(fmt::format("{} was {}, and isn't there now", tool.name, tool.version));
        } else if (same->version != tool.version) {
            found.push_back(fmt::format("{} was {}, and is {}", tool.name, tool.version, same->version));
        }
    }
    if (!then.fonts.empty()) { // a recipe that travels in a PDF was written before its fonts were known
        compare_files(found, "the font", then.fonts, now.fonts);
    }
    compare_files(found, "the hyphenation pattern", then.hyphenation, now.hyphenation);
    return found;
}

} // namespace rapporteur::archive
