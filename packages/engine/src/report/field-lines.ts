import { type CheckReport, fieldLabel, type ReportLanguage, shownValue } from '@vidimus/vocabulary';
import type { Styler } from './styler.ts';

/** Every field in a line of the terminal, with the witnesses that read it. */
export function fieldLines(
  fields: CheckReport['document']['fields'],
  styler: Styler,
  language: ReportLanguage,
): readonly string[] {
  const { say, catalogue, locale } = language;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const labels = fields.map(({ field }) => fieldLabel(field, catalogue));
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const lines = fields.map(({ field, value, agreement, witnesses }, index) => {
    const said = witnesses.map(({ witness, value: read, confidence }) => {
      const sure = confidence === undefined ? '' : ` ${percent.format(confidence)}`;
      return read === value ? `${say(witness)}${sure}` : `${say(witness)} "${read}"${sure}`;
    });
    const label = (labels[index] ?? '').padEnd(longest);
    return `  ${AGREEMENT[agreement]} ${label}  ${shownValue(value, field, language)}  ${styler.faint(said.join(' · '))}`;
  });
  // What the signs mean, where there are any.
  const used = LEGEND.filter(([agreement]) => fields.some((one) => one.agreement === agreement));
  const legend = used.map(([agreement, key]) => `${AGREEMENT[agreement]} ${say(key)}`).join(' · ');
  return legend === '' ? lines : [...lines, styler.faint(`  ${legend}`)];
}

/** Signs that need no colour. */
const AGREEMENT = { agree: '=', differ: '≠', unclear: '?', one_witness: ' ' } as const;

const LEGEND = [
  ['agree', 'agree'],
  ['differ', 'differ'],
  ['unclear', 'not_certain'],
] as const;
