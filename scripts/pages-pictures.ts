/**
 * Takes the pictures of docs/pages/ anew: the sheets of parts and pictures, and real pages of an installed demonstration,
 * in light and dark mode, on a phone and a desktop, in English and Arabic. Look at them before they are committed.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { buildPages } from './build-pages.ts';
import { findChromium } from './find-chromium.ts';
import { picturePages } from './pages-pictures/picture-pages.ts';
import { pictureSheets } from './pages-pictures/picture-sheets.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pages');
/** Few enough for small files: the pages have flat colours. */
const COLOURS = 64;

const executablePath = findChromium(process.env);
if (executablePath === undefined) {
  console.error('Needed: Chromium, on the PATH or in VIDIMUS_CHROMIUM.');
  process.exitCode = 1;
} else {
  await buildPages((line) => console.log(line));
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const keep = async (name: string, shot: Buffer) => {
    const file = join(FOLDER, `${name}.png`);
    const { size } = await sharp(shot).png({ palette: true, colours: COLOURS, dither: 0, effort: 10 }).toFile(file);
    console.log(`${file}: ${Math.round(size / 1000)} kB`);
  };
  await pictureSheets(browser, keep);
  await picturePages(browser, keep);
  await browser.close();
}
