/** Places where others' answers come in. None is filled by this software: what is empty sends the case to a person. */
import type { Result } from '@vidimus/engine/standards';
import { type CheckReport, type Evidence, type ProviderSlotName, type Reason, reasonEntry } from '@vidimus/vocabulary';

/** What a provider is asked: what the document says, of whom it is not said. */
export type SlotQuestion = {
  readonly verificationId: string;
  readonly document: CheckReport['document'];
};

export type SlotAnswer =
  | { readonly outcome: 'confirmed' }
  /** Codes of the registry that slots raise: 39–41 and 56–58. */
  | { readonly outcome: 'failed'; readonly code: SlotCode; readonly evidence: Evidence }
  /** The provider answered, and could not tell. */
  | { readonly outcome: 'inconclusive'; readonly because: string };
export type SlotCode = Extract<
  Reason['code'],
  'document_image_edited' | 'document_design_mismatch' | 'record_not_confirmed' | 'screening_possible_match'
>;

/** `observed`: what the provider said instead of an answer, e.g. a status. Never personal data. */
export type SlotUnavailable = { readonly code: 'slot.unavailable'; readonly observed: string };

export type ProviderSlot = {
  /** How it is called in reasons and records. */
  readonly provider: string;
  readonly ask: (question: SlotQuestion, signal: AbortSignal) => Promise<Result<SlotAnswer, SlotUnavailable>>;
};
export type ProviderSlots = Readonly<Partial<Record<ProviderSlotName, ProviderSlot>>>;

/** The reasons of all places that a policy wants an answer from; none when all confirmed. */
export async function askSlots(
  slots: ProviderSlots,
  wanted: readonly ProviderSlotName[],
  question: SlotQuestion,
  signal: AbortSignal,
): Promise<readonly Reason[]> {
  const reasons = await Promise.all(wanted.map(async (name) => reasonOf(name, slots[name], question, signal)));
  return reasons.filter((reason) => reason !== undefined);
}

async function reasonOf(
  name: ProviderSlotName,
  slot: ProviderSlot | undefined,
  question: SlotQuestion,
  signal: AbortSignal,
): Promise<Reason | undefined> {
  if (slot === undefined) return doubt(name, 'nobody', 'no provider is set up');
  const asked = await slot.ask(question, signal);
  if (!asked.ok)
    return reason('provider_unavailable', name, {
      measure: name,
      observed: asked.error.observed,
      facts: { source: slot.provider },
    });
  const { value: answer } = asked;
  switch (answer.outcome) {
    case 'confirmed':
      return undefined;
    case 'failed':
      return reason(answer.code, name, answer.evidence);
    case 'inconclusive':
      return doubt(name, slot.provider, answer.because);
  }
}

function doubt(name: ProviderSlotName, provider: string, because: string): Reason {
  const facts = { step: 'records', check: name, because, source: provider };
  return reason('review_required', name, { measure: name, observed: null, facts });
}

function reason(code: Reason['code'], check: string, evidence: Evidence): Reason {
  const { class: reasonClass, disclosure } = reasonEntry(code);
  return { code, class: reasonClass, disclosure, check, evidence: [evidence] };
}
