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

Inlines citation(const Composer& composer, const corpus::Provenance& provenance, bool whole_section) {
    Inlines note;
    const bool translated = composer.edition.is_translation();
    const std::string in_main_language = translated ? composer.edition.facts.language : std::string();
    const std::string colon = composer.words["colon"]; // a wide one, as Chinese has it, holds its own space
    append_plain(note,
                 composer.words[whole_section ? "source-of-section" : "source"] + (colon.back() == ' ' ? " " : ""));
    if (const corpus::Source* source = source_of(composer, provenance.source)) {
        document::Text title;
        title.text = composer.edition.plain(source->title);
        title.role = document::TextRole::emphasis;
        const edition::Passage passage = composer.edition.read(source->title);
        title.language = passage.is_fallback ? passage.version.language : std::string();
        note.emplace_back(std::move(title));
        if (!source->publisher.empty()) {
            append_plain(note, composer.words["comma"]);
            append_plain(note, source->publisher, in_main_language);
        }
    }
    if (!provenance.locator.empty()) {
        append_plain(note, composer.words["comma"]);
        append_plain(note, provenance.locator, in_main_language);
    }
    const std::string semicolon = composer.words["semicolon"];
    std::string ending;
    if (provenance.checked) {
        ending += semicolon + composer.words.fill("checked-on", {{"date", composer.date(*provenance.checked)}});
    }
    if (provenance.confidence == corpus::Confidence::inferred) {
        ending += semicolon + composer.words["confidence-inferred"];
    } else if (provenance.confidence == corpus::Confidence::doubtful) {
        ending += semicolon + composer.words["confidence-doubtful"];
    }
    append_plain(note, composer.words.closed(ending));
    return note;
}

} // namespace

Citations::Key Citations::key_of(const corpus::Provenance& provenance) {
    return {provenance.source, provenance.locator, provenance.checked.value_or(corpus::Date{}), provenance.confidence};
}

Citations::Citations(Composer& with, const std::vector<const corpus::Provenance*>& all) : composer(with) {
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

std::size_t Citations::note_for(const corpus::Provenance& provenance, bool whole_section) {
    const auto [known, is_new] = notes.try_emplace(key_of(provenance), composer.document.notes.size());
    if (is_new) {
        document::Note note;
        note.id = "note-" + std::to_string(known->second + 1);
        note.text = citation(composer, provenance, whole_section);
        composer.document.notes.push_back(std::move(note));
    }
    return known->second;
}

void Citations::call_main(Inlines& inlines) {
    if (main_provenance != nullptr && !main_called) {
        main_called = true;
        inlines.emplace_back(document::NoteReference{note_for(*main_provenance, true)});
    }
}

void Citations::call_own(Inlines& inlines, const corpus::Provenance& provenance) {
    if (!provenance.source.empty() && key_of(provenance) != main) {
        inlines.emplace_back(document::NoteReference{note_for(provenance, false)});
    }
}

} // namespace rapporteur::compose
