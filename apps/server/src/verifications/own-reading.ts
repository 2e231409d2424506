/** What a report says of the document, as its holder is asked whether it is right. */
import { transliterationsOf } from '@vidimus/engine/standards';
import type { ReadField, ReadingView } from '@vidimus/protocol';
import { type CheckReport, catalogueOf, type FieldReport, formatFieldValue, type Locale } from '@vidimus/vocabulary';

type Claims = {
  readonly name?: string | undefined;
  readonly primary_identifier?: string | undefined;
  readonly secondary_identifier?: string | undefined;
};

/**
 * One row a field, of the witness that is surest. `claims`: the name that was given, if one was; `isAsked`: somebody, such as a
 * person who looked, has asked for the spelling of the name.
 */
export function ownReading(
  { document, checks }: Pick<CheckReport, 'document' | 'checks'>,
  { claims, isAsked }: { readonly claims: Claims; readonly isAsked: boolean },
  locale: Locale,
): ReadingView {
  return {
    document_type: document.type,
    issuing_state: document.issuing_state,
    fields: document.fields.flatMap((field) => readField(field, locale)),
    ...spellingsOf(document.fields, isAsked || isUnsettled(checks), claims),
  };
}

const WITNESS = { mrz: 'machine_zone', barcode: 'barcode', visual_zone: 'visual_zone' } as const;

function readField(report: FieldReport, locale: Locale): readonly ReadField[] {
  const { field, agreement, witnesses } = report;
  const best = wholeName(report) ?? witnesses.find((one) => one.value === report.value && one.witness !== 'claim');
  if (best === undefined || best.witness === 'claim' || best.value === null) return [];
  const { value } = best;
  const original = witnesses.find((one) => one.original !== undefined)?.original?.text;
  const text = formatFieldValue(value, field, catalogueOf(locale));
  return [
    {
      name: field,
      value,
      text: original === undefined || original === text ? text : `${text} (${original})`,
      witness: WITNESS[best.witness],
      differs: agreement === 'differ',
    },
  ];
}

/** A long name is cut off in the machine-readable zone (ICAO Doc 9303-3 §4.6); where print and zone agree, the print has all of it. */
function wholeName({ field, value, agreement, witnesses }: FieldReport): FieldReport['witnesses'][number] | undefined {
  if ((field !== 'primary_identifier' && field !== 'secondary_identifier') || agreement === 'differ') return undefined;
  const printed = witnesses.find(({ witness }) => witness === 'visual_zone');
  return (printed?.value?.length ?? 0) > (value?.length ?? 0) ? printed : undefined;
}

/** More would not help anybody to choose. */
const MOST_SPELLINGS = 4;

/** The document shows no Latin spelling, whether or not one was chosen. */
function isUnsettled(checks: CheckReport['checks']): boolean {
  const settled = checks.find(({ check }) => check === 'name-spelling-settled');
  return settled?.outcome === 'failed' || settled?.outcome === 'passed';
}

/** Those that the tables of the name's script allow. */
function spellingsOf(
  fields: readonly FieldReport[],
  isOpen: boolean,
  claims: Claims,
): Pick<ReadingView, 'spellings' | 'claimed_spelling'> {
  const printed = isOpen ? printedName(fields) : undefined;
  const legal = printed === undefined ? undefined : transliterationsOf(printed);
  if (legal === undefined || !legal.ok) return { spellings: [], claimed_spelling: null };
  const spellings = legal.value.spellings(MOST_SPELLINGS);
  const { name, primary_identifier, secondary_identifier } = claims;
  const claimed = name ?? `${secondary_identifier ?? ''} ${primary_identifier ?? ''}`.trim();
  const isLegal = /\p{Script=Latin}/u.test(claimed) && legal.value.has(claimed);
  if (!isLegal) return { spellings: spellings.length > 1 ? [...spellings] : [], claimed_spelling: null };
  const known = spellings.find((one) => one.toUpperCase() === claimed.toUpperCase());
  return {
    spellings: known === undefined ? [claimed, ...spellings] : [...spellings],
    claimed_spelling: known ?? claimed,
  };
}

/** In the order in which people write it, in the script that it is printed in. The zone has a spelling of its own. */
function printedName(fields: readonly FieldReport[]): string | undefined {
  const printed = (name: FieldReport['field']) => {
    const witnesses = fields.find(({ field }) => field === name)?.witnesses ?? [];
    const print = witnesses.find(({ witness }) => witness === 'visual_zone') ?? witnesses[0];
    return print?.original?.text ?? print?.value ?? undefined;
  };
  const primary = printed('primary_identifier');
  return primary === undefined ? undefined : `${printed('secondary_identifier') ?? ''} ${primary}`.trim();
}
