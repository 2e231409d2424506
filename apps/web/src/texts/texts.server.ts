/** Every catalogue; on the server alone, which sends a page the words of its language. */
import type { Locale } from '@vidimus/vocabulary';
import type { Area, Messages } from './areas.ts';
import { shellAr } from './shell/ar.table.ts';
import { shellEn } from './shell/en.table.ts';
import { shellEs } from './shell/es.table.ts';
import { shellTr } from './shell/tr.table.ts';
import { shellUk } from './shell/uk.table.ts';

/** By area and language. */
export const CATALOGUES: { readonly [A in Area]: { readonly [L in Locale]: Messages<A> } } = {
  shell: { en: shellEn, es: shellEs, tr: shellTr, uk: shellUk, ar: shellAr },
};

/** The words of an area. */
export function textsOf<A extends Area>(area: A, locale: Locale): Messages<A> {
  return CATALOGUES[area][locale];
}
