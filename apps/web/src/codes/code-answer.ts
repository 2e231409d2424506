/** What an action says of a form about a code. */
import type { OwnCodeAnswer } from '@vidimus/sdk';
import type { MessageKey } from '../texts/areas.ts';

export type CodeProblemKey = Extract<MessageKey<'codes'>, `problem_${string}`>;

export type CodeAnswer =
  | {
      readonly kind: 'wrong';
      readonly reasons: readonly Pick<OwnCodeAnswer['reasons'][number], 'message'>[];
      readonly triesLeft: number;
    }
  | { readonly kind: 'missing'; readonly field: 'code' | 'to' }
  | {
      readonly kind: 'refused';
      /** Which form it was of. */
      readonly intent: 'enter' | 'resend' | 'correct';
      readonly problem: CodeProblemKey;
      /** After which it may be tried again; 0 where that would not help. */
      readonly seconds: number;
    };

/** What was done, in the address of the page that follows. */
export type CodeDone = 'sent' | 'corrected';

/** Where a form's words stand: what the person typed wrong beside its field, the rest at the head. */
export function refusalOf(answer: CodeAnswer | undefined, intent: 'enter' | 'resend' | 'correct') {
  return answer?.kind === 'refused' && answer.intent === intent ? answer : undefined;
}
