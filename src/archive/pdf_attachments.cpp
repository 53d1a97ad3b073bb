#include "archive/archive.hpp"

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

namespace rapporteur::archive {

namespace {

// The specification's own stream; UF and F name the same one (ISO 32000-1, 7.11.4.1).
std::string bytes_of(QPDFFileSpecObjectHelper& specification) {
    QPDFObjectHandle stream = specification.getEmbeddedFileStream();
    const auto buffer = stream.getStreamData(qpdf_dl_all);
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

std::vector<AttachedFile> attached_to(QPDF& pdf) {
    std::vector<AttachedFile> files;
    for (QPDFObjectHandle object : pdf.getRoot().getKey("/AF").aitems()) {
        QPDFFileSpecObjectHelper specification(object);
        QPDFObjectHandle relationship = object.getKey("/AFRelationship");
        files.push_back({specification.getFilename(),
                         relationship.isName() ? relationship.getName().substr(1) : std::string(),
                         bytes_of(specification)});
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
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false); // a file that must be repaired first isn't the one that was made
        pdf.processFile(file.c_str());
        if (!pdf.getRoot().getKey("/AF").isArray()) {
            return std::vector<AttachedFile>();
        }
        return attached_to(pdf);
    } catch (const std::exception& error) {
        return damaged(error.what());
    }
}

} // namespace rapporteur::archive
