/** A verification as it is kept: the pure one, and what belongs to it. */
import type { KnownContacts } from '@vidimus/protocol';
import type { Locale, Reason } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { Mode } from '../db/schema.ts';
import type { StoredContact } from './contact-store.ts';
import type { StepName } from './step.ts';
import type { Verification } from './verification.ts';

export type StoredVerification = {
  readonly verification: Verification;
  readonly organizationId: string;
  readonly mode: Mode;
  readonly applicant: { readonly id: string; readonly reference: string | null };
  readonly policy: { readonly id: string; readonly version: number };
  readonly residence: string | null;
  readonly locale: Locale;
  readonly returnUrl: string | null;
  /** What the operator said of the applicant. */
  readonly claims: Readonly<Record<string, string>>;
  /** What the operator knew of how the applicant can be reached. */
  readonly knownContacts: KnownContacts;
  /** Of the steps that ask for one. */
  readonly contacts: readonly StoredContact[];
  readonly redaction: 'none' | 'scheduled' | 'running' | 'done';
  readonly redactAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly decidedAt: Date | null;
  /** Ids and times of its decisions, in the order of `verification.decisions`. */
  readonly decisionRows: readonly { readonly id: string; readonly createdAt: Date }[];
};

/** One thing that was handed in. */
export type StoredAttempt = {
  readonly id: string;
  readonly step: StepName;
  readonly mediaId: string | null;
  readonly createdAt: Date;
  /** Of a photograph; its size, that of the upright picture, is known once it was read. */
  readonly photo: {
    readonly mediaType: string;
    readonly byteLength: number;
    /** Keyed hash, as decisions name it among what they rest on. */
    readonly fingerprint: string;
    readonly size: { readonly width_px: number; readonly height_px: number } | null;
  } | null;
};

/** Reasons as they are sealed; written by us, so that their shape is checked and their evidence trusted. */
export const sealedReasonsSchema = z.array(
  z.custom<Reason>((value) => typeof value === 'object' && value !== null && 'code' in value && 'evidence' in value),
);
export const sealedDecisionSchema = z.strictObject({
  reasons: sealedReasonsSchema,
  notes: sealedReasonsSchema,
  /** Of a person's decision: free text, which may name somebody. */
  grounds: z.string().optional(),
});
export const sealedClaimsSchema = z.record(z.string(), z.string());
