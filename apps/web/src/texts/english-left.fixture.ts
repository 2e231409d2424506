/** English that is left on a page in another language, for tests. */
import { catalogueOf, type Locale } from '@vidimus/vocabulary';
import type { Page } from 'playwright-core';
import { CATALOGUES } from './texts.server.ts';

/** Fewer words may stand in another language's sentence by chance; as a text of their own they may not. */
const WORDS_OF_A_SENTENCE = 3;
/** What the browser puts into its own language, or what is no language: formats, units, names that everybody gives alike. */
const NO_LANGUAGE = /^(JPEG|PNG|HEIC|PDF|MRZ|MB|dpi|px|mm|QR|Vidimus)$/i;

/**
 * Every piece of a page's text (names of pictures and fields included) that an English catalogue has and the page's own has
 * not; in a script that is not Latin also every Latin word. `known` is left out: names, values of the document.
 */
export async function englishLeft(
  page: Page,
  locale: Locale,
  known: readonly string[] = [],
): Promise<readonly string[]> {
  const pieces = (await page.evaluate(readPieces)).map((piece) =>
    known.reduce((rest, one) => rest.replaceAll(one, ''), piece),
  );
  const own = new Set(stringsOf(locale));
  // What a check says in words of its own is English, too: the keys of its catalogue.
  const english = [...stringsOf('en'), ...Object.keys(catalogueOf('en').findings)].filter((text) => !own.has(text));
  const whole = new Set(english);
  const sentences = english
    .flatMap((text) => text.split(PLACEHOLDER))
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= WORDS_OF_A_SENTENCE);
  const said = pieces.filter((piece) => whole.has(piece) || sentences.some((part) => piece.includes(part)));
  if (locale !== 'uk' && locale !== 'ar') return said;
  const latin = pieces.flatMap((piece) => piece.match(LATIN) ?? []);
  return [...new Set([...said, ...latin.filter((word) => !NO_LANGUAGE.test(word))])];
}

const LATIN = /[A-Za-z][a-z]+/g;
const PLACEHOLDER = /\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/;

/** Runs in the page; leaves out what is marked as of another language. */
function readPieces(): string[] {
  const found = [document.title];
  const lang = document.documentElement.lang;
  for (const element of document.body.querySelectorAll('*')) {
    const isOwn = element.closest('[lang]')?.getAttribute('lang') === lang;
    if (!isOwn || element.closest('script, style, noscript') !== null) continue;
    for (const name of ['aria-label', 'alt', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
  }
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

function stringsOf(locale: Locale): readonly string[] {
  const areas = Object.values(CATALOGUES).map((area) => area[locale]);
  return textsIn([areas, catalogueOf(locale)]);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
