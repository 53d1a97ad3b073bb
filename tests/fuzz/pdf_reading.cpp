// A stranger's PDF: its attachments are listed, and all that it says is read.

#include "target.hpp"

#include "archive/archive.hpp"
#include "withheld/read_pdf.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::filesystem::path file = fuzz::file_of("strange.pdf", bytes);
    if (const auto attached = archive::attached_files(file); !attached) {
        fuzz::print({attached.error()});
    }
    if (const Result<archive::Bag> bag = archive::open(file)) {
        fuzz::print(archive::check(*bag));
    } else {
        fuzz::print({bag.error()});
    }
    if (const auto read = withheld::read_pdf(bytes, "strange.pdf", {}); !read) {
        fuzz::print({read.error()});
    }
    return 0;
}
