/**
 * Draws docs/images/explanation.png anew: the upper part of the explanation that `npm start` wrote to out/.
 * Look at it before it is committed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { openPage } from '../packages/ui/src/navigation.fixture.ts';
import { findChromium } from './find-chromium.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'out', 'explanation.html');
const picture = join(root, 'docs', 'images', 'explanation.png');
/** From the verdict to the straightened page. */
const PART = { width: 1280, height: 1350 } as const;
/** About what a page of documentation shows. */
const WIDTH_SHOWN = 1120;
/** Few enough for a small file; gradients of a photograph still look smooth. */
const COLOURS = 96;

const executablePath = findChromium(process.env);
if (executablePath === undefined || !existsSync(page)) {
  console.error('Needed: Chromium (or VIDIMUS_CHROMIUM), and out/explanation.html, which npm start writes.');
  process.exitCode = 1;
} else {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const tab = await browser.newPage({ viewport: PART });
  await openPage(tab, pathToFileURL(page).href);
  const shot = await tab.screenshot();
  await browser.close();
  const { size } = await sharp(shot)
    .resize(WIDTH_SHOWN)
    .png({ palette: true, colours: COLOURS, dither: 0.4, effort: 10 })
    .toFile(picture);
  console.log(`${picture}: ${Math.round(size / 1000)} kB`);
}
