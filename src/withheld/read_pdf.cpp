#include "withheld/read_pdf.hpp"

#include "withheld/letters.hpp"
#include "withheld/pdf_text.hpp"
#include "withheld/read_markup.hpp"
#include "withheld/read_package.hpp"

#include <exception>
#include <fmt/format.h>
#include <new>
#include <qpdf/JSON.hh> // QPDF.hh names it only: clang needs to know it whole
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace rapporteur::withheld {

namespace {

using Stream = QPDFObjectHandle;

std::string_view view(const std::shared_ptr<Buffer>& buffer) {
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// An address without what all addresses begin with.
std::string without_scheme(const std::string& text) {
    const std::size_t mark = text.find("://");
    const bool is_address = text.starts_with("http") && mark != std::string::npos;
    return is_address ? text.substr(mark + 3) : text;
}

// One PDF being read.
class Pdf {
public:
    Pdf(const std::string& bytes, const std::string& name, const OpenFiles& all) : open(all) {
        document.setSuppressWarnings(true);
        document.processMemoryFile(name.c_str(), bytes.data(), bytes.size());
    }

    Result<std::vector<Reading>> read() {
        Result<void> done = read_pages();
        done = done ? read_objects() : done;
        done = done ? check_fonts() : done;
        return done ? Result<std::vector<Reading>>(std::move(readings)) : tl::unexpected(done.error());
    }

private:
    CharacterMap* map_of(QPDFObjectHandle font) {
        QPDFObjectHandle cmap = font.getKey("/ToUnicode");
        if (!cmap.isStream()) {
            return nullptr;
        }
        settled.insert(cmap.getObjGen());
        const auto [known, is_new] = maps.try_emplace(font.getObjGen());
        if (is_new) {
            known->second = read_character_map(view(cmap.getStreamData(qpdf_dl_generalized)));
        }
        return &known->second;
    }

    Result<void> read_pages() {
        std::size_t number = 0;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(document).getAllPages()) {
            ++number;
            QPDFObjectHandle fonts = page.getAttribute("/Resources", false).getKey("/Font");
            std::string content;
            for (Stream& stream : page.getPageContents()) {
                settled.insert(stream.getObjGen());
                content.append(view(stream.getStreamData(qpdf_dl_generalized))).append("\n");
            }
            const auto font_of = [&](const std::string& name) -> CharacterMap* {
                return fonts.isDictionary() && fonts.hasKey("/" + name) ? map_of(fonts.getKey("/" + name)) : nullptr;
            };
            PageText text = read_page(content, font_of);
            const std::string where = fmt::format("page {}", number);
            if (!text.is_whole) {
                return surroundings_failed({}, fmt::format("{} shows glyphs whose meaning it doesn't tell", where));
            }
            readings.push_back({std::move(text.told), where});
            readings.push_back({std::move(text.drawn), where});
            readings.push_back({std::move(text.names), where});
        }
        return {};
    }

    // Every object that isn't part of another, and all in it; streams that pages or fonts are made of are read already.
    Result<void> read_objects() {
        std::vector<QPDFObjectHandle> objects = document.getAllObjects();
        find_binaries(objects);
        objects.push_back(document.getTrailer());
        Reading strings;
        strings.where = "a text, bookmark or name among its objects";
        Reading names;
        names.where = "a name or key among its objects";
        names.kind = Reading::Kind::vocabulary;
        for (QPDFObjectHandle& object : objects) {
            gather(object, strings.text, names.text);
            if (object.isStream() && settled.count(object.getObjGen()) == 0) {
                if (Result<void> read = read_stream(object); !read) {
                    return read;
                }
            }
        }
        readings.push_back(std::move(strings));
        readings.push_back(std::move(names));
        return {};
    }

    // Programs of fonts and colour profiles say nothing in words.
    void find_binaries(std::vector<QPDFObjectHandle>& objects) {
        for (QPDFObjectHandle& object : objects) {
            if (!object.isDictionary()) {
                continue;
            }
            for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3", "/DestOutputProfile"}) {
                if (object.hasKey(key)) {
                    settled.insert(object.getKey(key).getObjGen());
                }
            }
        }
    }

    // Strings under these keys are for programs: of character collections, output intents, namespaces, languages.
    static bool is_for_programs(const std::string& key) {
        static const std::set<std::string> keys = {"/Registry", "/Ordering",     "/OutputConditionIdentifier",
                                                   "/NS",       "/RegistryName", "/OutputCondition",
                                                   "/Lang",     "/Producer",     "/Creator"};
        return keys.count(key) > 0;
    }

    // Strings and names, of nested objects too, without going after references.
    static void gather(const QPDFObjectHandle& object, std::string& strings, std::string& names) {
        struct Waiting {
            QPDFObjectHandle object;
            bool is_for_programs;
        };
        std::vector<Waiting> waiting = {{object, false}};
        while (!waiting.empty()) {
            auto [next, to_programs] = waiting.back();
            waiting.pop_back();
            if (next.isString()) {
                (to_programs ? names : strings).append(without_scheme(next.getUTF8Value())).append("\n");
            } else if (next.isName()) {
                names.append(next.getName()).append("\n");
            } else if (next.isArray()) {
                for (QPDFObjectHandle& item : next.getArrayAsVector()) {
                    if (!item.isIndirect()) {
                        waiting.push_back({item, to_programs});
                    }
                }
            } else if (next.isDictionary() || next.isStream()) {
                QPDFObjectHandle entries = next.isStream() ? next.getDict() : next;
                for (auto& [key, value] : entries.getDictAsMap()) {
                    names.append(key).append("\n");
                    if (!value.isIndirect()) {
                        waiting.push_back({value, is_for_programs(key)});
                    }
                }
            }
        }
    }

    // A picture's stream is what its coding says, not text; what can't be decoded as text is read as it stands.
    Result<void> read_stream(Stream& stream) {
        QPDFObjectHandle entries = stream.getDict();
        const bool is_picture = entries.getKey("/Subtype").isNameAndEquals("/Image");
        const bool is_coded_as_picture = !stream.pipeStreamData(nullptr, 0, qpdf_dl_generalized);
        const std::shared_ptr<Buffer> data =
            is_coded_as_picture ? stream.getRawStreamData() : stream.getStreamData(qpdf_dl_generalized);
        if (open.contains(view(data))) {
            return {};
        }
        if (is_picture || is_coded_as_picture) {
            readings.push_back(binary(view(data), "a picture within"));
            return {};
        }
        const bool is_metadata = entries.getKey("/Type").isNameAndEquals("/Metadata");
        const bool is_xml = is_metadata || (entries.getKey("/Subtype").isName() &&
                                            entries.getKey("/Subtype").getName().find("xml") != std::string::npos);
        const bool is_svg = is_xml && entries.getKey("/Subtype").isName() &&
                            entries.getKey("/Subtype").getName().find("svg") != std::string::npos;
        const Markup markup = is_metadata ? Markup::data : (is_svg ? Markup::format : Markup::corpus);
        Result<std::vector<Reading>> read =
            is_xml ? read_xml(view(data), "a file within", markup) : read_part("a file within", view(data));
        if (!read) {
            return tl::unexpected(read.error());
        }
        std::move(read->begin(), read->end(), std::back_inserter(readings));
        return {};
    }

    // A character in a font's map that no page shows comes from a text that isn't there.
    Result<void> check_fonts() {
        for (const auto& [font, map] : maps) {
            for (const auto& [code, text] : map.texts) {
                if (map.used.count(code) == 0) {
                    return surroundings_failed({},
                                               fmt::format("a font has a glyph for “{}”, which no page shows", text));
                }
            }
        }
        return {};
    }

    QPDF document;
    const OpenFiles& open;
    std::vector<Reading> readings;
    std::map<QPDFObjGen, CharacterMap> maps; // by font
    std::set<QPDFObjGen> settled;            // streams that need no reading of their own
};

} // namespace

Result<std::vector<Reading>> read_pdf(const std::string& bytes, const std::string& name, const OpenFiles& open) {
    try {
        return Pdf(bytes, name, open).read();
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& problem) { // qpdf's way of telling
        return surroundings_failed(name, fmt::format("can't be read back: {}", problem.what()));
    }
}

} // namespace rapporteur::withheld
