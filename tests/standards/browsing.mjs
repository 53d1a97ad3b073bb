// What every page is asked in Chromium. The caller's arguments are MODULES CHROMIUM WORD FILE…: the folder of
// node_modules, the browser, a word for the find box, pages.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const [modules, chromium, word, ...files] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'anything.js'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');

export const browser = await puppeteer.launch({ executablePath: chromium, headless: true });

export const open = async (url, { width = 1280, height = 900, scheme = 'light', media, scripts = true } = {}) => {
  const page = await browser.newPage();
  page.asked = [];
  page.complaints = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.on('console', (message) => page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  if (media) {
    await page.emulateMediaType(media);
  }
  await page.setJavaScriptEnabled(scripts);
  await page.goto(url);
  return page;
};

export const violations = async (url, shape) => {
  const page = await open(url, shape);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  await page.close();
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
};

// How much wider than the window the page is, its text as large as `text` says.
export const excess = async (url, width, text) => {
  const page = await open(url, { width, height: 640 });
  const wider = await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
    return document.documentElement.scrollWidth - window.innerWidth;
  }, text);
  await page.close();
  return wider;
};

// Types the word into the find box, which has the focus, and waits until what is listed is of the whole word: on a slow
// machine the box looks for what is typed so far in between.
export const lookUp = async (page) => {
  await page.keyboard.type(word);
  await page.waitForFunction((sought) => {
    const marks = [...document.querySelectorAll('#find ol mark')];
    return marks.length > 0 && marks.every((mark) => mark.textContent.toLowerCase() === sought);
  }, {}, word.toLowerCase());
};
