// What pandoc made is finished, whatever it may be: a page of HTML, an EPUB, a DOCX. The first byte says which; pieces
// of name and bytes follow.

#include "arbitrary.hpp"
#include "target.hpp"

#include "pandoc/docx_package.hpp"
#include "pandoc/epub_package.hpp"
#include "pandoc/html_page.hpp"

using namespace rapporteur;

namespace {

// A fixed one: what varies is what comes back of it.
document::Document report() {
    fuzz::Input input(nullptr, 0);
    return fuzz::report(input);
}

Package package_from(fuzz::Input& input) {
    Package package;
    while (!input.empty()) {
        std::string name(input.piece());
        package.parts.push_back({std::move(name), std::string(input.piece())});
    }
    return package;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const document::Document document = report();
    fuzz::Input input(data, size);
    const pandoc::Companions companions;
    Result<void> finished;
    switch (input.byte()) {
    case 'e': {
        Package package = package_from(input);
        finished = pandoc::finish_epub(package, document, companions);
        break;
    }
    case 'd': {
        Package package = package_from(input);
        finished = pandoc::finish_docx(package, document, fuzz::house_style(), companions);
        break;
    }
    default:
        if (const auto page = pandoc::html_page(std::string(input.rest()), document, fuzz::house_style(), companions);
            !page) {
            finished = tl::unexpected(page.error());
        }
        break;
    }
    if (!finished) {
        fuzz::print({finished.error()});
    }
    return 0;
}
