#include "cli/printing.hpp"

#include "pdf/pdf.hpp"
#include "picture/picture.hpp"
#include "typeset/typeset.hpp"

#include <fmt/format.h>
#include <unicode/uloc.h>
#include <unordered_map>

namespace rapporteur::cli {

namespace {

pdf::Description description_of(const document::Metadata& about) {
    pdf::Description description;
    description.title = about.title;
    description.author = about.holder;
    description.subject = about.description;
    description.keywords = about.subjects;
    description.language = about.language;
    description.date = about.date;
    description.producer = "rapporteur " RAPPORTEUR_VERSION;
    description.identifier = about.identifier;
    description.right_to_left = uloc_isRightToLeft(about.language.c_str()) != 0;
    return description;
}

pandoc::Leaf leaf_of(typeset::Leaf leaf) {
    switch (leaf) {
    case typeset::Leaf::cover:
    case typeset::Leaf::imprint: // the inside of the cover
        return pandoc::Leaf::cover;
    case typeset::Leaf::title_page:
        return pandoc::Leaf::title_page;
    case typeset::Leaf::text:
        break;
    }
    return pandoc::Leaf::text;
}

// In reading order, each with its number: pages are numbered from the cover's 1 without a gap.
std::vector<pandoc::PageStart> pages_of(const typeset::Layout& layout) {
    std::unordered_map<std::uint32_t, const typeset::PageStart*> starts;
    for (const typeset::PageStart& start : layout.starts) {
        starts.emplace(start.sequence, &start);
    }
    std::vector<pandoc::PageStart> pages;
    for (std::size_t at = 0; at < layout.order.size(); ++at) {
        if (const auto found = starts.find(layout.order[at]); found != starts.end()) {
            const typeset::PageStart& start = *found->second;
            pages.push_back({fmt::format("{}", at + 1), leaf_of(start.leaf), start.part, start.block, start.item});
        }
    }
    return pages;
}

void keep_headings(std::vector<document::Block>& blocks) {
    std::erase_if(blocks,
                  [](const document::Block& block) { return !std::holds_alternative<document::Heading>(block); });
    blocks.shrink_to_fit();
}

} // namespace

Result<Printed> print(document::Document& report, const style::Style& style, fonts::FontBook fonts,
                      const Printing& printing) {
    std::optional<pdf::Writer> writer;
    if (printing.pdf) {
        Result<pdf::Writer> opened = pdf::Writer::open(printing.pdf->string(), fonts, printing.form);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        writer.emplace(std::move(*opened));
    }
    Printed printed;
    pandoc::Companions& companions = printed.companions;
    companions.pdf = report.metadata.file_stem + ".pdf";
    typeset::Receiver receiver;
    receiver.take_page = [&](const typeset::Page& page) -> Result<void> {
        if (page.sequence >= printing.limits[Limit::pages]) {
            return tl::unexpected(
                printing.limits.beyond(Limit::pages, {}, "the report", std::uint64_t{page.sequence} + 1));
        }
        if (page.leaf == typeset::Leaf::cover) {
            companions.cover = picture::svg(page, fonts);
        }
        return writer ? writer->add(page) : Result<void>();
    };
    if (printing.is_last) {
        receiver.part_is_set = [&](std::size_t part) { keep_headings(report.parts[part].blocks); };
    }
    const Result<typeset::Layout> layout =
        typeset::typeset(report, style, fonts, receiver, writer ? typeset::Detail::glyphs : typeset::Detail::breaks);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    if (writer) {
        pdf::Description description = description_of(report.metadata);
        description.attachments = printing.attachments;
        if (Result<void> finished = writer->finish(*layout, description); !finished) {
            return tl::unexpected(finished.error());
        }
    }
    companions.pages = pages_of(*layout);
    for (std::size_t id = 0; id < fonts.size(); ++id) {
        printed.fonts.push_back(fonts.face(static_cast<fonts::FaceId>(id)).path);
    }
    return printed;
}

pandoc::Companions companions_of(const typeset::BriefPages& brief, const document::Metadata& about,
                                 const fonts::FontBook& fonts) {
    pandoc::Companions companions;
    companions.pdf = about.file_stem + ".pdf";
    companions.cover = picture::svg(brief.pages.front(), fonts);
    companions.pages = pages_of(brief.layout);
    return companions;
}

Result<void> print(const typeset::BriefPages& brief, const document::Metadata& about, const fonts::FontBook& fonts,
                   pdf::SharedFonts& shared, const Printing& printing) {
    Result<pdf::Writer> writer = pdf::Writer::open(printing.pdf->string(), fonts, printing.form, &shared);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    for (const typeset::Page& page : brief.pages) {
        if (Result<void> added = writer->add(page); !added) {
            return added;
        }
    }
    pdf::Description description = description_of(about);
    description.two_sided = brief.pages.size() > 1;
    return writer->finish(brief.layout, description);
}

} // namespace rapporteur::cli
