/** What the engine and the applicant's answers give a decision to stand on. */
import { type CheckReport, type Reason, type ReasonReport, reasonEntry } from '@vidimus/vocabulary';

/** Who does not agree is asked again: nothing was read. */
export function consentDeclined(): Reason {
  return {
    ...registered('consent_declined'),
    check: 'consent',
    evidence: [{ measure: 'consent', observed: 'declined', facts: { purpose: 'document' } }],
  };
}

/** A code with its class and disclosure, from the registry. */
export function registered(code: Reason['code']): Pick<Reason, 'code' | 'class' | 'disclosure'> {
  const { class: reasonClass, disclosure } = reasonEntry(code);
  return { code, class: reasonClass, disclosure };
}

/** A reason of the report without its words: they are made again in the language of whoever reads. */
export function reasonOf({ code, class: reasonClass, disclosure, check, evidence }: ReasonReport): Reason {
  return { code, class: reasonClass, disclosure, check, evidence };
}

/** By engine and model, its version; nothing where nothing was read. */
export function detectorsOf(report: CheckReport | undefined): Readonly<Record<string, string>> {
  if (report === undefined) return {};
  const models = report.engine.models.map(({ name, version }) => [name, version] as const);
  return { engine: report.engine.version, ...Object.fromEntries(models) };
}
