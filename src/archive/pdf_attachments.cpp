#include "archive/archive.hpp"
#include "archive/pdf_streams.hpp"
#include "support/files.hpp"
#include "support/limits.hpp"

#include <fmt/format.h>
#include <new>
#include <qpdf/JSON.hh> // QPDF.hh names it only: clang needs to know it whole
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <stdexcept>

namespace rapporteur::archive {

namespace {

// Keeps what is written to it, as long as that isn't more than it may keep.
class Collector : public Pipeline {
public:
    explicit Collector(std::uint64_t most) : Pipeline("attachment", nullptr), left(most) {}
    void write(const unsigned char* data, std::size_t length) override {
        if (length > left) {
            overflowed = true;
            bytes.clear();
            throw std::length_error("too much"); // which ends the inflating
        }
        left -= length;
        bytes.append(reinterpret_cast<const char*>(data), length);
    }
    void finish() override {}

    std::string bytes;
    bool overflowed = false;

private:
    std::uint64_t left;
};

// The specification's own stream; UF and F name the same one (ISO 32000-1, 7.11.4.1). Pictures' filters stay on: what
// is attached as a JPEG is one.
std::string bytes_of(QPDFFileSpecObjectHelper& specification, std::uint64_t& left, std::uint64_t packed) {
    QPDFObjectHandle stream = specification.getEmbeddedFileStream();
    Collector collector(left);
    const bool is_whole = stream.pipeStreamData(&collector, 0, qpdf_dl_specialized, true);
    if (collector.overflowed) {
        throw std::runtime_error(limits::too_much_from(packed));
    }
    if (!is_whole) {
        throw std::runtime_error(fmt::format("what is attached as “{}” is damaged", specification.getFilename()));
    }
    left -= collector.bytes.size();
    return std::move(collector.bytes);
}

std::vector<AttachedFile> attached_to(QPDF& pdf, std::uint64_t packed) {
    std::uint64_t left = limits::unpacked_from(packed);
    std::vector<AttachedFile> files;
    for (QPDFObjectHandle object : pdf.getRoot().getKey("/AF").aitems()) {
        QPDFFileSpecObjectHelper specification(object);
        QPDFObjectHandle relationship = object.getKey("/AFRelationship");
        files.push_back({specification.getFilename(),
                         relationship.isName() ? relationship.getName().substr(1) : std::string(),
                         bytes_of(specification, left, packed)});
    }
    return files;
}

} // namespace

Result<std::vector<AttachedFile>> attached_files(const std::filesystem::path& file) {
    const auto damaged = [&](const std::string& why) {
        Diagnostic diagnostic;
        diagnostic.place = place_in(file.string());
        diagnostic.message = fmt::format("can't be read as a PDF: {}", why);
        return tl::unexpected(std::move(diagnostic));
    };
    const Result<std::string> bytes = read_file(file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (const std::optional<std::string> harm = harm_in_streams(*bytes)) {
        return damaged(*harm);
    }
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false); // a file that must be repaired first isn't the one that was made
        pdf.processMemoryFile("report", bytes->data(), bytes->size());
        if (pdf.isEncrypted()) {
            return damaged("it is encrypted, which no report is");
        }
        if (!pdf.getRoot().getKey("/AF").isArray()) {
            return std::vector<AttachedFile>();
        }
        return attached_to(pdf, bytes->size());
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return damaged(error.what());
    }
}

} // namespace rapporteur::archive
