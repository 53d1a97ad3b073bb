#include "archive/readme.hpp"

#include <fmt/format.h>

namespace rapporteur::archive {

std::string bag_info(const About& about, const std::string& payload_oxum) {
    std::string text = fmt::format("Source-Organization: {}\n"
                                   "External-Description: {}: corpus, schema, styles, outputs and recipe\n"
                                   "External-Identifier: {}\n"
                                   "Bag-Group-Identifier: {}\n"
                                   "Bagging-Date: {}\n"
                                   "Bag-Software-Agent: {}\n"
                                   "Payload-Oxum: {}\n",
                                   about.holder, about.title, about.identifier, about.corpus, about.date,
                                   about.software, payload_oxum);
    if (!about.previous.empty()) {
        text += fmt::format("Previous-Bag: {}\nPrevious-Bag-Digest: {}\n", about.previous, about.previous_digest);
    }
    return text;
}

std::string readme(const About& about) {
    return fmt::format(R"({title}
{holder}, state of {date}

This folder is an archive: what was published, what it was made from, and how. It is a bag as BagIt 1.0 (RFC 8493)
describes it; many programs of archives and libraries read it, and so does anyone with the usual tools.

  data/output/        the publications, as they were given out
  data/sources/       the facts that they were made from: XML, begin with {corpus}
  data/earlier/       where it is there: the earlier facts that the publications tell the changes from
  data/schema/        the rules of that XML, with an explanation of every element (XML Schema)
  data/styles/        how the publications look, and the words that the program printed of its own
  data/recipe.json    which program, libraries and fonts made them, each with its version or digest
  bag-info.txt        what the bag is, and which bag came before it

The corpus may hold facts that aren't meant for everyone (audience="internal" or "donor"): the bag as a whole is for the
organisation itself. What may be given out is in data/output.

Is it whole? In this folder:

  sha512sum --check --quiet manifest-sha512.txt tagmanifest-sha512.txt

says nothing if every file is as it was. With Python's bagit: bagit.py --validate FOLDER. With the program itself,
which also makes the publications again and compares them: rapporteur verify FOLDER.

Is it signed? If there is a tagmanifest-sha512.txt.sig, someone signed it with an OpenSSH key. With the public key, which
you must have from elsewhere, in KEY.pub:

  (printf 'signer '; cat KEY.pub) > allowed
  ssh-keygen -Y verify -f allowed -I signer -n rapporteur -s tagmanifest-sha512.txt.sig < tagmanifest-sha512.txt

If there is a tagmanifest-sha512.txt.minisig, with minisign: minisign -V -p KEY.pub -m tagmanifest-sha512.txt
)",
                       fmt::arg("title", about.title), fmt::arg("holder", about.holder), fmt::arg("date", about.date),
                       fmt::arg("corpus", about.corpus_file));
}

} // namespace rapporteur::archive
