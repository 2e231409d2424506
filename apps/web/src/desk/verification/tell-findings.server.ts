/** Findings and checks with their figures, in the member's language where there are words for them. */
import type { Story, StoryReason } from '@vidimus/protocol';
import { type Evidence, type Locale, reportLanguage } from '@vidimus/vocabulary';
import { reasonHeading } from '../tell-document.server.ts';
import type { CheckView, Figure, FindingView, PhotographView } from './story-view.ts';
import { firstPlace } from './tell-marks.server.ts';

const DIGITS = 3;

export function tellFindings(
  reasons: readonly StoryReason[],
  photographs: readonly PhotographView[],
  locale: Locale,
): readonly FindingView[] {
  return reasons.map((reason, index) => ({
    number: index + 1,
    code: reason.code,
    heading: reasonHeading(reason.code, locale),
    class: reason.class,
    isWithheld: reason.disclosure === 'withheld',
    reviewerMessage: reason.reviewer_message,
    applicantMessage: reason.message,
    figures: reason.evidence.map((evidence) => tellFigure(evidence, locale)),
    rules: reason.policy_rules.map(({ pointer, meaning }) => ({ pointer, meaning })),
    mark: firstPlace(photographs, ({ kind, number }) => kind === 'finding' && number === index + 1),
  }));
}

export function tellChecks(checks: Story['checks'], locale: Locale): readonly CheckView[] {
  const { tell } = reportLanguage(locale);
  return checks.map(({ check, result, evidence, note }) => {
    const [first] = evidence;
    return {
      id: check,
      claim: tell(check),
      result,
      figure: first === undefined ? undefined : tellFigure(first, locale),
      note: note ?? undefined,
    };
  });
}

function tellFigure({ measure, observed, threshold, unit, sources }: Evidence, locale: Locale): Figure {
  const withUnit = (value: Evidence['observed']) => tellValue(value, unit, locale);
  // What a witness said, the claim for one, stands beside its name; it is no limit.
  const isSaid = sources?.some(({ value }) => value !== null && value === threshold) === true;
  return {
    measure: reportLanguage(locale).tell(measure),
    observed: observed === null ? '' : withUnit(observed),
    threshold: threshold === undefined || isSaid ? undefined : withUnit(threshold),
    sources: (sources ?? []).flatMap(({ witness, value }) => (value === null ? [] : [{ witness, value }])),
  };
}

/** Shares are told of a hundred; a scale that the number itself shows is left out. */
function tellValue(value: Evidence['observed'], unit: string | undefined, locale: Locale): string {
  if (typeof value !== 'number') return [value === null ? '' : String(value), unit].filter(Boolean).join(' ');
  const isShare = unit === 'share' || unit === '0–1';
  const style = isShare ? 'percent' : 'decimal';
  const number = new Intl.NumberFormat(locale, { style, maximumSignificantDigits: DIGITS }).format(value);
  return isShare || unit === undefined || unit === '0–255' ? number : `${number} ${unit}`;
}
