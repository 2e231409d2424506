/** What the person says beside what was read, and handing in. */
import type { DetailsAnswer } from '@vidimus/sdk';
import { CLAIMABLE } from './claimable.ts';
import type { Opened } from './opened-link.server.ts';
import { textIn } from './taking-steps.server.ts';

type Claims = NonNullable<DetailsAnswer['claims']>;

/** A correction, or the taking back of one, or a spelling. Says of which field the value is not clear. */
export async function sayClaim(opened: Opened, form: FormData): Promise<{ readonly unclear: string } | undefined> {
  const spelling = textIn(form, 'spelling');
  if (spelling !== '') return saved(opened, { ...opened.view.claims, name: spelling });
  const claimable = CLAIMABLE.find(({ name }) => name === textIn(form, 'field'));
  if (claimable === undefined) return { unclear: '' };
  const { [claimable.name]: _, ...others } = opened.view.claims;
  if (textIn(form, 'intent') === 'take_back') return saved(opened, others);
  const value = textIn(form, 'value');
  if (!SHAPES[claimable.kind].test(value) || value.length > claimable.longest) return { unclear: claimable.name };
  return saved(opened, { ...others, [claimable.name]: value });
}

/**
 * Hands in. What was answered before an earlier handing in is said again where it is asked again: the same answers, with
 * what was corrected since.
 */
export async function handIn({ view, client }: Opened): Promise<void> {
  const latest = view.attempts.findLast(({ step }) => step === 'details');
  const isAsked = view.steps.some(({ name, state }) => name === 'details' && state === 'asked');
  if (isAsked && latest?.submitted === true && view.details !== null) {
    await client.answerDetails(answerOf(view, view.claims));
  }
  await client.submitVerification();
}

/** The person no longer agrees: what follows from it is told on the page of the outcome. */
export async function withdraw({ client }: Opened): Promise<void> {
  await client.answerConsent({ document: false });
  await client.submitVerification();
}

/** As the interface takes them: claims are held against the document, so nothing that is not a value may stand for one. */
const SHAPES = {
  text: /^.+$/u,
  date: /^\d{4}-\d{2}-\d{2}$/,
  country: /^[A-Z]{3}$/,
  sex: /^[FMX]$/,
} as const;

async function saved({ view, client }: Opened, claims: Claims): Promise<undefined> {
  await client.answerDetails(answerOf(view, claims));
  return undefined;
}

function answerOf({ details }: Opened['view'], claims: Claims): DetailsAnswer {
  const { document_type = 'passport', issuing_state = null, residence = null } = details ?? {};
  return {
    document_type,
    claims,
    ...(issuing_state === null ? {} : { issuing_state }),
    ...(residence === null ? {} : { residence }),
  };
}
