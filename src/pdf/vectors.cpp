#include "pdf/vectors.hpp"

#include "pdf/syntax.hpp"
#include "support/files.hpp"

#include <deque>
#include <fmt/format.h>
#include <map>
#include <new>
#include <qpdf/JSON.hh> // QPDF.hh names it only: clang needs to know it whole
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace rapporteur::pdf {

namespace {

bool is_fit_for_pdf_a(QPDF& pdf) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        const std::string text = object.isStream() ? object.getDict().unparse() : object.unparseResolved();
        if (text.find("/DeviceCMYK") != std::string::npos || text.find("/Font") != std::string::npos) {
            return false;
        }
    }
    return true;
}

// Objects of the other file under ids of this one, each once, whatever refers to it.
class Transfer {
public:
    explicit Transfer(ObjectWriter& to) : writer(to) {}

    Result<ObjectId> take(const QPDFObjectHandle& form) {
        const ObjectId id = id_of(form);
        while (!waiting.empty()) {
            auto [object, as] = waiting.front();
            waiting.pop_front();
            if (Result<void> written = write(object, as); !written) {
                return tl::unexpected(written.error());
            }
        }
        return id;
    }

private:
    ObjectId id_of(const QPDFObjectHandle& object) {
        const auto [known, is_new] = ids.emplace(object.getObjGen(), 0);
        if (is_new) {
            known->second = writer.reserve();
            waiting.emplace_back(object, known->second);
        }
        return known->second;
    }

    Result<void> write(QPDFObjectHandle object, ObjectId id) {
        if (!object.isStream()) {
            return writer.write(id, direct(object));
        }
        const auto bytes = object.getRawStreamData();
        return writer.write_plain_stream(
            id, entries(object.getDict()),
            std::string_view(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()));
    }

    std::string value(const QPDFObjectHandle& object) {
        return object.isIndirect() ? reference(id_of(object)) : direct(object);
    }

    // As deep as the other program nests its values, which is a handful.
    std::string direct(QPDFObjectHandle object) {
        if (object.isDictionary()) {
            return "<<" + entries(object) + ">>";
        }
        if (!object.isArray()) {
            return object.unparseResolved();
        }
        std::string text = "[";
        for (const QPDFObjectHandle& item : object.aitems()) {
            text += value(item) + " ";
        }
        return text + "]";
    }

    // Without what the writer says itself; nothing is to be made smoother than it is (ISO 19005-3, 6.2.8).
    std::string entries(QPDFObjectHandle dictionary) {
        std::string text;
        for (const auto& [key, held] : dictionary.ditems()) {
            if (key != "/Length" && key != "/Interpolate") {
                text += key + " " + value(held);
            }
        }
        return text;
    }

    ObjectWriter& writer;
    std::map<QPDFObjGen, ObjectId> ids;
    std::deque<std::pair<QPDFObjectHandle, ObjectId>> waiting;
};

QPDFObjectHandle form_on_the_unit_square(QPDF& pdf) {
    QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().at(0);
    QPDFObjectHandle form = page.getFormXObjectForPage();
    const QPDFObjectHandle::Rectangle box = page.getTrimBox().getArrayAsRectangle();
    const double width = box.urx - box.llx;
    const double height = box.ury - box.lly;
    form.getDict().replaceKey("/Matrix", QPDFObjectHandle::newArray(QPDFObjectHandle::Matrix(
                                             1 / width, 0, 0, 1 / height, -box.llx / width, -box.lly / height)));
    return form;
}

} // namespace

Result<std::optional<ObjectId>> write_vectors(ObjectWriter& writer, const std::string& file) {
    const Result<std::string> bytes = read_file(file); // qpdf doesn't say why it can't read one
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile(file.c_str(), bytes->data(), bytes->size());
        if (!is_fit_for_pdf_a(pdf)) {
            return std::optional<ObjectId>();
        }
        const Result<ObjectId> id = Transfer(writer).take(form_on_the_unit_square(pdf));
        return id ? Result<std::optional<ObjectId>>(*id) : tl::unexpected(id.error());
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return surroundings_failed(file, fmt::format("can't be read as a PDF: {}", error.what()));
    }
}

} // namespace rapporteur::pdf
