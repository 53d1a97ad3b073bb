// Opens pages in Chromium at several widths and tells as JSON what in their tables is broken over lines, of figures,
// dates, amounts and the words of column heads, and how much wider than the window the page is:
// tables_in_a_browser.mjs MODULES CHROMIUM WORD FILE…; the word isn't sought.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, files, open } from './browsing.mjs';

const widths = [320, 480, 600, 700, 800, 1200];

// What stands between ordinary spaces is one word: a no-break space is part of it.
const broken = (page) => page.evaluate(() => {
  const found = [];
  for (const cell of document.querySelectorAll('th, td')) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (const word of text.data.matchAll(/[^ \n\t]+/g)) {
        const is_prose = /[\u3000-\u9fff]{6}/.test(word[0]); // Chinese has no spaces
        const is_figure = !is_prose && /\p{Nd}/u.test(word[0]) && !/:\/\/|www\.|^[a-z]+\d+$/.test(word[0]);
        if (!is_figure && !cell.matches('thead th')) {
          continue;
        }
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
        if (lines.size > 1) {
          found.push(word[0]);
        }
      }
    }
  }
  return found;
});

const told = {};
for (const file of files) {
  told[file] = {};
  for (const width of widths) {
    const page = await open(pathToFileURL(resolve(file)).href, { width });
    told[file][width] = { broken: await broken(page),
      excess: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth) };
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify(told));
