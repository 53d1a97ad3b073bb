#include "pdf/attachments.hpp"

#include "pdf/names.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::pdf {

Result<WrittenAttachments> write_attachments(ObjectWriter& writer, const Description& description,
                                             const Conventions& conventions) {
    WrittenAttachments written;
    std::vector<std::pair<std::string, std::string>> names;
    for (const Attachment& attachment : description.attachments) {
        const Result<std::string> bytes = attachment.read();
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const ObjectId file = writer.reserve();
        const ObjectId specification = writer.reserve();
        Result<void> done =
            writer.write_stream(file,
                                fmt::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}/ModDate{}>>",
                                            name(attachment.media_type), bytes->size(), date(description.date)),
                                *bytes, Effort::swift);
        done = done ? writer.write(
                          specification,
                          fmt::format("<</Type/Filespec/F{0}/UF{0}/Desc{1}/AFRelationship{2}/EF<</F {3}/UF {3}>>>>",
                                      text_string(attachment.name), text_string(attachment.description),
                                      name(conventions.name_of(attachment.relationship)), reference(file)))
                    : done;
        if (!done) {
            return tl::unexpected(done.error());
        }
        names.emplace_back(attachment.name, reference(specification));
        written.associated += reference(specification) + " ";
    }
    if (!names.empty()) {
        std::sort(names.begin(), names.end());
        const Result<ObjectId> tree = write_name_tree(writer, names);
        if (!tree) {
            return tl::unexpected(tree.error());
        }
        written.names = *tree;
    }
    return written;
}

} // namespace rapporteur::pdf
