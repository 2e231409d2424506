import type { Result } from '../result.ts';
import { type CharacterUnknown, latticeOf, type TransliterationOptions } from './spelling-lattice.ts';

/**
 * The primary spelling of a name in A–Z and single spaces, as the issuing state would print it in the zone
 * (ICAO Doc 9303-3 §4.6, §6). Hyphens become spaces, apostrophes go. Refuses a character that no table knows.
 * @example transliterateForMrz('Jörg Götz', 'DEU') // { ok: true, value: 'JOERG GOETZ' }
 */
export function transliterateForMrz(
  name: string,
  state?: string,
  options: TransliterationOptions = {},
): Result<string, CharacterUnknown> {
  const lattice = latticeOf(name, state === undefined ? options : { ...options, state });
  if (!lattice.ok) return lattice;
  const { edges } = lattice.value;
  let text = '';
  for (let at = 0; at < edges.length; ) {
    const steps = edges[at] ?? [];
    // A group of letters comes first where the state's own system or the common one writes it together.
    const step = steps.find((one) => one.kind === 'gap' || isPrimary(one.spellings[0]?.rule)) ?? steps.at(-1);
    if (!step) break;
    if (step.kind === 'gap') {
      if (step.printed !== 'apostrophe') text += ' ';
      at += 1;
    } else {
      text += step.spellings[0]?.text ?? '';
      at += step.consumes;
    }
  }
  return { ok: true, value: text.replace(/ +/g, ' ').trim() };

  function isPrimary(rule: string | undefined): boolean {
    return (
      rule === 'icao' ||
      rule === 'plain' ||
      rule === `national:${state}` ||
      rule === `national:${HOME_OF_SCRIPT[lattice.ok ? lattice.value.script : '']}`
    );
  }
}

/** Scripts whose common system is one state's. */
const HOME_OF_SCRIPT: Readonly<Record<string, string>> = { Grek: 'GRC', Geor: 'GEO', Armn: 'ARM', Hebr: 'ISR' };
