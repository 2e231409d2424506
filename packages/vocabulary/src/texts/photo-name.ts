import type { ReportLanguage } from './report-language.ts';

/** `photo_1_page_2` as people say it: "photo 1, page 2". */
export function photoName(mediaId: string, { say }: ReportLanguage): string {
  const found = /^photo_(\d+)(?:_page_(\d+))?$/.exec(mediaId);
  if (found === null) return mediaId;
  const [, number = '', page] = found;
  return page === undefined ? say('photo', { number }) : say('photo_page', { number, page });
}

/** The photo's name at the start of a sentence. */
export function photoTitle(mediaId: string, language: ReportLanguage): string {
  return capital(photoName(mediaId, language), language);
}

/** The first letter as a capital. */
export function capital(text: string, { locale }: Pick<ReportLanguage, 'locale'>): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
