#include "compose/composer.hpp"

namespace rapporteur::compose {

void add_text(Texts& texts, const std::optional<corpus::Text>& text) {
    if (text) {
        texts.push_back(&*text);
    }
}

void add_text(Texts& texts, const std::optional<corpus::Statement>& statement) {
    if (statement) {
        texts.push_back(&statement->text);
    }
}

Texts texts_of(const std::vector<corpus::Risk>& risks) {
    Texts texts;
    for (const corpus::Risk& risk : risks) {
        texts.push_back(&risk.statement.text);
        add_text(texts, risk.response);
    }
    return texts;
}

void LanguageRemarks::say(std::string_view word, const std::string& language, bool& is_said,
                          std::vector<Block>& blocks) const {
    if (!is_said) {
        is_said = true;
        const std::string name = composer.words.name_of_language(language);
        blocks.emplace_back(
            paragraph(document::ParagraphRole::remark, composer.words.fill(word, {{"language", name}})));
    }
}

void LanguageRemarks::add(const facts::Said& said, std::vector<Block>& blocks) {
    if (!said.language.empty() && said.language != composer.edition.reader.language) {
        say("shown-in", said.language, said_fallback, blocks);
    }
}

void LanguageRemarks::add(const Texts& texts, std::vector<Block>& blocks) {
    for (const corpus::Text* text : texts) {
        const edition::Passage passage = composer.edition.read(*text);
        if (passage.is_fallback) {
            say("shown-in", passage.version.language, said_fallback, blocks);
        } else if (passage.version.stale) {
            say("stale", composer.edition.facts.language, said_stale, blocks);
        }
    }
}

} // namespace rapporteur::compose
