// Measures what the writer costs on pages full of text: throughput [PAGES] [FILE]
// Prints seconds of CPU inside the writer, growth of resident memory, and the file's size.

#include "specimen.hpp"

#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

using namespace rapporteur;
using typeset::ElementType;
using typeset::Kid;

namespace {

constexpr const char* prose =
    "Organisations that work for the rights of children seldom work alone: they sit in councils, write statements "
    "together, and carry what they learn from one meeting to the next. A partnership lasts when each side knows what "
    "the other may ask of it, what it owes, and when its official representatives will first meet again in 2026. ";
constexpr std::size_t letters_in_a_line = 78;
constexpr std::size_t different_lines = 500;
constexpr int paragraphs_on_a_page = 9;
constexpr int lines_in_a_paragraph = 5;

double cpu_seconds() {
    std::timespec now = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

long peak_kilobytes() {
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// Lines of the prose, each beginning elsewhere, their spaces stretched as justification would.
std::vector<typeset::GlyphRun> pool_of_lines(const fonts::FontBook& book, const specimen::Setting& setting) {
    const std::string text = std::string(prose) + prose;
    std::vector<typeset::GlyphRun> lines;
    for (std::size_t at = 0; at < different_lines; ++at) {
        const std::size_t from = (at * 37) % std::char_traits<char>::length(prose);
        typeset::GlyphRun run = specimen::shape(book, setting, {}, std::string_view(text).substr(from, letters_in_a_line));
        float stretched = 0;
        for (typeset::Glyph& glyph : run.glyphs) {
            glyph.x += stretched;
            stretched += run.text[glyph.cluster] == ' ' ? 0.1F + 0.0137F * static_cast<float>(at % 50) : 0.0F;
        }
        lines.push_back(std::move(run));
    }
    return lines;
}

class Press {
public:
    Press(fonts::FontBook& fonts, typeset::StructureTree& structure) : tree(structure) {
        specimen::Setting setting;
        setting.face = fonts.open({"EB Garamond 12", 400, false}).value();
        lines = pool_of_lines(fonts, setting);
        tree.elements.push_back({});
        tree.elements[0].type = ElementType::document;
        tree.attributes.push_back({});
    }

    typeset::Page print(std::uint32_t sequence) {
        typeset::Page page;
        page.sequence = sequence;
        page.width = 595.276F;
        page.height = 841.89F;
        double y = 72;
        for (std::uint32_t paragraph = 0; paragraph < paragraphs_on_a_page; ++paragraph) {
            typeset::MarkedContent content;
            content.element = static_cast<typeset::ElementId>(tree.elements.size());
            content.mcid = paragraph;
            for (int line = 0; line < lines_in_a_paragraph; ++line) {
                typeset::GlyphRun run = lines[next++ * 7919 % lines.size()];
                run.origin = {72, y};
                content.items.emplace_back(std::move(run));
                y += 15;
            }
            typeset::Element element;
            element.kids.push_back({Kid::Kind::content, paragraph, sequence});
            if (paragraph == 0) {
                page.links.push_back({{72, y}, 50, 12, "#p" + std::to_string(sequence), "A link", content.element});
                element.kids.push_back({Kid::Kind::annotation, 0, sequence});
            }
            tree.elements[0].kids.push_back({Kid::Kind::element, content.element, 0});
            tree.elements.push_back(std::move(element));
            page.contents.push_back(std::move(content));
        }
        typeset::MarkedContent folio;
        folio.artifact = typeset::ArtifactKind::footer;
        folio.items.emplace_back(lines[0]);
        page.contents.push_back(std::move(folio));
        return page;
    }

private:
    typeset::StructureTree& tree;
    std::vector<typeset::GlyphRun> lines;
    std::size_t next = 0;
};

int measure(std::uint32_t pages, const std::string& file) {
    fonts::FontBook book;
    typeset::Layout layout;
    Press press(book, layout.structure);
    layout.labels.push_back({});
    for (std::uint32_t sequence = 0; sequence < pages; ++sequence) {
        layout.order.push_back(sequence);
        layout.destinations.push_back({"p" + std::to_string(sequence), sequence, 72});
        layout.outline.push_back({1 + static_cast<int>(sequence % 5 != 0), "Page", layout.destinations.back().id, {}});
    }
    typeset::Layout measured = layout; // grown as the writer's run will grow it, so that only the writer's memory counts
    {
        Press rehearsal(book, measured.structure);
        for (std::uint32_t sequence = 0; sequence < pages; ++sequence) {
            rehearsal.print(sequence);
        }
    }
    measured = {};
    const long before = peak_kilobytes();
    double inside = 0;
    const auto timed = [&](const auto& act) {
        const double start = cpu_seconds();
        const auto outcome = act();
        inside += cpu_seconds() - start;
        return outcome.has_value();
    };
    Result<pdf::Writer> writer = pdf::Writer::open(file, book);
    bool good = writer.has_value();
    for (std::uint32_t sequence = 0; good && sequence < pages; ++sequence) {
        const typeset::Page page = press.print(sequence);
        good = timed([&] { return writer->add(page); });
    }
    const double adding = inside;
    good = good && timed([&] { return writer->finish(layout, specimen::description()); });
    if (!good) {
        fmt::print(stderr, "{} can't be written\n", file);
        return EXIT_FAILURE;
    }
    fmt::print("{} pages: {:.3f} s of CPU in the writer ({:.3f} s adding), {:.1f} MB above the pages' own, file {:.1f} MB\n",
               pages, inside, adding, static_cast<double>(peak_kilobytes() - before) / 1024,
               static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    return EXIT_SUCCESS;
}

} // namespace

int main(int count, char** words) {
    const auto pages = static_cast<std::uint32_t>(count > 1 ? std::strtoul(words[1], nullptr, 10) : 1000);
    return measure(pages, count > 2 ? words[2] : "/tmp/throughput.pdf");
}
