#include "pdf/annotations.hpp"

#include "pdf/syntax.hpp"

#include <fmt/format.h>

namespace rapporteur::pdf {

Result<void> write_link(ObjectWriter& writer, const typeset::LinkArea& link, const typeset::Page& page,
                        ObjectId page_id, const WrittenLink& as) {
    std::string annotation = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    const double bottom = double{page.height} - link.origin.y - double{link.height};
    for (const double edge :
         {link.origin.x, bottom, link.origin.x + double{link.width}, bottom + double{link.height}}) {
        append_number(annotation, edge);
        annotation.push_back(' ');
    }
    annotation += fmt::format("]/P {}/StructParent {}/Contents{}", reference(page_id), as.struct_parent,
                              text_string(link.description));
    const bool is_internal = !link.target.empty() && link.target.front() == '#';
    if (is_internal) {
        annotation += "/Dest" + literal_string(link.target.substr(1)) + ">>";
    } else {
        annotation += "/A<</S/URI/URI" + uri(link.target) + ">>>>";
    }
    return writer.write(as.id, annotation);
}

} // namespace rapporteur::pdf
