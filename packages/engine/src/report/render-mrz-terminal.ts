/** Zones for a person at a terminal: the lines as printed, and below each what is in doubt. */
import {
  describeReading,
  fileTrouble,
  joinClauses,
  type Locale,
  type MrzReport,
  photoTitle,
  type ReportLanguage,
  reportLanguage,
} from '@vidimus/vocabulary';
import { SURE_CHARACTER } from '../reading/index.ts';
import { PLAIN, type Styler, type TerminalOptions } from './styler.ts';

type Photo = MrzReport['photos'][number];
type Zone = NonNullable<Photo['mrz']>;

/** Lines, doubtful characters with their confidence and alternatives, and how the check digits ended. Ends with a line feed. */
export function renderMrzForTerminal(
  { photos }: MrzReport,
  options: TerminalOptions & { readonly locale?: Locale } = {},
): string {
  const { styler = PLAIN, locale = 'en' } = options;
  const language = reportLanguage(locale);
  const blocks = photos.map((photo) => {
    const title = photos.length > 1 && photo.mrz !== null ? [styler.strong(photoTitle(photo.media_id, language))] : [];
    return [...title, ...photoLines(photo, styler, language)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function photoLines(photo: Photo, styler: Styler, language: ReportLanguage): readonly string[] {
  const { say, tell } = language;
  const name = photoTitle(photo.media_id, language);
  if (photo.not_usable !== undefined) {
    const { why, observed } = photo.not_usable;
    return [
      styler.bad(`${say('not_opened', { photo: name, why: fileTrouble(why, observed, language) })} (${observed})`),
    ];
  }
  if (photo.mrz === null) {
    const nothing = say('no_code_lines', { photo: name });
    if (photo.tried.length === 0) return [nothing];
    return [`${nothing} (${say('tried', { tried: joinClauses(photo.tried.map(tell), language) })})`];
  }
  const { mrz } = photo;
  return [
    ...mrz.lines.flatMap((line, index) => [line, ...doubtsOf(mrz.characters?.[index] ?? [], styler, language)]),
    styler.faint(summaryOf(mrz, language)),
    ...brokenDigits(mrz, styler, language),
  ];
}

/** A mark under every doubtful character, then each of them in words. */
function doubtsOf(
  characters: NonNullable<Zone['characters']>[number],
  styler: Styler,
  language: ReportLanguage,
): readonly string[] {
  const isDoubtful = ({ confidence }: { readonly confidence: number }) => confidence < SURE_CHARACTER;
  const doubtful = characters.flatMap((one, index) => (isDoubtful(one) ? [{ ...one, position: index + 1 }] : []));
  if (doubtful.length === 0) return [];
  const marks = characters.map((one) => (isDoubtful(one) ? '^' : ' ')).join('');
  return [
    styler.caution(marks.trimEnd()),
    ...doubtful.map((one) => {
      const reading = describeReading(one, language);
      return styler.faint(`  ${language.say('character_in_print', { position: one.position, reading })}`);
    }),
  ];
}

function summaryOf({ format, check_digits, characters = [] }: Zone, { say, locale }: ReportLanguage): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const holding = check_digits.filter(({ outcome }) => outcome === 'passed').length;
  const least = Math.min(1, ...characters.flat().map(({ confidence }) => confidence));
  return [
    format,
    say('digits_hold', { holding, all: check_digits.length }),
    say('least_sure', { share: percent.format(least) }),
  ].join(' · ');
}

function brokenDigits({ check_digits }: Zone, styler: Styler, { say, tell }: ReportLanguage): readonly string[] {
  return check_digits.flatMap(({ of, outcome, expected = '?', observed = '?' }) => {
    const digit = tell(`check digit of ${of}`);
    if (outcome === 'not_performed') return [`  ○ ${digit} · ${say('not_performed')}`];
    if (outcome === 'passed') return [];
    return [`  ${styler.bad('✕')} ${digit} · ${say('expected_read', { expected, observed })}`];
  });
}
