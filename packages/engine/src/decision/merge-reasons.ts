import type { Evidence, Reason } from '@vidimus/vocabulary';

/** One reason per code, with every different evidence in the order found; it keeps the name of the first check that raised it. */
export function mergeReasons(reasons: readonly Reason[]): readonly Reason[] {
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    const known = merged.get(reason.code);
    merged.set(reason.code, known === undefined ? unrepeated(reason) : withEvidence(known, reason.evidence));
  }
  return [...merged.values()];
}

function unrepeated(reason: Reason): Reason {
  const [first, ...rest] = reason.evidence;
  return withEvidence({ ...reason, evidence: [first] }, rest);
}

function withEvidence(reason: Reason, more: readonly Evidence[]): Reason {
  const seen = new Set(reason.evidence.map((one) => JSON.stringify(one)));
  const added: Evidence[] = [];
  for (const one of more) {
    const key = JSON.stringify(one);
    if (seen.has(key)) continue;
    seen.add(key);
    added.push(one);
  }
  return added.length === 0 ? reason : { ...reason, evidence: [...reason.evidence, ...added] };
}
