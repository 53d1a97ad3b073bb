#include "pandoc/html_parts.hpp"
#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

std::string find_form(const document::Document& document, const std::string& places) {
    const document::Labels& labels = document.labels;
    const std::string elsewhere = places.empty() ? std::string() : fmt::format(" data-places=\"{}\"", escaped(places));
    return fmt::format(
        "<form class=\"find\" id=\"find\" role=\"search\" hidden data-found=\"{}\" data-nothing=\"{}\"{}>\n"
        "<label for=\"find-words\">{}</label>\n"
        "<input id=\"find-words\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">\n"
        "<output for=\"find-words\"></output>\n<ol></ol>\n</form>\n",
        escaped(labels.places_found), escaped(labels.nothing_found), elsewhere, escaped(labels.find));
}

std::string_view find_script() {
    return R"JS('use strict';
(() => {
  const form = document.getElementById('find');
  const input = form.querySelector('input');
  const said = form.querySelector('output');
  const list = form.querySelector('ol');
  const blocks = 'p, li, caption, th, td, figcaption, h1, h2, h3, h4';
  const most = 60; // results listed
  let shown = -1;
  form.hidden = false;
  if (window.CSS && CSS.highlights) {
    const sheet = new CSSStyleSheet(); // a sheet from a disk can't be added to
    sheet.insertRule('::highlight(found) { background-color: var(--found); }');
    document.adoptedStyleSheets.push(sheet);
  }

  // Where the contents stands above the text, it shows when it is asked for.
  const contents = document.querySelector('.tools details');
  if (contents && matchMedia('(max-width: 60rem)').matches) {
    contents.open = false;
  }

  // Small letters without accents and without soft hyphens and their like, which only divide words; and for each, where
  // in the text it stands.
  const fold = (text) => {
    let folded = '';
    const places = [];
    let at = 0;
    for (const letter of text) {
      if (!/[\u00ad\u200b\u2060\ufeff]/.test(letter)) {
        folded += /\s/.test(letter) ? ' ' : letter.normalize('NFD')[0].toLowerCase()[0];
        places.push(at);
      }
      at += letter.length;
    }
    places.push(at);
    return { folded, places };
  };

  // Blocks of this page that hold text and no other block, with the part that they are in.
  let gathered = null;
  const here = () => {
    if (!gathered) {
      gathered = [];
      for (const part of document.querySelectorAll('main .part')) {
        const title = part.querySelector('h1, h2').textContent;
        for (const element of part.querySelectorAll(blocks)) {
          if (!element.querySelector(blocks)) {
            const text = element.textContent;
            gathered.push({ file: '', element, title, text, ...fold(text) });
          }
        }
      }
    }
    return gathered;
  };

  // Of every page of a site, told by a script beside it that is fetched when it is first wanted.
  let listed = null;
  const everywhere = () => {
    if (!form.dataset.places) {
      return here();
    }
    if (!listed && window.placesOfReport) {
      listed = window.placesOfReport.map(([file, id, title, text]) => ({ file, id, title, text, ...fold(text) }));
    }
    return listed || [];
  };
  const fetchPlaces = () => {
    if (form.dataset.places && !document.getElementById('places')) {
      const script = document.createElement('script');
      script.id = 'places';
      script.src = form.dataset.places;
      script.addEventListener('load', find);
      document.head.append(script);
    }
  };

  const range = (element, from, to) => {
    const made = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = passed + node.length;
      if (!begun && from < end) {
        made.setStart(node, from - passed);
        begun = true;
      }
      if (begun && to <= end) {
        made.setEnd(node, to - passed);
        break;
      }
      passed = end;
    }
    return made;
  };

  const eachHit = (places, words, tell) => {
    for (const place of places) {
      for (let at = place.folded.indexOf(words); at >= 0; at = place.folded.indexOf(words, at + words.length)) {
        tell(place, place.places[at], place.places[at + words.length - 1] + 1);
      }
    }
  };

  const entry = (place, at, end, number) => {
    const { file, element, title, text } = place;
    if (element) {
      element.id = element.id || 'found-' + number;
    }
    const link = document.createElement('a');
    link.href = (file ? file + '?find=' + encodeURIComponent(input.value.trim()) : '') + '#' + (element || place).id;
    const part = document.createElement('small');
    part.textContent = title;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, end);
    const from = Math.max(0, at - 40);
    link.append(part, (from > 0 ? '…' : '') + text.slice(from, at).trimStart(), mark,
      text.slice(end, end + 60).trimEnd() + (text.length > end + 60 ? '…' : ''));
    const item = document.createElement('li');
    item.append(link);
    return item;
  };

  const find = () => {
    const words = fold(input.value.trim().replace(/\s+/g, ' ')).folded;
    const ready = !form.dataset.places || window.placesOfReport;
    const ranges = [];
    let count = 0;
    list.replaceChildren();
    shown = -1;
    if (words.length > 1) {
      eachHit(here(), words, (place, at, end) => ranges.push(range(place.element, at, end)));
      eachHit(everywhere(), words, (place, at, end) => {
        if (++count <= most) {
          list.append(entry(place, at, end, count));
        }
      });
    }
    said.textContent = words.length < 2 || !ready ? '' : count ? form.dataset.found + ' ' + count : form.dataset.nothing;
    if (window.CSS && CSS.highlights) {
      CSS.highlights.set('found', new Highlight(...ranges));
    }
  };

  let waiting = 0;
  input.addEventListener('focus', fetchPlaces);
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    if (shown < 0) {
      find();
    }
    const links = list.querySelectorAll('a');
    if (links.length === 0) {
      return;
    }
    shown = (shown + 1) % links.length;
    const target = document.getElementById(links[shown].hash.slice(1));
    if (links[shown].pathname === location.pathname && target) {
      target.scrollIntoView({ block: 'center' });
      links.forEach((link, at) => link.setAttribute('aria-current', String(at === shown)));
    } else {
      location.href = links[shown].href;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      find();
      input.focus();
    }
  });

  const asked = new URLSearchParams(location.search).get('find'); // from a result on another page
  if (asked) {
    input.value = asked;
    fetchPlaces();
    find();
  }
})();
)JS";
}

} // namespace rapporteur::pandoc
