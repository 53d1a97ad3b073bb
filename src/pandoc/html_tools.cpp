#include "pandoc/html_parts.hpp"
#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

std::string page_tools(const document::Document& document, const std::vector<ContentsEntry>& contents) {
    const document::Labels& labels = document.labels;
    std::string html = "<div class=\"tools\"><div>\n";
    html +=
        fmt::format("<form class=\"find\" id=\"find\" role=\"search\" hidden data-found=\"{}\" data-nothing=\"{}\">\n"
                    "<label for=\"find-words\">{}</label>\n"
                    "<input id=\"find-words\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">\n"
                    "<output for=\"find-words\"></output>\n<ol></ol>\n</form>\n",
                    escaped(labels.places_found), escaped(labels.nothing_found), escaped(labels.find));
    html += fmt::format(
        "<nav aria-labelledby=\"contents\">\n<details open>\n<summary><h2 id=\"contents\">{}</h2></summary>\n"
        "<ol>\n",
        escaped(labels.contents));
    for (const ContentsEntry& entry : contents) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(entry.id), entry.title);
    }
    return html + "</ol>\n</details>\n</nav>\n</div></div>\n";
}

std::string_view find_script() {
    return R"JS('use strict';
(() => {
  const form = document.getElementById('find');
  const input = form.querySelector('input');
  const said = form.querySelector('output');
  const list = form.querySelector('ol');
  const blocks = 'p, li, caption, th, td, figcaption, h2, h3, h4';
  const most = 60; // results listed
  let places = null;
  let shown = -1;
  form.hidden = false;
  if (window.CSS && CSS.highlights) {
    document.styleSheets[0].insertRule('::highlight(found) { background-color: var(--found); }');
  }

  // Where the contents stands above the text, it shows when it is asked for.
  if (matchMedia('(max-width: 60rem)').matches) {
    document.querySelector('.tools details').open = false;
  }

  // Small letters without accents, one for one, so that places in the folded text are places in the text.
  const folded = (text) => {
    let out = '';
    for (const letter of text) {
      out += (/\s/.test(letter) ? ' ' : letter.normalize('NFD')[0].toLowerCase()[0]).padEnd(letter.length);
    }
    return out;
  };

  // Blocks that hold text and no other block, with the part that they are in.
  const gather = () => {
    const found = [];
    for (const part of document.querySelectorAll('main section.part')) {
      const title = part.querySelector('h2').textContent;
      for (const element of part.querySelectorAll(blocks)) {
        if (!element.querySelector(blocks)) {
          found.push({ element, title, text: element.textContent, folded: folded(element.textContent) });
        }
      }
    }
    return found;
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

  const entry = (place, at, length, number) => {
    const { element, title, text } = place;
    element.id = element.id || 'found-' + number;
    const link = document.createElement('a');
    link.href = '#' + element.id;
    const part = document.createElement('small');
    part.textContent = title;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, at + length);
    const from = Math.max(0, at - 40);
    link.append(part, (from > 0 ? '…' : '') + text.slice(from, at).trimStart(), mark,
      text.slice(at + length, at + length + 60).trimEnd() + (text.length > at + length + 60 ? '…' : ''));
    const item = document.createElement('li');
    item.append(link);
    return item;
  };

  const find = () => {
    places = places || gather();
    const words = folded(input.value.trim().replace(/\s+/g, ' '));
    const ranges = [];
    let count = 0;
    list.replaceChildren();
    shown = -1;
    if (words.length > 1) {
      for (const place of places) {
        for (let at = place.folded.indexOf(words); at >= 0; at = place.folded.indexOf(words, at + words.length)) {
          ranges.push(range(place.element, at, at + words.length));
          if (++count <= most) {
            list.append(entry(place, at, words.length, count));
          }
        }
      }
    }
    said.textContent = words.length < 2 ? '' : count ? form.dataset.found + ' ' + count : form.dataset.nothing;
    if (window.CSS && CSS.highlights) {
      CSS.highlights.set('found', new Highlight(...ranges));
    }
  };

  let waiting = 0;
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
    if (links.length > 0) {
      shown = (shown + 1) % links.length;
      document.getElementById(links[shown].hash.slice(1)).scrollIntoView({ block: 'center' });
      links.forEach((link, at) => link.setAttribute('aria-current', String(at === shown)));
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      find();
      input.focus();
    }
  });
})();
)JS";
}

} // namespace rapporteur::pandoc
