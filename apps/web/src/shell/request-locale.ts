import type { Locale } from '@vidimus/vocabulary';
import { LANGUAGES } from './locales.ts';

/** Chosen by hand; nothing else is kept in it. */
export const LANGUAGE_COOKIE = 'vidimus_language';

/**
 * The language of a page: by `?lang=`, by what was chosen before, by what the browser asks for (RFC 9110 §12.5.4), else
 * English. A verification's own language goes before all of these on its pages.
 */
export function requestLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  const cookie = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=([a-z]{2})`).exec(request.headers.get('cookie') ?? '')?.[1];
  return known(asked) ?? known(cookie) ?? preferred(request.headers.get('accept-language') ?? '') ?? 'en';
}

function known(locale: string | null | undefined): Locale | undefined {
  return LANGUAGES.find((one) => one.locale === locale)?.locale;
}

/** The first that we have, in the reader's order of preference. */
function preferred(header: string): Locale | undefined {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const ordered = wishes.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  return ordered.map(({ language }) => known(language)).find((one) => one !== undefined);
}
