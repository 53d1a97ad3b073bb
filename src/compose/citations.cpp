#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

const corpus::Source* source_of(const Composer& composer, const std::string& id) {
    const auto& sources = composer.edition.facts.sources;
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const corpus::Source& source) { return source.id == id; });
    return found == sources.end() ? nullptr : &*found;
}

void append_plain(Inlines& inlines, const std::string& text, const std::string& language = {}) {
    document::Text words;
    words.text = text;
    words.language = language;
    inlines.emplace_back(std::move(words));
}

Inlines citation(const Composer& composer, const corpus::Provenance& provenance, std::string_view word) {
    Inlines note;
    append_plain(note, composer.words[word] + " ");
    if (const corpus::Source* source = source_of(composer, provenance.source)) {
        document::Text title;
        title.text = composer.edition.plain(source->title);
        title.role = document::TextRole::emphasis;
        const edition::Passage passage = composer.edition.read(source->title);
        title.language = passage.is_fallback ? passage.version.language : std::string();
        note.emplace_back(std::move(title));
        if (!source->publisher.empty()) {
            append_plain(note, ", " + source->publisher);
        }
    }
    if (!provenance.locator.empty()) {
        append_plain(note, ", ");
        const bool translated = composer.edition.is_translation();
        append_plain(note, provenance.locator, translated ? composer.edition.facts.language : std::string());
    }
    std::string ending;
    if (provenance.checked) {
        ending += "; " + composer.words.fill("checked-on", {{"date", composer.date(*provenance.checked)}});
    }
    if (provenance.confidence == corpus::Confidence::inferred) {
        ending += "; " + composer.words["confidence-inferred"];
    } else if (provenance.confidence == corpus::Confidence::doubtful) {
        ending += "; " + composer.words["confidence-doubtful"];
    }
    append_plain(note, ending + ".");
    return note;
}

} // namespace

Citations::Key Citations::key_of(const corpus::Provenance& provenance) {
    return {provenance.source, provenance.locator, provenance.checked.value_or(corpus::Date{}), provenance.confidence};
}

Citations::Citations(Composer& with, const std::vector<const corpus::Provenance*>& all, std::string_view word)
    : composer(with), main_word(word) {
    std::map<Key, std::size_t> counts;
    std::size_t most = 0;
    for (const corpus::Provenance* provenance : all) {
        if (provenance->source.empty()) {
            continue;
        }
        const std::size_t count = ++counts[key_of(*provenance)];
        if (count > most) {
            most = count;
            main = key_of(*provenance);
            main_provenance = provenance;
        }
    }
}

std::size_t Citations::note_for(const corpus::Provenance& provenance, std::string_view word) {
    const auto [known, is_new] = notes.try_emplace(key_of(provenance), composer.document.notes.size());
    if (is_new) {
        document::Note note;
        note.id = "note-" + std::to_string(known->second + 1);
        note.text = citation(composer, provenance, word);
        composer.document.notes.push_back(std::move(note));
    }
    return known->second;
}

void Citations::call_main(Inlines& inlines) {
    if (main_provenance != nullptr && !main_called) {
        main_called = true;
        inlines.emplace_back(document::NoteReference{note_for(*main_provenance, main_word)});
    }
}

void Citations::call_own(Inlines& inlines, const corpus::Provenance& provenance) {
    if (!provenance.source.empty() && key_of(provenance) != main) {
        inlines.emplace_back(document::NoteReference{note_for(provenance, "source")});
    }
}

} // namespace rapporteur::compose
