#include "cli/fitting.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

constexpr int spacing_steps = 4; // from the style's own spacing to its least

// What the items of each part are called in a warning.
constexpr std::array<std::string_view, compose::brief_part_names.size()> told_names = {
    "dates",
    "details",
    "QR code",
    "paragraphs on work together",
    "paragraphs on what it is",
    "paragraphs on the relationship",
    "people",
    "lines on what fell away",
    "results",
    "contributions",
    "risks",
    "quotes",
};

// How far things have given way.
struct Concession {
    double spacing = 1;
    compose::BriefItems kept = {};
};

enum class Column : std::uint8_t { text, card };

std::size_t part_of(const std::string& name) {
    const auto& names = compose::brief_part_names;
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// From `start` on, each gives up one item more of what stands in that column, in the style's order.
std::vector<Concession> concessions(const style::Brief& style, Column column, const Concession& start) {
    std::vector<Concession> steps = {start};
    for (const style::GivesWay& gives_way : style.gives_way) {
        const std::size_t part = part_of(gives_way.what);
        const bool is_there = part < start.kept.size() &&
                              compose::is_on_card(static_cast<compose::BriefPart>(part)) == (column == Column::card);
        for (std::size_t left = is_there ? start.kept.at(part) : 0; left > 0; --left) {
            steps.push_back(steps.back());
            --steps.back().kept.at(part);
        }
    }
    return steps;
}

std::string name_of(const BriefOrder& order) {
    return order.edition.plain(order.partner.acronym ? *order.partner.acronym : order.partner.name);
}

std::string pages_of(const BriefOrder& order) {
    return order.most_pages == 1 ? "one page" : fmt::format("{} pages", order.most_pages);
}

tl::unexpected<Diagnostic> does_not_fit(const BriefOrder& order, double depth) {
    constexpr double points_per_mm = 72 / 25.4;
    const double line = order.style.texts[static_cast<std::size_t>(style::TextStyleName::body)].leading;
    Diagnostic diagnostic;
    diagnostic.place = order.partner.place;
    diagnostic.message = fmt::format(
        "the brief of {} doesn't fit on {}: what never gives way is {:.0f} mm too deep, {} lines of text",
        name_of(order), pages_of(order), std::ceil(depth / points_per_mm), static_cast<int>(std::ceil(depth / line)));
    diagnostic.hint = order.most_pages == 1
                          ? "allow it another with --pages 2, or shorten its rights, obligations, next "
                            "steps or talking points"
                          : "shorten its rights, obligations, next steps or talking points";
    return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

double over(const typeset::BriefPages& pages, Column column) {
    return column == Column::text ? pages.text_over : pages.card_over;
}

// One brief being fitted. What is tried last is what there is, so each step ends with what it settled on.
class Fitting {
public:
    Fitting(const BriefOrder& what, typeset::BriefSetter& with) : order(what), setter(with) {
        all = compose::items_of(order.edition, order.partner, order.words, order.changes);
        settled.kept = all;
    }

    Result<FittedBrief> fit() {
        const std::vector<double> narrower = spacings(order.style);
        Result<void> done;
        for (std::size_t at = 0; done && at < narrower.size() && !(at > 0 && brief.pages.fits()); ++at) {
            settled.spacing = narrower[at];
            done = set(settled);
        }
        for (const Column column : {Column::text, Column::card}) { // notes of the text take room from the card
            done = done ? give_way(column) : done;
        }
        // What went may have left more room than was wanted: the spacing gets back what it can.
        for (std::size_t at = 0; done && narrower[at] > settled.spacing; ++at) {
            done = set({narrower[at], settled.kept});
            if (done && brief.pages.fits()) {
                return std::move(brief);
            }
        }
        done = done && !brief.pages.fits() ? set(settled) : done;
        return done ? Result<FittedBrief>(std::move(brief)) : tl::unexpected(done.error());
    }

private:
    Result<void> set(const Concession& concession) {
        brief.all = all;
        brief.kept = concession.kept;
        brief.document = compose::brief(order.edition, order.partner, order.words,
                                        {order.meeting, order.day, concession.kept, order.changes});
        Result<typeset::BriefPages> pages =
            setter.set(brief.document, {concession.spacing, order.most_pages, order.to_a_sheet});
        if (!pages) {
            return tl::unexpected(pages.error());
        }
        brief.pages = std::move(*pages);
        brief.spacing = concession.spacing;
        return {};
    }

    // Settles on the first concession by which this column fits, found by halves.
    Result<void> give_way(Column column) {
        if (over(brief.pages, column) == 0) {
            return {};
        }
        const std::vector<Concession> steps = concessions(order.style, column, settled);
        Result<void> done = set(steps.back());
        if (done && over(brief.pages, column) > 0) {
            return does_not_fit(order, over(brief.pages, column));
        }
        std::size_t too_little = 0;
        std::size_t enough = steps.size() - 1;
        while (done && enough - too_little > 1) {
            const std::size_t middle = (too_little + enough) / 2;
            done = set(steps[middle]);
            (done && over(brief.pages, column) == 0 ? enough : too_little) = middle;
        }
        settled = steps[enough];
        return done ? set(settled) : done;
    }

    const BriefOrder& order;
    typeset::BriefSetter& setter;
    compose::BriefItems all = {};
    Concession settled;
    FittedBrief brief;
};

} // namespace

std::vector<double> spacings(const style::Brief& style) {
    std::vector<double> all = {1};
    for (const style::GivesWay& gives_way : style.gives_way) {
        for (int step = 1; gives_way.what == "spacing" && step <= spacing_steps; ++step) {
            all.push_back(1 - (1 - gives_way.least) * step / spacing_steps);
        }
    }
    return all;
}

Result<FittedBrief> fit(const BriefOrder& order, typeset::BriefSetter& setter) {
    return Fitting(order, setter).fit();
}

std::optional<Diagnostic> left_out(const FittedBrief& brief, const BriefOrder& order) {
    std::vector<std::string> parts;
    for (std::size_t part = 0; part < brief.all.size(); ++part) {
        if (brief.kept.at(part) < brief.all.at(part)) {
            parts.push_back(fmt::format("{} of {} {}", brief.all.at(part) - brief.kept.at(part), brief.all.at(part),
                                        told_names.at(part)));
        }
    }
    if (parts.empty()) {
        return std::nullopt;
    }
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.kind = WarningKind::shortened_brief;
    diagnostic.place = order.partner.place;
    diagnostic.message = fmt::format("the brief of {} leaves out, to fit on {}: {}", name_of(order), pages_of(order),
                                     fmt::join(parts, ", "));
    diagnostic.hint = order.most_pages == 1 ? "--pages 2 has room for more" : "";
    return diagnostic;
}

} // namespace rapporteur::cli
