import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { runnerImport } from 'vite';
import type { Keep } from './keep.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SHEETS = join(ROOT, 'packages', 'ui', 'src', 'parts', 'parts-sheet.fixture.tsx');
const BUILT = join(ROOT, 'apps', 'web', 'build', 'client', 'assets');

type Sheets = { readonly sheetMarkup: () => Readonly<Record<'parts' | 'pictures', string>> };

const SHOTS = [
  { name: 'parts-light', sheet: 'parts', colorScheme: 'light', width: 1120 },
  { name: 'parts-dark', sheet: 'parts', colorScheme: 'dark', width: 1120 },
  { name: 'pictures-light', sheet: 'pictures', colorScheme: 'light', width: 1120 },
  { name: 'pictures-dark', sheet: 'pictures', colorScheme: 'dark', width: 1120 },
] as const;

/** The parts and pictures of packages/ui on sheets, with the style sheet of the built pages. */
export async function pictureSheets(browser: Browser, keep: Keep): Promise<void> {
  // Node reads TypeScript, but no JSX: Vite translates.
  const { module } = await runnerImport<Sheets>(SHEETS, { root: ROOT, configFile: false, logLevel: 'error' });
  const markup = module.sheetMarkup();
  let css = '';
  for await (const file of glob('*.css', { cwd: BUILT })) css += await readFile(join(BUILT, file), 'utf8');
  for (const { name, sheet, colorScheme, width } of SHOTS) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    await page.setContent(
      `<!doctype html><html lang="en"><head><style>${css}</style></head><body>${markup[sheet]}</body></html>`,
    );
    await keep(name, await page.screenshot({ fullPage: true }));
    await page.close();
  }
}
