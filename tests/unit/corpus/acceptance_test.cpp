// Warnings that somebody has looked at and accepted, with a reason, in the corpus.

#include "scratch.hpp"

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

// Two facts without a source, one translation missing, with this in the corpus's head.
Loaded load_with(const std::string& accepted) {
    Scratch scratch;
    replace(scratch.partner_text, "<summary source=\"page\"", "<summary");
    replace(scratch.partner_text, " source=\"page\" checked=\"2026-11-24\">\n    <role>",
            " checked=\"2026-11-24\">\n    <role>");
    replace(scratch.partner_text, "<text xml:lang=\"fr\" state=\"draft\" from=\"7c968fb71f50\">Membre</text>", "");
    replace(scratch.corpus_text, "  <partners>", accepted + "  <partners>");
    replace(scratch.corpus_text, "  </sources>",
            "  </sources>\n  <accepted warning=\"unused-source\">The page is cited next year.</accepted>\n");
    scratch.write();
    return scratch.load();
}

std::size_t count_of(const Loaded& loaded, WarningKind kind) {
    std::size_t count = 0;
    for (const Diagnostic& found : loaded.diagnostics) {
        count += found.kind == kind ? found.count : 0;
    }
    return count;
}

} // namespace

TEST_CASE("an accepted warning is counted and not reported") {
    const Loaded none = load_with("");
    REQUIRE(none.corpus);
    CHECK(count_of(none, WarningKind::unsourced) == 2);
    CHECK(count_of(none, WarningKind::untranslated) == 1);
    CHECK(none.found.warnings == 3);
    CHECK(none.found.accepted == 1); // the source that nothing names

    const Loaded some = load_with("  <accepted warning=\"unsourced\" partner=\"one\">Told by telephone.</accepted>\n"
                                  "  <accepted warning=\"untranslated\" language=\"fr\">By next year.</accepted>\n");
    CHECK(some.diagnostics.empty());
    CHECK(some.found.warnings == 0);
    CHECK(some.found.accepted == 4);
}

TEST_CASE("an acceptance that matches nothing is a warning, at its place") {
    const Loaded loaded = load_with("  <accepted warning=\"untranslated\" language=\"en\">By next year.</accepted>\n");
    REQUIRE(loaded.corpus);
    CHECK(count_of(loaded, WarningKind::unused_acceptance) == 1);
    CHECK(count_of(loaded, WarningKind::untranslated) == 1);
}
