#pragma once

// Pictures that somebody brought (ISO 32000-2, 8.9): a JPEG as it is coded, a PNG as its dots, each in its own colours
// (8.6.5.5); a drawing in its lines, or as dots where its lines bring what an archive may not have.

#include "document/document.hpp"
#include "pdf/object_writer.hpp"

#include <map>
#include <string>

namespace rapporteur::pdf {

// Writes each picture once, however often it is shown.
class ImageWriter {
public:
    // Writes it, unless it is written already. Its name among the page's resources is Im and the number that this
    // gives.
    Result<std::size_t> write(ObjectWriter& writer, const document::Raster& raster);

    std::size_t number_of(const document::Raster& raster) const { return numbers.at(raster.file); } // written already

    // The resources' XObject entry; empty where there is no picture.
    std::string resources() const;

private:
    Result<ObjectId> write_new(ObjectWriter& writer, const document::Raster& raster);
    Result<ObjectId> write_jpeg(ObjectWriter& writer, const document::Raster& raster);
    Result<ObjectId> write_png(ObjectWriter& writer, const document::Raster& raster);
    // The colour space of so many components, by their profile where there is one.
    Result<std::string> colour_space(ObjectWriter& writer, int components, const std::string& profile);

    std::map<std::string, std::size_t> numbers; // by file
    std::vector<ObjectId> images;
    std::map<std::string, ObjectId> profiles; // by their bytes
};

} // namespace rapporteur::pdf
