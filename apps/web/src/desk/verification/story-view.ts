/** One verification as its page shows it: formatted on the server in the member's language, nothing left to look up. */
import type { State } from '../verifications/list-filter.ts';

/** A place on a photograph, in its upright pixels. */
export type Mark = {
  readonly id: string;
  readonly kind: 'finding' | 'field';
  /** Of the finding, as in the list beside it. */
  readonly number: number | undefined;
  readonly label: string;
  readonly corners: readonly (readonly [number, number])[];
};

export type PhotographView = {
  readonly mediaId: string;
  readonly src: string;
  readonly side: 'front' | 'back';
  /** Of its step, from 1. */
  readonly attempt: number;
  readonly takenAt: string;
  /** The one that its step stands for. */
  readonly stands: boolean;
  readonly submitted: boolean;
  readonly gone: 'erased' | 'no-preview' | undefined;
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly marks: readonly Mark[];
};

/** Something measured or read: what, how much, and the limit. */
export type Figure = {
  readonly measure: string;
  readonly observed: string;
  readonly threshold: string | undefined;
  readonly sources: readonly { readonly witness: WitnessName; readonly value: string }[];
};

export type FindingView = {
  readonly number: number;
  readonly code: string;
  readonly heading: string;
  readonly class: 'supply' | 'retake' | 'policy' | 'final' | 'human' | 'ours';
  readonly isWithheld: boolean;
  readonly reviewerMessage: string;
  readonly applicantMessage: string;
  readonly figures: readonly Figure[];
  readonly rules: readonly { readonly pointer: string; readonly meaning: string }[];
  /** The first of its marks, and on which photograph. */
  readonly mark: Place | undefined;
};

export type Place = { readonly mediaId: string; readonly markId: string };

export const WITNESSES = ['mrz', 'visual_zone', 'barcode', 'claim'] as const;
export type WitnessName = (typeof WITNESSES)[number];

export type WitnessCell = {
  readonly witness: WitnessName;
  readonly value: string;
  /** As printed, where that differs, and in the script of the document. */
  readonly printed: string | undefined;
  readonly original: string | undefined;
  /** Of a hundred. */
  readonly confidence: number | undefined;
  readonly place: Place | undefined;
};

export type FieldView = {
  readonly name: string;
  readonly label: string;
  readonly agree: boolean | null;
  readonly cells: readonly WitnessCell[];
};

export type CheckView = {
  readonly id: string;
  readonly claim: string;
  readonly result: 'passed' | 'failed' | 'inconclusive' | 'not_applicable' | 'not_performed';
  readonly figure: Figure | undefined;
  readonly note: string | undefined;
};

export type ClaimView = {
  readonly label: string;
  readonly operator: string | undefined;
  readonly applicant: string | undefined;
};

export type DecisionView = {
  readonly id: string;
  readonly outcome: 'approved' | 'action_required' | 'in_review' | 'declined';
  readonly by: 'rule' | 'person' | 'provider' | 'key' | 'member';
  readonly name: string | undefined;
  readonly grounds: string | undefined;
  readonly at: string;
  readonly policyVersion: number;
  readonly headings: readonly string[];
  readonly notes: readonly string[];
  readonly detectors: readonly string[];
};

export type ReviewState = {
  readonly id: string;
  readonly cause: 'decision' | 'appeal' | 'new_evidence' | 'attempt_limit';
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly waited: string;
  readonly claimedBy: string | undefined;
  readonly isMine: boolean;
  readonly isTakenByAnother: boolean;
  /** Two people decide: somebody gave an opinion; `me` may not give the second. */
  readonly firstOpinion: 'mine' | 'anothers' | undefined;
};

export type StepName = 'consent' | 'details' | 'contact_phone' | 'contact_email' | 'document_front' | 'document_back';

export type StoryView = {
  readonly id: string;
  readonly reference: string | undefined;
  readonly state: State;
  readonly isSimulated: boolean;
  readonly document: string | undefined;
  readonly residence: string | undefined;
  /** Contacts that are asked for; `how` and `at` once they were confirmed. */
  readonly contacts: readonly {
    readonly kind: 'phone' | 'email';
    readonly hint: string | undefined;
    readonly how: string | undefined;
    readonly at: string | undefined;
  }[];
  readonly policy: { readonly id: string; readonly name: string; readonly version: number };
  readonly applicantLocale: string;
  readonly createdAt: string;
  readonly photographs: readonly PhotographView[];
  readonly findings: readonly FindingView[];
  /** What passed, but was close. */
  readonly notes: readonly string[];
  readonly fields: readonly FieldView[];
  readonly checks: readonly CheckView[];
  readonly claims: readonly ClaimView[];
  readonly consent: boolean | null;
  readonly attempts: readonly AttemptView[];
  readonly decisions: readonly DecisionView[];
  /** The one that waits. */
  readonly review: ReviewState | undefined;
  readonly appeals: readonly { readonly id: string; readonly at: string; readonly statement: string }[];
  readonly timeline: readonly MomentView[];
  /** Which steps can be asked for again. */
  readonly steps: readonly StepName[];
};

export type AttemptView = {
  readonly id: string;
  readonly step: StepName;
  readonly number: number;
  readonly at: string;
  readonly submitted: boolean;
  readonly stands: boolean;
  readonly headings: readonly string[];
  /** What this photograph shows instead of what the first ones did. */
  readonly showsOther: 'document' | 'holder' | undefined;
};

export type MomentView = {
  readonly at: string;
  readonly words: string;
  readonly actor: 'applicant' | 'member' | 'api_key' | 'system';
};
