#include "pdf/annotations.hpp"
#include "pdf/attachments.hpp"
#include "pdf/catalogue.hpp"
#include "pdf/content_stream.hpp"
#include "pdf/image.hpp"
#include "pdf/metadata.hpp"
#include "pdf/outline.hpp"
#include "pdf/output_intent.hpp"
#include "pdf/pdf.hpp"
#include "pdf/shared_programs.hpp"
#include "pdf/standard.hpp"
#include "pdf/syntax.hpp"

#include <fmt/format.h>
#include <map>

namespace rapporteur::pdf {

struct Writer::State {
    const Conventions& conventions;
    ObjectWriter objects;
    const fonts::FontBook& book;
    SharedFonts* shared;
    std::map<fonts::FaceId, EmbeddedFont> fonts;
    ImageWriter images;
    std::vector<WrittenPage> pages;
    std::vector<InternalLink> links;      // only where elements refer to each other
    std::uint32_t next_struct_parent = 0; // a page's key in the parent tree, then those of its links

    EmbeddedFont& font(fonts::FaceId face) {
        const auto known = fonts.find(face);
        return known != fonts.end()
                   ? known->second
                   : fonts.emplace(face, EmbeddedFont(book.face(face), objects.reserve())).first->second;
    }

    Result<void> write_images(const typeset::Page& page) {
        for (const typeset::MarkedContent& content : page.contents) {
            for (const typeset::Item& item : content.items) {
                const auto* image = std::get_if<typeset::Image>(&item);
                if (image == nullptr) {
                    continue;
                }
                if (const Result<std::size_t> written = images.write(objects, image->raster); !written) {
                    return tl::unexpected(written.error());
                }
            }
        }
        return {};
    }

    Result<void> write_font(fonts::FaceId id, const EmbeddedFont& font) {
        const fonts::Face& face = book.face(id);
        const GlyphSet glyphs = font.glyph_set();
        const Result<const FontProgram*> known =
            shared == nullptr ? nullptr : shared->programs().enough_for(id, face, glyphs);
        if (!known) {
            return tl::unexpected(known.error());
        }
        if (*known != nullptr) {
            return font.write(objects, **known);
        }
        const Result<FontProgram> own = font_program(face, glyphs);
        return own ? font.write(objects, *own) : tl::unexpected(own.error());
    }

    Result<ObjectId> write_resources() {
        std::string resources = "<</Font<<";
        for (const auto& [face, font] : fonts) {
            if (Result<void> written = write_font(face, font); !written) {
                return tl::unexpected(written.error());
            }
            resources += fmt::format("/F{} {}", face, reference(font.object()));
        }
        const ObjectId id = objects.reserve();
        if (Result<void> written = objects.write(id, resources + ">>" + images.resources() + ">>"); !written) {
            return tl::unexpected(written.error());
        }
        return id;
    }
};

Writer::Writer(std::unique_ptr<State> made) : state(std::move(made)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Result<Writer> Writer::open(const std::string& file, const fonts::FontBook& book, Form form, SharedFonts* shared) {
    const Conventions& conventions = conventions_of(form.standard);
    Result<ObjectWriter> objects =
        ObjectWriter::create(file, conventions.version, form.compact ? Packing::compact : Packing::plain);
    if (!objects) {
        return tl::unexpected(objects.error());
    }
    return Writer(std::make_unique<State>(State{conventions, std::move(*objects), book, shared, {}, {}, {}, {}, {}}));
}

Result<void> Writer::add(const typeset::Page& page) {
    WrittenPage written;
    written.width = page.width;
    written.bleed = page.bleed;
    written.margin = page.margin;
    written.content = state->objects.reserve();
    written.links.page = state->objects.reserve();
    written.links.height = double{page.height};
    written.links.links = static_cast<std::uint32_t>(page.links.size());
    written.links.first_link = state->objects.reserve(page.links.size());
    written.links.struct_parents = state->next_struct_parent;
    state->next_struct_parent += 1 + written.links.links;
    state->pages.push_back(written);

    const FontOf font_of = [this](fonts::FaceId face) -> EmbeddedFont& { return state->font(face); };
    if (Result<void> done = state->write_images(page); !done) {
        return done;
    }
    const ImageOf image_of = [this](const document::Raster& raster) { return state->images.number_of(raster); };
    if (Result<void> done =
            state->objects.write_stream(written.content, "", content_stream(page, font_of, image_of), Effort::swift);
        !done) {
        return done;
    }
    for (std::uint32_t at = 0; at < written.links.links; ++at) {
        const WrittenLink as{written.links.first_link + at, written.links.struct_parents + 1 + at};
        if (Result<void> done = write_link(state->objects, page.links[at], page, written.links.page, as); !done) {
            return done;
        }
        const std::string& target = page.links[at].target;
        if (state->conventions.refers && target.starts_with('#')) {
            state->links.push_back({page.links[at].element, target.substr(1)});
        }
    }
    return {};
}

Result<void> Writer::finish(const typeset::Layout& layout, const Description& description) {
    ObjectWriter& objects = state->objects;
    std::vector<PageLinks> links;
    links.reserve(state->pages.size());
    for (const WrittenPage& page : state->pages) {
        links.push_back(page.links);
    }
    const Result<ObjectId> resources = state->write_resources();
    if (!resources) {
        return tl::unexpected(resources.error());
    }
    const Result<WrittenAttachments> attachments = write_attachments(objects, description, state->conventions);
    if (!attachments) {
        return tl::unexpected(attachments.error());
    }
    const Conventions& conventions = state->conventions;
    const std::vector<Reference> references = references_of(layout, state->links);
    const Result<WrittenStructure> structure =
        write_structure(objects, conventions, layout.structure, references, links);
    if (!structure) {
        return tl::unexpected(structure.error());
    }
    CatalogueParts parts;
    parts.structure = structure->root;
    parts.embedded_files = attachments->names;
    parts.associated_files = attachments->associated;
    Result<void> failed;
    const auto take = [&](Result<ObjectId> written, ObjectId& id) {
        if (written) {
            id = *written;
        } else if (failed) {
            failed = tl::unexpected(written.error());
        }
        return failed.has_value();
    };
    ObjectId information = 0;
    ObjectId catalogue = 0;
    const bool all_written =
        take(write_page_tree(objects, state->pages, layout.order, *resources), parts.pages) &&
        take(write_destinations(objects, conventions, layout.destinations, state->pages, structure->elements),
             parts.destinations) &&
        take(write_outline(objects, layout.outline), parts.outline) &&
        take(write_xmp(objects, description, conventions), parts.metadata) &&
        take(write_output_intent(objects), parts.output_intent) &&
        (!conventions.has_information || take(write_information(objects, description), information)) &&
        take(write_catalogue(objects, parts, description, layout.labels), catalogue);
    return all_written ? objects.finish(catalogue, information) : failed;
}

} // namespace rapporteur::pdf
