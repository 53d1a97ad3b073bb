// A Document becomes pages and a PDF, which qpdf reads without a warning.

#include "arbitrary.hpp"
#include "target.hpp"

#include "pdf/pdf.hpp"
#include "typeset/typeset.hpp"

#include <qpdf/JSON.hh> // QPDF.hh names it only: clang needs to know it whole
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace rapporteur;

namespace {

void read_back(const std::string& file, std::size_t pages) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processFile(file.c_str());
    fuzz::require(QPDFPageDocumentHelper(pdf).getAllPages().size() == pages, "the file has every page");
    std::vector<QPDFObjectHandle> objects = pdf.getAllObjects();
    for (QPDFObjectHandle& object : objects) {
        if (object.isStream()) {
            object.getStreamData(qpdf_dl_generalized);
        }
    }
    fuzz::require(!pdf.anyWarnings(), "qpdf has nothing to say");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    static fonts::FontBook book;
    pdf::Form form;
    form.standard = input.flag() ? pdf::Standard::pdf_2_0 : pdf::Standard::pdf_1_7;
    form.compact = input.flag();
    const document::Document report = fuzz::report(input);
    const std::string file = (fuzz::folder() / "report.pdf").string();
    Result<pdf::Writer> writer = pdf::Writer::open(file, book, form);
    fuzz::require(writer);
    const Result<typeset::Layout> layout = typeset::typeset(
        report, fuzz::house_style(), book, {[&](const typeset::Page& page) { return writer->add(page); }});
    if (!layout) {
        fuzz::print({layout.error()}); // no installed font has a character
        return 0;
    }
    pdf::Description description;
    description.title = report.metadata.title;
    description.author = report.metadata.holder;
    description.language = report.metadata.language;
    description.date = report.metadata.date;
    description.producer = "rapporteur";
    description.identifier = report.metadata.identifier;
    const Result<void> written = writer->finish(*layout, description);
    fuzz::require(written);
    read_back(file, layout->order.size());
    return 0;
}
