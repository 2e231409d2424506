import type { PhotoReport, ReportLanguage } from '@vidimus/vocabulary';
import { photoTitle } from '@vidimus/vocabulary';

/** A sentence for each photo on which the time ran out before all printed text was read: what is missing may stand there. */
export function linesLeft(photos: readonly PhotoReport[], language: ReportLanguage): readonly string[] {
  return photos.flatMap(({ media_id, pages }) => {
    const count = pages.reduce((sum, { text_lines_left = 0 }) => sum + text_lines_left, 0);
    return count === 0 ? [] : [language.say('lines_left', { photo: photoTitle(media_id, language), count })];
  });
}
