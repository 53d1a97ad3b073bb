// What a limit allows is read; one more is refused, with the limit's name.

#include "scratch.hpp"

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

// What a corpus has of something, and how often that is allowed: as often as it stands there, then once less.
void require_bound(Scratch& scratch, Limit limit, std::uint64_t has, const std::string& said) {
    scratch.write();
    scratch.limits.set(limit, has);
    INFO(scratch.found());
    CHECK(scratch.load().found.errors == 0);
    scratch.limits.set(limit, has - 1);
    CHECK_FALSE(scratch.load().corpus);
    CHECK(scratch.found().find(said) != std::string::npos);
}

std::string marks(std::size_t count) {
    std::string text;
    for (std::size_t at = 0; at < count; ++at) {
        text += "\u0301";
    }
    return text;
}

} // namespace

TEST_CASE("a corpus has as many partners and texts as the limits allow") {
    Scratch two;
    const std::string second =
        "<partner id=\"two\" kind=\"ngo\" status=\"active\">"
        "<name><text xml:lang=\"en\">Two</text></name><summary><text xml:lang=\"en\">Two.</text></summary>"
        "<relationship id=\"m\" kinds=\"member\" from=\"1993\"/></partner></partners>";
    replace(two.corpus_text, "</partners>", second);
    require_bound(
        two, Limit::partners, 2,
        "partners/one.xml:1:1: error: the corpus, up to this file: 2 partners; the limit “partners” allows 1\n"
        "partners/one.xml:1:1: hint: if that is meant, raise it with --limit partners=…");
    Scratch texts;
    require_bound(texts, Limit::texts, 12, "12 texts; the limit “texts” allows 11");
}

TEST_CASE("a corpus has as many bytes as the limit allows") {
    Scratch scratch;
    scratch.corpus_text +=
        std::string(limits::mebibyte - scratch.corpus_text.size() - scratch.partner_text.size(), '\n');
    scratch.limits.set(Limit::corpus, 1);
    scratch.write();
    CHECK(scratch.load().found.errors == 0);
    scratch.corpus_text += '\n';
    scratch.write();
    CHECK(scratch.found().find("2 MiB; the limit “corpus” allows 1") != std::string::npos);
    scratch.limits = Limits();
    scratch.limits.set(Limit::file, 1);
    CHECK(scratch.load().found.errors == 0);
    scratch.corpus_text += std::string(limits::mebibyte, '\n');
    scratch.write();
    CHECK(scratch.found().find("corpus.xml: error: the file: 2 MiB; the limit “file” allows 1\n") != std::string::npos);
}

TEST_CASE("elements stand as deep, and tags are as long, as the limits allow") {
    Scratch deep;
    require_bound(deep, Limit::depth, 5, "5 elements; the limit “depth” allows 4");
    Scratch tag;
    replace(tag.partner_text, "from=\"1993\"", "from=\"1993\"" + std::string(500, ' '));
    const std::size_t begin = tag.partner_text.find("<relationship");
    const std::size_t length = tag.partner_text.find('>', begin) + 1 - begin;
    require_bound(tag, Limit::tag, length, " bytes; the limit “tag” allows ");
}

TEST_CASE("as many marks stand on a letter as the limit allows, written as they are, as references, or joined") {
    for (const std::string& letter : {"x" + marks(30), std::string("x") + "<em>" + marks(30) + "</em>"}) {
        Scratch scratch;
        replace(scratch.partner_text, "One works with us.", letter);
        require_bound(scratch, Limit::marks, 30, "<text> on one letter: 30 marks; the limit “marks” allows 29");
    }
    std::string joined = "\U0001F469";
    std::string references = "x";
    for (int at = 0; at < 15; ++at) {
        joined += "\u200D\U0001F469";
        references += "&#x301;";
    }
    Scratch family;
    replace(family.partner_text, "One works with us.", joined);
    require_bound(family, Limit::marks, 30, "30 marks; the limit “marks” allows 29");
    Scratch referred;
    replace(referred.partner_text, "One works with us.", references);
    require_bound(referred, Limit::marks, 15, "15 marks; the limit “marks” allows 14");
}
