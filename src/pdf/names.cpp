#include "pdf/names.hpp"

#include "pdf/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

constexpr std::size_t entries_in_a_leaf = 500;

std::string key_of(const std::string& key) {
    return literal_string(key);
}

std::string key_of(std::uint32_t key) {
    return fmt::format("{}", key);
}

template <class Key>
Result<ObjectId> write_tree(ObjectWriter& writer, const std::vector<std::pair<Key, std::string>>& entries,
                            std::string_view list) {
    const ObjectId root = writer.reserve();
    if (entries.empty()) { // a root has kids or entries, be they none
        if (Result<void> written = writer.write(root, fmt::format("<</{}[]>>", list)); !written) {
            return tl::unexpected(written.error());
        }
        return root;
    }
    std::string kids;
    for (std::size_t from = 0; from < entries.size(); from += entries_in_a_leaf) {
        const std::size_t to = std::min(from + entries_in_a_leaf, entries.size());
        std::string leaf =
            fmt::format("<</Limits[{} {}]/{}[", key_of(entries[from].first), key_of(entries[to - 1].first), list);
        for (std::size_t at = from; at < to; ++at) {
            leaf += key_of(entries[at].first) + " " + entries[at].second + "\n";
        }
        const ObjectId id = writer.reserve();
        if (Result<void> written = writer.write(id, leaf + "]>>"); !written) {
            return tl::unexpected(written.error());
        }
        kids += reference(id) + " ";
    }
    if (Result<void> written = writer.write(root, "<</Kids[" + kids + "]>>"); !written) {
        return tl::unexpected(written.error());
    }
    return root;
}

} // namespace

Result<ObjectId> write_name_tree(ObjectWriter& writer,
                                 const std::vector<std::pair<std::string, std::string>>& entries) {
    return write_tree(writer, entries, "Names");
}

Result<ObjectId> write_number_tree(ObjectWriter& writer,
                                   const std::vector<std::pair<std::uint32_t, std::string>>& entries) {
    return write_tree(writer, entries, "Nums");
}

} // namespace rapporteur::pdf
