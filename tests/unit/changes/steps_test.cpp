// Twice the facts take twice the steps to pair, whatever they say.

#include "catch.hpp"
#include "changes/pairing.hpp"

#include <fmt/format.h>
#include <functional>

using namespace rapporteur;

namespace {

std::vector<facts::Fact> facts_of(std::size_t count, const std::function<std::string(std::size_t)>& words_at) {
    std::vector<facts::Fact> made(count);
    for (std::size_t at = 0; at < count; ++at) {
        made[at].field = facts::Field::next_step;
        made[at].said.push_back({"en", words_at(at)});
    }
    return made;
}

std::vector<const facts::Fact*> pointers_to(const std::vector<facts::Fact>& facts) {
    std::vector<const facts::Fact*> pointers;
    for (const facts::Fact& fact : facts) {
        pointers.push_back(&fact);
    }
    return pointers;
}

std::uint64_t steps_of(std::size_t count, const std::function<std::string(std::size_t)>& before,
                       const std::function<std::string(std::size_t)>& after) {
    const std::vector<facts::Fact> olds = facts_of(count, before);
    const std::vector<facts::Fact> news = facts_of(count, after);
    Steps steps;
    changes::pair(pointers_to(olds), pointers_to(news), steps);
    return steps.taken;
}

} // namespace

TEST_CASE("twice the facts take twice the steps, also where all say nearly the same or nothing alike") {
    using Saying = std::function<std::string(std::size_t)>;
    struct Shape {
        const char* name;
        Saying before;
        Saying after;
    };
    const std::vector<Shape> shapes = {
        {"the same words", [](std::size_t) { return "the same words"; },
         [](std::size_t) { return "the same words here"; }},
        {"numbers", [](std::size_t at) { return fmt::format("EUR {}", at); },
         [](std::size_t at) { return fmt::format("EUR {}", at + 1'000'000); }},
        {"few words, mixed", [](std::size_t at) { return fmt::format("w{} w{} w{}", at % 7, at % 11, at % 13); },
         [](std::size_t at) { return fmt::format("w{} w{} w{} x", at % 7, at % 13, at % 17); }},
        {"nothing alike", [](std::size_t at) { return fmt::format("a{}", at); },
         [](std::size_t at) { return fmt::format("b{}", at); }},
    };
    for (const Shape& shape : shapes) {
        INFO(shape.name);
        constexpr std::size_t count = 2000;
        const std::uint64_t once = steps_of(count, shape.before, shape.after);
        const std::uint64_t twice = steps_of(2 * count, shape.before, shape.after);
        CHECK(twice <= once * 11 / 5);
        CHECK(once <= count * 128);
    }
}
