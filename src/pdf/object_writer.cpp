#include "pdf/object_writer.hpp"

#include "pdf/object_stream.hpp"
#include "pdf/syntax.hpp"

#include <array>
#include <fmt/format.h>
#include <hpdf.h>
#include <libdeflate.h>
#include <limits>
#include <openssl/evp.h>
#include <optional>
#include <system_error>

namespace rapporteur::pdf {

namespace {

// The trade of time for size, on pages full of text: level 6 takes more than twice the time of level 1 for 3 % fewer
// bytes; level 8 twice as much again for 1 %.
constexpr int swift_level = 1;
constexpr int thorough_level = 6;
constexpr std::uint64_t largest_offset = std::numeric_limits<HPDF_UINT>::max() - (1U << 20U);
constexpr std::size_t most_waiting = 1U << 16U; // bytes that go to the digest and the file together
constexpr HPDF_UINT32 id_mask = 0x00FFFFFF;     // libharu keeps an object's kind in the upper bits of its id
constexpr char in_stream = 'c';                 // beside libharu's own kinds of entries: the object is in a stream,
                                                // whose id stands for the offset, and its index for the generation

struct Release {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

template <class T>
using Handle = std::unique_ptr<std::remove_pointer_t<T>, Release>;

ObjectPlace place_of(const HPDF_XrefEntry_Rec& entry) {
    if (entry.entry_typ == in_stream) {
        return {ObjectPlace::Kind::in_stream, entry.byte_offset, entry.gen_no};
    }
    return entry.entry_typ == HPDF_IN_USE_ENTRY && entry.byte_offset != 0
               ? ObjectPlace{ObjectPlace::Kind::in_file, entry.byte_offset, 0}
               : ObjectPlace();
}

// libharu reports through the return values that we check; the handler has nothing to add.
void ignore(HPDF_STATUS, HPDF_STATUS, void*) {}

} // namespace

struct ObjectWriter::State {
    AtomicFile file;
    std::string path;
    Packing packing;
    Handle<HPDF_Doc> document;
    Handle<HPDF_Stream> stream;
    Handle<EVP_MD_CTX*> digest;
    Handle<libdeflate_compressor*> swift;
    Handle<libdeflate_compressor*> thorough;
    std::string compressed;
    ObjectStream gathered;             // objects that wait to be written together
    ObjectId gathering = 0;            // the id of the stream that they go into
    std::string heading;               // of the object being written
    std::string waiting;               // written, and not yet in the file
    std::optional<Diagnostic> failure; // the first one; nothing is written after it

    Result<void> fail(std::string message, std::string hint = {}) {
        failure = surroundings_failed(path, std::move(message), std::move(hint)).value();
        return tl::unexpected(*failure);
    }

    Result<void> put(std::string_view bytes) {
        if (failure) {
            return tl::unexpected(*failure);
        }
        if (size() + bytes.size() > largest_offset) {
            return fail("would be larger than 4 GiB, more than a cross-reference table can tell", "make it in parts");
        }
        waiting += bytes;
        return waiting.size() < most_waiting ? Result<void>() : put_waiting();
    }

    Result<void> put_waiting() {
        EVP_DigestUpdate(digest.get(), waiting.data(), waiting.size());
        const HPDF_STATUS status = HPDF_Stream_Write(stream.get(), reinterpret_cast<const HPDF_BYTE*>(waiting.data()),
                                                     static_cast<HPDF_UINT>(waiting.size()));
        waiting.clear();
        if (status != HPDF_OK && !failure) {
            fail("libharu can't write it");
        }
        return failure ? Result<void>(tl::unexpected(*failure)) : Result<void>();
    }

    // What libharu writes goes straight to the file, which knows why it can't be written. (libharu's own writer
    // doesn't.)
    static HPDF_STATUS write_on(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
        auto& state = *static_cast<State*>(stream->attr);
        const Result<void> written = state.file.write({reinterpret_cast<const char*>(bytes), size});
        if (!written) {
            state.failure = written.error();
            state.failure->place = place_in(state.path);
        }
        return written ? HPDF_OK : HPDF_FILE_IO_ERROR;
    }

    std::uint64_t size() const { return std::uint64_t{stream->size} + waiting.size(); }

    // The list begins with object 0. (HPDF_Xref_GetEntryByObjectId finds nothing: it compares the wrong way round.)
    HPDF_XrefEntry entry(ObjectId id) { return id == 0 ? nullptr : HPDF_Xref_GetEntry(document->xref, id); }

    Result<HPDF_XrefEntry> known(ObjectId id) {
        HPDF_XrefEntry place = entry(id);
        if (place == nullptr && !failure) {
            fail("libharu knows no object of that number");
        }
        return failure ? Result<HPDF_XrefEntry>(tl::unexpected(*failure)) : place;
    }

    ObjectId reserve() {
        HPDF_List entries = document->xref->entries;
        if (entries->count == entries->block_siz) {
            entries->items_per_block = entries->block_siz; // twofold: libharu's own steps of 1,024 copy each time
        }
        HPDF_Null place_holder = HPDF_Null_New(document->mmgr);
        if (place_holder == nullptr || HPDF_Xref_Add(document->xref, place_holder) != HPDF_OK) {
            fail(fmt::format("has more objects than memory or libharu can hold: {} already", entries->count),
                 "make it in parts");
            return 0;
        }
        const ObjectId id = place_holder->header.obj_id & id_mask;
        entry(id)->entry_typ = HPDF_FREE_ENTRY; // until it is written
        return id;
    }

    Result<void> begin(ObjectId id) {
        const Result<HPDF_XrefEntry> place = known(id);
        if (!place) {
            return tl::unexpected(place.error());
        }
        (*place)->byte_offset = static_cast<HPDF_UINT>(size());
        (*place)->entry_typ = HPDF_IN_USE_ENTRY;
        heading.clear();
        append_integer(heading, id);
        heading += " 0 obj\n";
        return put(heading);
    }

    Result<void> put_object(ObjectId id, std::string_view value) {
        Result<void> written = begin(id);
        written = written ? put(value) : written;
        return written ? put("\nendobj\n") : written;
    }

    Result<void> gather(ObjectId id, std::string_view value) {
        const Result<HPDF_XrefEntry> place = known(id);
        if (!place) {
            return tl::unexpected(place.error());
        }
        if (gathered.empty()) {
            gathering = reserve();
        }
        (*place)->byte_offset = gathering;
        (*place)->gen_no = gathered.add(id, value);
        (*place)->entry_typ = in_stream;
        return gathered.is_full() ? put_gathered() : Result<void>();
    }

    Result<void> put_gathered() {
        if (gathered.empty()) {
            return {};
        }
        const Result<void> written = put_deflated(gathering, gathered.entries(), gathered.bytes(), Effort::thorough);
        gathered.clear();
        return written;
    }

    Result<void> put_stream(ObjectId id, std::string_view entries, std::string_view bytes) {
        Result<void> written = begin(id);
        written = written ? put(fmt::format("<<{}/Length {}>>\nstream\n", entries, bytes.size())) : written;
        written = written ? put(bytes) : written;
        return written ? put("\nendstream\nendobj\n") : written;
    }

    Result<void> put_deflated(ObjectId id, std::string_view entries, std::string_view bytes, Effort effort) {
        libdeflate_compressor* compressor = effort == Effort::swift ? swift.get() : thorough.get();
        compressed.resize(libdeflate_zlib_compress_bound(compressor, bytes.size()));
        const std::size_t size =
            libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), compressed.data(), compressed.size());
        return put_stream(id, fmt::format("{}/Filter/FlateDecode", entries),
                          std::string_view(compressed).substr(0, size));
    }

    // The digest of all that is in the file so far, in hexadecimal; it fails where there is a failure already.
    Result<std::string> digest_so_far() {
        if (Result<void> written = failure ? tl::unexpected(*failure) : put_waiting(); !written) {
            return tl::unexpected(written.error());
        }
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes = {};
        const Handle<EVP_MD_CTX*> so_far(EVP_MD_CTX_new());
        if (!so_far || EVP_MD_CTX_copy_ex(so_far.get(), digest.get()) != 1 ||
            EVP_DigestFinal_ex(so_far.get(), bytes.data(), nullptr) != 1) {
            fail("OpenSSL can't make a SHA-256 digest");
            return tl::unexpected(*failure);
        }
        std::string told;
        constexpr std::size_t id_bytes = 16;
        for (std::size_t at = 0; at < id_bytes; ++at) {
            told += fmt::format("{:02X}", bytes.at(at));
        }
        return told;
    }

    HPDF_UINT objects() const { return document->xref->entries->count; }

    ObjectPlace place(HPDF_UINT id) const { return place_of(*HPDF_Xref_GetEntry(document->xref, id)); }

    // Cross-reference table and trailer (7.5.4 and 7.5.5).
    Result<void> put_table(const std::string& trailer) {
        std::string table = fmt::format("xref\n0 {}\n", objects());
        for (HPDF_UINT at = 0; at < objects(); ++at) {
            const ObjectPlace found = place(at);
            append_digits(table, found.where, 10);
            table += found.kind == ObjectPlace::Kind::in_file ? " 00000 n\r\n" : " 65535 f\r\n";
            if (table.size() > most_waiting) {
                if (Result<void> written = put(table); !written) {
                    return written;
                }
                table.clear();
            }
        }
        return put(table + fmt::format("trailer\n<</Size {}{}>>\n", objects(), trailer));
    }

    // The stream that is both (7.5.8). `id` was the last to be reserved.
    Result<void> put_cross_reference_stream(ObjectId id, const std::string& trailer) {
        entry(id)->byte_offset = static_cast<HPDF_UINT>(size());
        entry(id)->entry_typ = HPDF_IN_USE_ENTRY;
        CrossReferenceStream rows;
        for (HPDF_UINT at = 0; at < objects(); ++at) {
            rows.add(place(at));
        }
        const std::string entries = fmt::format("{}/Size {}{}", CrossReferenceStream::entries(), objects(), trailer);
        return put_deflated(id, entries, rows.bytes(), Effort::thorough);
    }
};

ObjectWriter::ObjectWriter(std::unique_ptr<State> made) : state(std::move(made)) {}
ObjectWriter::~ObjectWriter() = default;
ObjectWriter::ObjectWriter(ObjectWriter&&) noexcept = default;
ObjectWriter& ObjectWriter::operator=(ObjectWriter&&) noexcept = default;

Result<ObjectWriter> ObjectWriter::create(const std::string& path, std::string_view version, Packing packing) {
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto state = std::make_unique<State>(
        State{std::move(*file), path, packing, nullptr, nullptr, nullptr, nullptr, nullptr, {}, {}, 0, {}, {}, {}});
    state->document.reset(HPDF_New(ignore, nullptr));
    if (!state->document) {
        return surroundings_failed(path, "libharu ran out of memory: Cannot allocate memory");
    }
    state->stream.reset(HPDF_CallbackWriter_New(state->document->mmgr, State::write_on, state.get()));
    if (!state->stream) {
        return surroundings_failed(path, "libharu ran out of memory: Cannot allocate memory");
    }
    state->digest.reset(EVP_MD_CTX_new());
    if (!state->digest || EVP_DigestInit_ex(state->digest.get(), EVP_sha256(), nullptr) != 1) {
        return surroundings_failed(path, "OpenSSL can't make a SHA-256 digest");
    }
    const bool is_compact = packing == Packing::compact;
    state->swift.reset(libdeflate_alloc_compressor(is_compact ? thorough_level : swift_level));
    state->thorough.reset(libdeflate_alloc_compressor(thorough_level));
    if (!state->swift || !state->thorough) {
        return surroundings_failed(path, "libdeflate ran out of memory: Cannot allocate memory");
    }
    // Bytes above 127 in a comment tell programs that carry files that this one is binary (7.5.2).
    if (Result<void> header = state->put(fmt::format("%PDF-{}\n%\xE2\xE3\xCF\xD3\n", version)); !header) {
        return tl::unexpected(header.error());
    }
    return ObjectWriter(std::move(state));
}

ObjectId ObjectWriter::reserve() {
    return state->reserve();
}

ObjectId ObjectWriter::reserve(std::size_t count) {
    const ObjectId first = count > 0 ? reserve() : 0;
    for (std::size_t at = 1; at < count; ++at) {
        reserve();
    }
    return first;
}

Result<void> ObjectWriter::write(ObjectId id, std::string_view value) {
    return state->packing == Packing::compact ? state->gather(id, value) : state->put_object(id, value);
}

Result<void> ObjectWriter::write_stream(ObjectId id, std::string_view entries, std::string_view bytes, Effort effort) {
    return state->put_deflated(id, entries, bytes, effort);
}

Result<void> ObjectWriter::write_plain_stream(ObjectId id, std::string_view entries, std::string_view bytes) {
    return state->put_stream(id, entries, bytes);
}

Result<void> ObjectWriter::finish(ObjectId catalogue, ObjectId information) {
    const bool is_compact = state->packing == Packing::compact;
    if (Result<void> written = state->put_gathered(); !written) {
        return written;
    }
    const Result<std::string> id = state->digest_so_far();
    if (!id) {
        return tl::unexpected(id.error());
    }
    const std::string info = information == 0 ? std::string() : fmt::format("/Info {} 0 R", information);
    const std::string trailer = fmt::format("/Root {} 0 R{}/ID[<{}><{}>]", catalogue, info, *id, *id);
    const ObjectId rows = is_compact ? state->reserve() : 0;
    const HPDF_UINT start = state->stream->size;
    Result<void> written = is_compact ? state->put_cross_reference_stream(rows, trailer) : state->put_table(trailer);
    written = written ? state->put(fmt::format("startxref\n{}\n%%EOF\n", start)) : written;
    written = written ? state->put_waiting() : written;
    if (!written) {
        return written;
    }
    return state->file.commit();
}

} // namespace rapporteur::pdf
