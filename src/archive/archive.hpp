#pragma once

// The yearly archive: a bag (BagIt 1.0, RFC 8493) that proves in later years what was printed, from what and by which
// tools, and that nothing in it was altered since.
//
//     NAME/bagit.txt  bag-info.txt  README.txt           what this is, for people and for programs
//          manifest-sha256.txt     manifest-sha512.txt     the digests of everything below data/
//          tagmanifest-sha256.txt  tagmanifest-sha512.txt  the digests of everything else
//          tagmanifest-sha512.txt.sig (or .minisig)        a signature of that file, and so of the whole
//          data/recipe.json                                which tools made the outputs, and how
//          data/sources/  data/schema/  data/styles/       what they were made from
//          data/earlier/                                   the corpus that changes are told from, where they are
//          data/output/                                    the outputs themselves
//
// Or the same as one ZIP file, NAME.zip, its entries stored as they are. A bag has the same bytes whenever it is made
// from the same things: dates come from the corpus, names are sorted, nothing knows the clock or the machine.
//
// Each file is read whole, one after the other, so memory is that of the largest (for a ZIP, that of the whole).
// Failures of the disk have cause `surroundings`; a bag that isn't as it was made is a fault of cause `corpus`.

#include "support/diagnostic.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::archive {

// How the outputs in a bag were made: enough to make them again, and to say what differs where they come out otherwise.
struct Recipe {
    struct Tool {
        std::string name; // "harfbuzz"
        std::string version;
        bool operator==(const Tool&) const = default;
    };
    struct File {
        std::string name; // a file's name alone, or a path in the bag
        std::string sha256;
        bool operator==(const File&) const = default;
    };
    // How recipes are written: from the second form on, reports print the digest of what their readers get of the
    // corpus; before it, they printed that of the whole.
    static constexpr int own_digest = 2;
    static constexpr int newest = 2;
    int form = newest;
    std::string version; // of rapporteur
    std::string source;  // the SHA-256 of `sha256sum` of its sources, in the order of their names
    std::vector<Tool> tools;
    std::vector<File> fonts;
    std::vector<File> hyphenation; // the pattern files
    std::string corpus;            // path in the bag: "data/sources/dci-partnerships/corpus.xml"
    std::string date;              // of the corpus
    std::string digest;            // of the corpus, as the report prints it; empty in a bag's recipe
    std::string since;             // path in the bag of the earlier corpus that changes are told from; empty for none
    std::vector<std::string> formats;
    std::vector<std::string> languages;
    std::string audience;
    std::string style;
    std::string paper; // empty: the style's own
    bool crop_marks = false;
    std::string standard;             // of the PDF
    bool compact = false;             // its packing
    bool attachments = true;          // in it
    std::vector<std::string> outputs; // paths in the bag
};

inline constexpr const char* recipe_file = "data/recipe.json";

std::string to_json(const Recipe& recipe);

// In which tools, fonts and patterns the two differ, each as a sentence; the first is the one of the bag.
std::vector<std::string> differences(const Recipe& then, const Recipe& now);

// The words of a publication (PDF, EPUB, DOCX, HTML) without how they look, for when two of them have other bytes.
// Those of a PDF are read by pdftotext: nothing where that isn't installed.
Result<std::optional<std::string>> words_of(const std::filesystem::path& publication);

// What bag-info.txt and README.txt tell.
struct About {
    std::string name; // of the bag
    std::string holder;
    std::string title;
    std::string corpus;      // its id
    std::string corpus_file; // its path in the bag
    std::string date;        // ISO 8601
    std::string identifier;
    std::string software; // "rapporteur 0.1.0"
    std::string previous; // name of the bag before this one; empty for the first
    std::string previous_digest;
};

// Turns a folder that holds data/ into a bag: writes everything beside data/. With a key, the bag is signed: an OpenSSH
// private key (or the public one, where an agent holds the private), or a minisign secret key without a password.
Result<void> seal(const std::filesystem::path& folder, const About& about, const std::filesystem::path& key);

// The bag as one ZIP file, whole or not at all.
Result<void> write_zip(const std::filesystem::path& folder, const std::string& name,
                       const std::filesystem::path& destination);

enum class BagContainer : std::uint8_t {
    folder,
    zip,
    pdf // what travels in a report, laid out as in a bag; it has no manifests, and proves itself by being made again
};

// A bag to be read; a ZIP or a PDF is unpacked for as long as this lives.
struct Bag {
    BagContainer container = BagContainer::folder;
    std::string name;             // as given
    std::filesystem::path folder; // that holds bagit.txt
    std::filesystem::path corpus; // of a PDF: where its corpus lies in the folder; a bag's recipe says it
    std::optional<TemporaryFolder> unpacked;
    Diagnostics faults; // of the ZIP around it
};

// The same fault, told of the file's place in the bag as it was named, not of where a ZIP was unpacked.
Diagnostic told_of_place(const Bag& bag, Diagnostic fault);

// By its first bytes, or by its name where it can't be read.
bool is_pdf(const std::filesystem::path& path);

// A folder with a bag in it, a ZIP, or a PDF; not an XML file.
bool looks_like_bag(const std::filesystem::path& path);
Result<Bag> open(const std::filesystem::path& path);

// Everything that isn't as it was when the bag was made: files altered, missing, added; manifests altered. Each fault
// names its file. None: every byte is as it was, as far as the manifests can be believed; a signature says whether.
Diagnostics check(const Bag& bag);

Result<Recipe> read_recipe(const Bag& bag);

// The digest that a later bag names this one by: "sha512:…" of its tagmanifest-sha512.txt.
Result<std::string> digest_of(const Bag& bag);

// "Previous-Bag" and "Previous-Bag-Digest" as bag-info.txt has them; empty where this is the first.
Result<std::pair<std::string, std::string>> previous_of(const Bag& bag);

// A file that travels inside a PDF (ISO 19005-3, 6.8).
struct AttachedFile {
    std::string name;
    std::string relationship; // "Source", "Schema", "Supplement", …
    std::string bytes;
};

// Those that the document as a whole is associated with (its AF), in that order. A PDF that can't be read without being
// repaired is a fault of cause `corpus`.
Result<std::vector<AttachedFile>> attached_files(const std::filesystem::path& pdf);

enum class Signing : std::uint8_t {
    unsigned_bag,
    good,         // and by the key that was given
    not_compared, // an OpenSSH signature that fits the bag; whose it is, no key was given to say
    unreadable,   // a minisign signature, which can't be checked without a key
};

struct Signature {
    Signing signing = Signing::unsigned_bag;
    std::string file; // its name in the bag
    std::string by;   // the key's fingerprint or number
};

// `key` is a public key, OpenSSH's or minisign's; empty for none. A signature that doesn't fit the bag, that is by
// another key, or that is missing where a key was given, is a fault with its own sentence.
Result<Signature> check_signature(const Bag& bag, const std::filesystem::path& key);

} // namespace rapporteur::archive
