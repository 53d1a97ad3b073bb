// Opens pages with photos in Chromium and tells as JSON what there is to see: photos_in_a_browser.mjs MODULES CHROMIUM
// WORD FILE…; the word isn't sought.

import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, excess, files, open, violations } from './browsing.mjs';

// Each photo's alternative text and the colours near its corners, row by row, on white paper.
const photos = (page) => page.$$eval('main img', (images) => images.map((image) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0);
  const at = (across, down) =>
    [...paper.getImageData(Math.floor(canvas.width * across), Math.floor(canvas.height * down), 1, 1).data].slice(0, 3);
  const box = image.getBoundingClientRect();
  return { alternative: image.alt, corners: [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)],
    shape: box.width / box.height };
}));

const told = {};
for (const file of files) {
  const url = pathToFileURL(resolve(file)).href;
  const page = await open(url);
  told[basename(file)] = { photos: await photos(page), complaints: page.complaints,
    violations: await violations(url, {}), narrow: await excess(url, 320, '') };
  await page.close();
}
await browser.close();
console.log(JSON.stringify(told));
