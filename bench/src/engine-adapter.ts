import type { CheckedDocument } from '@vidimus/engine';
import { checkDocument } from '@vidimus/engine';
import { createNodePorts } from '@vidimus/engine/node';
import { type ReasonCode, TRY_OUT_POLICY } from '@vidimus/vocabulary';

/** What the bench looks at in a verdict; the only place of the bench that knows the engine's shapes. */
export type Verdict = {
  readonly outcome: string;
  readonly codes: readonly ReasonCode[];
  /** Lines of the machine-readable zone, the first that was read on any photo. */
  readonly mrzLines: readonly string[] | null;
  /** How sure the reader was of each character of those lines, 0–1. */
  readonly mrzConfidences: readonly (readonly number[])[] | null;
  readonly fields: readonly { readonly field: string; readonly witness: string; readonly value: string }[];
  readonly timingsMs: Readonly<Record<string, number>>;
  readonly wholeMs: number;
  /** Why a photograph could not be opened; null where all could. */
  readonly notOpened: string | null;
  /** Everything, for looking at a failure. */
  readonly results: CheckedDocument['results'];
};

export type BenchEngine = {
  readonly check: (photos: readonly Uint8Array[], asOf: string) => Promise<Verdict>;
  readonly close: () => Promise<void>;
};

/** Accuracy must not depend on how busy the machine is: nothing runs out of time. Speed is measured with the engine's own budget. */
export const AMPLE_BUDGET_MS = 60_000;
/** The same for opening files. */
export const AMPLE_LIMITS = { cpuMs: 120_000, wallMs: 600_000 } as const;

/** The engine as the command line wires it, under the policy for trying out. */
export async function openBenchEngine(options: { readonly budgetMs?: number } = {}): Promise<BenchEngine> {
  const ports = await createNodePorts({ limits: AMPLE_LIMITS });
  return {
    check: async (photos, asOf) => {
      const begun = performance.now();
      const files = photos.map((bytes) => ({ bytes }));
      const checked = await checkDocument(files, { policy: TRY_OUT_POLICY, asOf, claims: {} }, ports, options);
      return { ...verdictOf(checked), wholeMs: performance.now() - begun };
    },
    close: ports.close,
  };
}

function verdictOf({ reading, results, decision, timings }: CheckedDocument): Omit<Verdict, 'wholeMs'> {
  const zones = reading.photos.flatMap(({ content }) =>
    content.kind === 'located' ? content.pages.flatMap(({ reading: { mrz } }) => ('lines' in mrz ? [mrz] : [])) : [],
  );
  return {
    outcome: decision.outcome,
    codes: decision.outcome === 'approved' ? [] : [...new Set(decision.reasons.map(({ code }) => code))],
    mrzLines: zones[0]?.lines ?? null,
    mrzConfidences: zones[0]?.characters.map((line) => line.map(({ confidence }) => confidence)) ?? null,
    fields: reading.fields.map(({ field, witness, value }) => ({ field, witness, value })),
    timingsMs: timings,
    notOpened:
      reading.photos.flatMap(({ content }) => (content.kind === 'file_not_usable' ? [content.error.why] : []))[0] ??
      null,
    results,
  };
}
