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

// What the source says of this locator in the reader's language, where it does.
const corpus::Text* translated_locator(const Composer& composer, const std::string& source,
                                       const std::string& locator) {
    const corpus::Source* known = source_of(composer, source);
    if (known == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(known->locators.begin(), known->locators.end(),
                                    [&](const corpus::Text& text) { return words_of(text) == locator; });
    return found == known->locators.end() ? nullptr : &*found;
}

void append_plain(Inlines& inlines, const std::string& text, const std::string& language = {}) {
    document::Text words;
    words.text = text;
    words.language = language;
    inlines.emplace_back(std::move(words));
}

} // namespace

Inlines Citations::citation(const Cited& cited) const {
    Inlines note;
    const bool translated = composer.edition.is_translation();
    const std::string in_main_language = translated ? composer.edition.facts.language : std::string();
    const bool names_source = !cited.provenance.source.empty();
    const std::string colon = composer.words["colon"]; // a wide one, as Chinese has it, holds its own space
    append_plain(note, composer.words[cited.word] + (names_source && colon.back() == ' ' ? " " : ""));
    if (const corpus::Source* source = source_of(composer, cited.provenance.source)) {
        document::Text title;
        title.text = composer.edition.marked(source->title);
        title.role = document::TextRole::emphasis;
        const edition::Passage passage = composer.edition.read(source->title);
        title.language = passage.is_fallback ? passage.version.language : std::string();
        note.emplace_back(std::move(title));
        if (!source->publisher.empty()) {
            append_plain(note, composer.words["comma"]);
            append_plain(note, source->publisher, in_main_language);
        }
    }
    const std::string semicolon = composer.words["semicolon"];
    for (std::size_t at = 0; at < cited.locators.size(); ++at) {
        append_plain(note, at == 0 ? composer.words["comma"] : semicolon);
        if (const corpus::Text* told = translated_locator(composer, cited.provenance.source, cited.locators[at])) {
            append(note, marked_inlines_of(composer, *told));
        } else {
            append_plain(note, cited.locators[at], in_main_language);
        }
    }
    std::string ending;
    if (cited.first_check.year > 0) {
        const std::string first = composer.date(cited.first_check);
        ending +=
            semicolon + (cited.first_check == cited.last_check
                             ? composer.words.fill("checked-on", {{"date", first}})
                             : composer.words.fill("checked-between",
                                                   {{"first", first}, {"last", composer.date(cited.last_check)}}));
    }
    if (cited.provenance.confidence == corpus::Confidence::inferred) {
        ending += semicolon + composer.words["confidence-inferred"];
    } else if (cited.provenance.confidence == corpus::Confidence::doubtful) {
        ending += semicolon + composer.words["confidence-doubtful"];
    }
    append_plain(note, composer.words.closed(ending));
    return note;
}

Citations::Key Citations::key_of(const corpus::Provenance& provenance) const {
    if (manner.notes == NotesFor::each_source) {
        return {provenance.source, {}, {}, provenance.confidence};
    }
    return {provenance.source, provenance.locator, provenance.checked.value_or(corpus::Date{}), provenance.confidence};
}

Citations::Citations(Composer& with, const std::vector<const corpus::Provenance*>& all, const Manner& as)
    : composer(with), manner(as) {
    const auto names_source = [](const corpus::Provenance* provenance) { return !provenance->source.empty(); };
    if (!std::all_of(all.begin(), all.end(), names_source)) { // no note may speak for all of them
        marks_missing_sources = std::any_of(all.begin(), all.end(), names_source);
        return;
    }
    if (manner.main_word.empty()) {
        return;
    }
    std::map<Key, std::size_t> counts;
    std::size_t most = 0;
    for (const corpus::Provenance* provenance : all) {
        const std::size_t count = ++counts[key_of(*provenance)];
        if (count > most) {
            most = count;
            main = key_of(*provenance);
            main_provenance = provenance;
        }
    }
}

std::size_t Citations::note_for(const corpus::Provenance& provenance, std::string_view word) {
    const auto [known, is_new] = notes.try_emplace(key_of(provenance));
    Cited& cited = known->second;
    if (is_new) {
        cited.note = composer.document.notes.size();
        cited.provenance = provenance;
        cited.word = word;
        document::Note note;
        note.id = "note-" + std::to_string(cited.note + 1);
        if (const corpus::Source* source = source_of(composer, provenance.source)) {
            composer.tell(note.facts, source->title.place, facts::Field::source);
        }
        composer.document.notes.push_back(std::move(note));
    }
    const bool is_told =
        std::find(cited.locators.begin(), cited.locators.end(), provenance.locator) != cited.locators.end();
    if (!is_told && !provenance.locator.empty()) {
        cited.locators.push_back(provenance.locator);
        if (const corpus::Text* locator = translated_locator(composer, provenance.source, provenance.locator)) {
            composer.tell(composer.document.notes[cited.note].facts, locator->place, facts::Field::locator);
        }
    }
    const corpus::Date checked = provenance.checked.value_or(corpus::Date{});
    cited.first_check = is_new ? checked : std::min(cited.first_check, checked);
    cited.last_check = std::max(cited.last_check, checked);
    composer.document.notes[cited.note].text = citation(cited);
    return cited.note;
}

void Citations::call_main(Inlines& inlines) {
    if (main_provenance != nullptr && !main_called) {
        main_called = true;
        inlines.emplace_back(document::NoteReference{note_for(*main_provenance, manner.main_word)});
    }
}

void Citations::cite(Inlines& inlines, const corpus::Provenance& provenance) {
    if (main_provenance != nullptr && key_of(provenance) == main) {
        call_main(inlines);
    } else if (!provenance.source.empty()) {
        inlines.emplace_back(document::NoteReference{note_for(provenance, "source")});
    } else if (marks_missing_sources) {
        inlines.emplace_back(document::NoteReference{note_for(provenance, "no-source")});
    }
}

} // namespace rapporteur::compose
