#include "pdf/outline.hpp"

#include "pdf/syntax.hpp"

#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

constexpr std::size_t none = SIZE_MAX;

struct Item {
    std::size_t parent = none; // indexes of entries
    std::size_t previous = none;
    std::size_t next = none;
    std::size_t first = none;
    std::size_t last = none;
    int kids = 0;
};

// Hangs each entry under the nearest one before it of a lower level.
std::vector<Item> nest(const std::vector<typeset::OutlineEntry>& entries) {
    std::vector<Item> items(entries.size());
    std::vector<std::size_t> open; // the entries that enclose the next
    std::size_t last_at_top = none;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        while (!open.empty() && entries[open.back()].level >= entries[at].level) {
            open.pop_back();
        }
        std::size_t& before = open.empty() ? last_at_top : items[open.back()].last;
        items[at].parent = open.empty() ? none : open.back();
        items[at].previous = before;
        if (before != none) {
            items[before].next = at;
        } else if (!open.empty()) {
            items[open.back()].first = at;
        }
        before = at;
        if (!open.empty()) {
            ++items[open.back()].kids;
        }
        open.push_back(at);
    }
    return items;
}

} // namespace

Result<ObjectId> write_outline(ObjectWriter& writer, const std::vector<typeset::OutlineEntry>& entries) {
    const ObjectId root = writer.reserve();
    const ObjectId base = writer.reserve(entries.size());
    const std::vector<Item> items = nest(entries);
    const auto id_of = [&](std::size_t entry) { return reference(base + static_cast<ObjectId>(entry)); };
    std::size_t first = none;
    std::size_t last = none;
    int count = 0;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Item& item = items[at];
        std::string value = "<</Title" + text_string(entries[at].title);
        value += "/Parent " + (item.parent == none ? reference(root) : id_of(item.parent));
        value += item.previous == none ? "" : "/Prev " + id_of(item.previous);
        value += item.next == none ? "" : "/Next " + id_of(item.next);
        if (item.first != none) {
            value += fmt::format("/First {}/Last {}/Count -{}", id_of(item.first), id_of(item.last), item.kids);
        }
        value += "/Dest" + literal_string(entries[at].target) + ">>";
        if (Result<void> written = writer.write(base + static_cast<ObjectId>(at), value); !written) {
            return tl::unexpected(written.error());
        }
        if (item.parent == none) {
            first = first == none ? at : first;
            last = at;
            ++count;
        }
    }
    const std::string kids =
        first == none ? std::string() : fmt::format("/First {}/Last {}/Count {}", id_of(first), id_of(last), count);
    if (Result<void> written = writer.write(root, "<</Type/Outlines" + kids + ">>"); !written) {
        return tl::unexpected(written.error());
    }
    return root;
}

} // namespace rapporteur::pdf
