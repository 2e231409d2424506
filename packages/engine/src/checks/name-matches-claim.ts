import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { compareNames, type PersonName } from '../standards/index.ts';
import type { Check, CheckRequest } from './check.ts';
import { inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { documentNames } from './document-names.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { whyNoPage } from './located-pages.ts';
import { weighFindings } from './weigh-findings.ts';

const NAME = 'name-matches-claim';

/** The name that was given is the document's, under ICAO's and national spellings, in any order. */
export const nameMatchesClaim: Check = {
  name: NAME,
  run(subject): CheckResult {
    const claim = claimedName(subject.request);
    if (!claim) return notApplicable(NAME, 'no name was claimed');
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const names = documentNames(subject);
    const best = names[0];
    if (!best) return notPerformed(NAME, 'no name was read');

    const state = subject.kind.issuingState;
    const results = names.map((one) => ({
      ...one,
      result: compareNames(claim.name, one.name, state === null ? {} : { state }),
    }));
    const agreeing = results.find(({ result }) => result.outcome === 'same' || result.outcome === 'same_under');
    const shown = agreeing ?? results[0] ?? { ...best, result: null };
    const evidence: Evidence = {
      measure: 'claimed name against the document',
      observed: shown.text,
      threshold: claim.text,
      field: shown.reading.field,
      sources: [
        { witness: 'claim', value: claim.text },
        { ...sourceOf(shown.reading), value: shown.text },
      ],
      ...placeOf(shown.reading),
      detector: shown.reading.witness,
      facts: { claimed: claim.text, read: shown.text },
    };
    if (agreeing) return passed(NAME, evidence);
    const open = results.map(({ result }) => result).find(({ outcome }) => outcome === 'inconclusive');
    if (open?.outcome === 'inconclusive') return inconclusive(NAME, open.beyond.code, [evidence]);
    const unsure = 'the name was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'name_mismatch', unsure }, [
      { evidence, readings: [shown.reading] },
    ]);
  },
};

/** The claim as one name, or as its two identifiers. */
function claimedName({ claims }: CheckRequest): { readonly name: PersonName; readonly text: string } | null {
  if (claims.name) return { name: { whole: claims.name }, text: claims.name };
  const [primary, secondary] = [claims.primary_identifier ?? '', claims.secondary_identifier ?? ''];
  if (primary === '' && secondary === '') return null;
  const text = `${secondary} ${primary}`.trim();
  return { name: primary === '' || secondary === '' ? { whole: text } : { primary, secondary }, text };
}
