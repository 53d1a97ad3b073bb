// Opens pages in Chromium and tells as JSON what there is to see: pages_in_a_browser.mjs MODULES CHROMIUM WORD FILE…
// MODULES is the folder of node_modules; WORD is looked for with the find box.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, excess, files, lookUp, open, violations } from './browsing.mjs';

// What it asks for beyond itself, and what the browser says of it.
const fetched = async (url) => {
  const page = await open(url);
  const facts = { asked: page.asked.filter((asked) => asked !== url && !asked.startsWith('data:')), complaints: page.complaints };
  await page.close();
  return facts;
};

const keyboard = async (url) => {
  const page = await open(url);
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    return { id: element.id, href: element.getAttribute('href'), inView: box.top >= 0 && box.bottom <= window.innerHeight };
  });
  await page.keyboard.press('Tab');
  const first = await focused();
  await page.keyboard.press('Enter');
  const skippedTo = (await focused()).id;
  await page.close();

  const other = await open(url);
  const refocused = () => other.evaluate(() => document.activeElement.id);
  for (let presses = 0; presses < 20 && (await refocused()) !== 'find-words'; ++presses) {
    await other.keyboard.press('Tab');
  }
  const reached = await refocused();
  await lookUp(other);
  const said = await other.$eval('#find output', (output) => output.textContent);
  const listed = await other.$$eval('#find ol a', (links) => links.map((link) => link.querySelector('mark').textContent));
  await other.keyboard.press('Enter');
  const shown = await other.evaluate(() => {
    const link = document.querySelector('#find ol a[aria-current="true"]');
    const box = document.getElementById(link.hash.slice(1)).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  });
  await other.keyboard.press('Tab');
  await other.keyboard.press('Enter');
  const followed = await other.evaluate(() => location.hash.slice(1));
  await other.keyboard.press('Escape');
  const cleared = await other.evaluate(() => ({
    words: document.getElementById('find-words').value, focus: document.activeElement.id,
    listed: document.querySelectorAll('#find ol li').length,
  }));
  await other.close();
  return { first, skippedTo, reached, said, listed, shown, followed, cleared };
};

const words = () => document.querySelector('main').innerText;

const withoutScripts = async (url) => {
  const scripted = await open(url);
  const whole = await scripted.evaluate(words);
  await scripted.close();
  const page = await open(url, { scripts: false });
  const facts = {
    same: (await page.evaluate(words)) === whole,
    findBox: await page.$eval('#find', (form) => form.checkVisibility()),
  };
  await page.close();
  return facts;
};

const inPrint = async (url) => {
  const page = await open(url, { media: 'print', scheme: 'dark' });
  const facts = await page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    shown: ['.masthead h1', 'main', '.tools', '.languages', '.skip'].filter(
      (selector) => document.querySelector(selector).checkVisibility()),
  }));
  await page.close();
  return facts;
};

const links = async (url) => {
  const page = await open(url);
  const facts = await page.evaluate(() => ({
    nowhere: [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1))
      .filter((id) => !document.getElementById(id)),
    elsewhere: [...document.querySelectorAll('a[hreflang], link[hreflang]')].map((link) => link.getAttribute('href')),
  }));
  await page.close();
  return facts;
};

const told = {};
for (const file of files) {
  const url = pathToFileURL(resolve(file)).href;
  told[file] = {
    fetched: await fetched(url),
    violations: {
      light: await violations(url, {}),
      dark: await violations(url, { scheme: 'dark' }),
      narrow: await violations(url, { width: 320 }),
    },
    excess: {
      'at 320 pixels': await excess(url, 320, ''), // as a window of 1280 is at 400 %
      'at 640 pixels, text at 200 %': await excess(url, 640, '200%'),
      'at 1280 pixels': await excess(url, 1280, ''),
    },
    keyboard: await keyboard(url),
    withoutScripts: await withoutScripts(url),
    inPrint: await inPrint(url),
    links: await links(url),
  };
}
await browser.close();
console.log(JSON.stringify(told));
