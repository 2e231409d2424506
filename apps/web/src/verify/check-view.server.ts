/** What the page `Is this right?` shows. */
import { catalogueOf, documentTypeSchema, fieldLabel, formatFieldValue, type Locale } from '@vidimus/vocabulary';
import { CLAIMABLE, type Claimable } from './claimable.ts';
import { countriesIn } from './countries.server.ts';
import {
  canApply,
  contactToConfirm,
  type DueStep,
  dueStep,
  isAsked,
  needsAnswers,
  progress,
  standingPhoto,
} from './due-step.ts';
import type { Opened } from './opened-link.server.ts';
import type { ShownOther } from './other-document.tsx';

export type FieldView = {
  readonly name: string;
  readonly label: string;
  /** As people write it. */
  readonly text: string;
  /** Two places of the document say different things. */
  readonly differs: boolean;
  /** What the person says instead, as people write it. */
  readonly said: string | null;
  /** What a correction is made in; null where none is taken. */
  readonly claim: {
    readonly name: Claimable;
    readonly kind: 'text' | 'date' | 'country' | 'sex';
    /** Characters. */
    readonly longest: number;
    readonly value: string;
  } | null;
};

/** Or the step that is due instead. Photographs that something was found on may be handed in all the same. */
export function checkView({ view, now }: Opened) {
  const sides = (['front', 'back'] as const).filter((side) => isAsked(view, side));
  const isMissing = sides.some((side) => standingPhoto(view, side) === undefined);
  const isBefore = !canApply(view, now) || needsAnswers(view) || contactToConfirm(view) !== undefined;
  if (isBefore || isMissing) return dueStep(view, now) satisfies DueStep;
  const { reading, locale, claims } = view;
  const catalogue = catalogueOf(locale);
  return {
    progress: progress(view, 'check'),
    operator: view.operator,
    isReading: sides.some((side) => standingPhoto(view, side)?.look?.state === 'reading'),
    showsOther:
      sides.map((side) => standingPhoto(view, side)?.look?.shows_other ?? null).toSorted(holderFirst)[0] ?? null,
    // What is photographed again is read again, and may be corrected though that was not asked for.
    mayCorrect: sides.length > 0 || view.steps.some(({ name, state }) => name === 'details' && state === 'asked'),
    mayWithdraw: view.steps.some(({ name, state }) => name === 'consent' && state === 'asked'),
    spellings: reading?.spellings ?? [],
    claimedSpelling: reading?.claimed_spelling ?? null,
    countries: countriesIn(locale, view.mode === 'test'),
    fields: (reading?.fields ?? []).map(({ name, value, text, differs }): FieldView => {
      const claimable = CLAIMABLE.find((one) => one.name === name);
      const said = claimable === undefined ? undefined : claims[claimable.name];
      return {
        name,
        label: fieldLabel(name, catalogue),
        text: name === 'document_type' ? documentLabel(value, text, locale) : text,
        differs,
        said: said === undefined ? null : formatFieldValue(said, name, catalogue),
        claim: claimable === undefined ? null : { ...claimable, value: said ?? value },
      };
    }),
  };
}

/** Another person's document matters more than another one of the same person. */
function holderFirst(one: ShownOther | null, other: ShownOther | null): number {
  const order = [null, 'document', 'holder'];
  return order.indexOf(other) - order.indexOf(one);
}

/** As a label: "Passport", where a sentence says "a passport". */
function documentLabel(value: string, text: string, locale: Locale): string {
  const type = documentTypeSchema.safeParse(value);
  return type.success ? catalogueOf(locale).terms.documentType[type.data].label : text;
}
