import { z } from 'zod';
import type { Evidence, NonEmpty } from './evidence.ts';
import type { ReasonCode } from './reason-code.ts';

export const outcomeSchema = z.enum(['approved', 'action_required', 'in_review', 'declined']);
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * `retake` same document, now · `supply` another document, or corrected data · `policy` the operator's rule ·
 * `ours` our fault or a provider's · `human` a person decides · `final` declined by a named person or a published rule.
 */
export const reasonClassSchema = z.enum(['retake', 'supply', 'policy', 'ours', 'human', 'final']);
export type ReasonClass = z.infer<typeof reasonClassSchema>;

export const disclosureSchema = z.enum(['full', 'category', 'withheld']);
export type Disclosure = z.infer<typeof disclosureSchema>;

/** A registered reason with its evidence. */
export type Reason = {
  readonly code: ReasonCode;
  readonly class: ReasonClass;
  readonly disclosure: Disclosure;
  /** The check that raised it. */
  readonly check: string;
  readonly evidence: NonEmpty<Evidence>;
};

/** A refusal without a reason cannot be constructed. */
export type Decision =
  | { readonly outcome: 'approved'; readonly notes: readonly Reason[] }
  | {
      readonly outcome: 'action_required' | 'in_review' | 'declined';
      readonly reasons: NonEmpty<Reason>;
      readonly notes: readonly Reason[];
    };
