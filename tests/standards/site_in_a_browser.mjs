// Opens the pages of a site in Chromium and tells as JSON what there is to see: site_in_a_browser.mjs MODULES CHROMIUM
// WORD FILE…; the first file is the front.

import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, excess, files, lookUp, open, violations } from './browsing.mjs';

const facts = async (url) => {
  const page = await open(url);
  const told = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll('main h1, main h2, main h3')].map((heading) => heading.tagName),
    links: [...document.querySelectorAll('a[href], link[rel="alternate"]')].map((link) => link.href)
      .filter((target) => target.startsWith('file:')),
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
  }));
  const beside = (asked) => asked.startsWith(pathToFileURL(dirname(new URL(url).pathname)).href + '/');
  told.fetchedElsewhere = page.asked.filter((asked) => !asked.startsWith('data:') && !beside(asked));
  told.complaints = page.complaints;
  await page.close();
  return told;
};

// From the front to a word on another page, by keyboard.
const finding = async (url) => {
  const page = await open(url);
  await page.focus('#find-words');
  await lookUp(page);
  const listed = await page.$$eval('#find ol a', (links) => links.map((link) => new URL(link.href).pathname));
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForFunction(() => document.querySelector('#find output').textContent !== '');
  const led = await page.evaluate(() => {
    const box = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
    return { to: location.pathname, inView: box.top >= 0 && box.top <= window.innerHeight,
      words: document.getElementById('find-words').value, marked: CSS.highlights.get('found').size };
  });
  await page.close();
  return { pages: [...new Set(listed.map((path) => basename(path)))], to: basename(led.to), inView: led.inView,
    words: led.words, marked: led.marked };
};

const told = { pages: {} };
for (const file of files) {
  const url = pathToFileURL(resolve(file)).href;
  told.pages[basename(file)] = {
    ...await facts(url), violations: await violations(url, {}), narrow: await excess(url, 320, ''),
  };
}
told.finding = await finding(pathToFileURL(resolve(files[0])).href);
await browser.close();
console.log(JSON.stringify(told));
