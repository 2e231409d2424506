import { REASON_CODES, type ReasonCode } from './reason-code.ts';
import { REASON_REGISTRY, type ReasonEntry } from './reason-registry.table.ts';

const byCode: ReadonlyMap<string, ReasonEntry> = new Map(REASON_REGISTRY.map((entry) => [entry.code, entry]));

/** The registry's entry of a code. */
export function reasonEntry(code: ReasonCode): ReasonEntry {
  const entry = byCode.get(code);
  if (entry === undefined) throw new Error(`reason code ${code} has no row in reason-registry.table.ts`);
  return entry;
}

/** The entry of a word that a person or a newer server gave, or nothing: an unknown code is met through its class. */
export function findReasonEntry(word: string): ReasonEntry | undefined {
  return byCode.get(word.trim().toLowerCase().replaceAll('-', '_'));
}

/** Whether a word is a code of this registry. */
export function isReasonCode(word: string): word is ReasonCode {
  return byCode.has(word);
}

/** Registered codes that resemble a mistyped one, nearest first; for "did you mean". */
export function similarReasonCodes(word: string, limit = 3): readonly ReasonCode[] {
  const parts = new Set(
    word
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((part) => part.length > 2),
  );
  return REASON_CODES.map((code) => ({ code, shared: code.split('_').filter((part) => parts.has(part)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, limit)
    .map(({ code }) => code);
}
