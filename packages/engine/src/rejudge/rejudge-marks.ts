/** Blur, light and things that lie over the document. Of fields a report keeps the places that were over their limit, and no others. */
import type { CheckResult, Evidence, Policy, ReasonCode } from '@vidimus/vocabulary';
import { failedIfAny } from '../checks/index.ts';
import { checkOf, isBadlyLit, type PageOnFile, pagesOf, showsSeveral } from './pages-on-file.ts';
import type { NotReevaluated, Rejudge, RejudgeFacts } from './rejudge.ts';

const SHARP = 'sharp-enough';

export const rejudgeSharpness: Rejudge = {
  check: SHARP,
  dependsOn: (policy, { report }) => [
    policy.thresholds.blur_to_text_height_max,
    policy.thresholds.dpi_min,
    ...pagesOf(report).map(({ quality }) => isBadlyLit(quality, policy)),
  ],
  again(known, facts) {
    if (known.outcome !== 'passed' && known.outcome !== 'failed') return known;
    const { report, from, to } = facts;
    const left: NotReevaluated = { check: SHARP, because: FIELDS_NOT_ON_FILE, mightRaise: 'image_blurry' };
    const ratio = to.thresholds.blur_to_text_height_max / from.thresholds.blur_to_text_height_max;
    const areAlikeLit = pagesOf(report).every(({ quality }) => isBadlyLit(quality, from) === isBadlyLit(quality, to));
    const isLaxer = ratio >= 1 && to.thresholds.dpi_min >= from.thresholds.dpi_min && areAlikeLit;
    if (known.outcome === 'passed' && isLaxer) return known;
    // Of small pages more blur is borne, and of badly lit ones the fields are not looked at.
    if (!areAsSmall(facts) || !areAlikeLit) return left;
    const limited = known.evidence.map((one): Evidence => ({ ...one, threshold: Number(one.threshold) * ratio }));
    const found = limited.filter(({ observed, threshold }) => Number(observed) > Number(threshold));
    // A lower limit may be under the blur of a field that was fine before.
    if (found.length === 0 && ratio < 1) return left;
    return failedIfAny(SHARP, 'image_blurry', found, limited);
  },
};

/** Whether both policies find the same pages too small. Of a failed check the other pages reach the limit that it had. */
function areAsSmall({ report, from, to }: RejudgeFacts): boolean {
  const [before, after] = [from.thresholds.dpi_min, to.thresholds.dpi_min];
  if (before === after) return true;
  const resolution = checkOf(report, 'resolution-sufficient');
  if (resolution?.outcome === 'passed') return resolution.evidence.every(({ observed }) => Number(observed) >= after);
  if (resolution?.outcome !== 'failed') return false;
  return after <= before && resolution.evidence.every(({ observed }) => Number(observed) < after);
}

const FIELDS_NOT_ON_FILE = 'what was within the limit is not on file field by field';

type AreaRule = {
  readonly check: string;
  readonly code: ReasonCode;
  readonly measure: string;
  readonly limitOf: (policy: Policy) => number;
  readonly shareOf: (page: PageOnFile) => number;
  /** Print is looked at only where nothing else was found. */
  readonly countsOverPrint: boolean;
};

export const rejudgeGlare = rejudgeArea({
  check: 'free-of-glare',
  code: 'image_glare',
  measure: 'saturated share',
  limitOf: ({ thresholds }) => thresholds.glare_share_max,
  shareOf: ({ quality }) => quality.glare_share,
  countsOverPrint: true,
});

export const rejudgeCovering = rejudgeArea({
  check: 'nothing-covers-document',
  code: 'document_covered',
  measure: 'covered share',
  limitOf: ({ thresholds }) => thresholds.covered_share_max,
  shareOf: ({ quality }) => quality.covered_share,
  countsOverPrint: false,
});

function rejudgeArea(rule: AreaRule): Rejudge {
  const { check, code } = rule;
  return {
    check,
    dependsOn: (policy) => [rule.limitOf(policy), policy.thresholds.field_hit_share_max, policy.required_fields],
    again(known, facts) {
      if (known.outcome !== 'passed' && known.outcome !== 'failed') return known;
      // Without glare, or without anything that covers, no limit and no field matters.
      if (pagesOf(facts.report).every((page) => rule.shareOf(page) === 0)) return known;
      const left: NotReevaluated = { check, because: FIELDS_NOT_ON_FILE, mightRaise: code };
      if (showsSeveral(facts.report)) return left;
      const found = stillFound(known, facts, rule);
      if (found.length > 0) return failedIfAny(check, code, found, []);
      if (mayFindOthers(known, facts, rule)) return left;
      return failedIfAny(check, code, [], known.evidence);
    },
  };
}

/** What is found in any case: pages over the limit, and of the fields that were hit those that still are. */
function stillFound(known: CheckResult, { report, from, to }: RejudgeFacts, rule: AreaRule): readonly Evidence[] {
  const pages = pagesOf(report).filter((page) => rule.shareOf(page) > rule.limitOf(to));
  const whole = pages.map(
    (page): Evidence => ({
      measure: `${rule.measure} of the document`,
      observed: rule.shareOf(page),
      threshold: rule.limitOf(to),
      unit: 'share',
      media_id: page.mediaId,
    }),
  );
  const before = known.outcome === 'failed' ? known.evidence : [];
  const places = before.flatMap((one): readonly Evidence[] => {
    if (one.measure.endsWith(' of the document')) return [];
    if (one.threshold === undefined) return one.field === undefined || requiresAlike({ from, to }) ? [one] : [];
    const threshold = to.thresholds.field_hit_share_max;
    return Number(one.observed) >= threshold ? [{ ...one, threshold }] : [];
  });
  return [...places, ...whole];
}

/** Whether something may be found that the report does not name, because it was within a limit or came after something else. */
function mayFindOthers(known: CheckResult, { from, to }: RejudgeFacts, { countsOverPrint }: AreaRule): boolean {
  if (!requiresAlike({ from, to })) return true;
  if (to.thresholds.field_hit_share_max < from.thresholds.field_hit_share_max) return true;
  return countsOverPrint && known.outcome === 'failed';
}

/** Of required fields one that is missing in print may be hidden. */
function requiresAlike({ from, to }: Pick<RejudgeFacts, 'from' | 'to'>): boolean {
  return JSON.stringify(from.required_fields) === JSON.stringify(to.required_fields);
}
