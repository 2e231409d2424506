/** Who asks, once that is known. */
import type { Mode } from '../db/schema.ts';
import type { Right } from '../people/right.ts';

export type Caller =
  | {
      readonly kind: 'api_key';
      readonly id: string;
      readonly organizationId: string;
      readonly mode: Mode;
      readonly rights: ReadonlySet<Right>;
    }
  | {
      readonly kind: 'member';
      readonly id: string;
      readonly organizationId: string;
      /** Which of the two the member is looking at. */
      readonly mode: Mode;
      readonly rights: ReadonlySet<Right>;
      readonly sessionId: string;
      /** Whether the second factor was proven again a short while ago. */
      readonly steppedUp: boolean;
    }
  | {
      readonly kind: 'applicant';
      /** Of the link, not of a person. */
      readonly id: string;
      readonly organizationId: string;
      readonly mode: Mode;
      readonly verificationId: string;
      readonly link: 'apply' | 'receipt';
      /** Of a link for another device that was not let in yet: until when it must be. */
      readonly openUntil?: Date;
      /** Of a receipt that somebody opened with the birth date: until when it opens everything. */
      readonly provenUntil?: Date;
    }
  | {
      /** An applicant who kept an account, and is signed in to it. */
      readonly kind: 'account';
      readonly id: string;
      readonly organizationId: string;
      readonly mode: Mode;
      readonly sessionId: string;
    }
  | {
      /** Whoever a one-time code was sent to, by the address of its page. */
      readonly kind: 'recipient';
      /** Of the link, not of a person. */
      readonly id: string;
      readonly organizationId: string;
      readonly mode: Mode;
      readonly codeId: string;
    };
export type CallerKind = Caller['kind'];
