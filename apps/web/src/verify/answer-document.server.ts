/** The answers of the page of documents: what kind it is, and yes or no to what is done with it. */
import { documentTypeSchema } from '@vidimus/vocabulary';
import { redirect } from 'react-router';
import { withdraw } from './answer-check.server.ts';
import { contactToConfirm } from './due-step.ts';
import type { Opened } from './opened-link.server.ts';
import { textIn } from './taking-steps.server.ts';

/** Leads on to the first photograph, or after a no to what follows from it. Otherwise what is missing, or why it is not taken. */
export async function answerDocument(opened: Opened, form: FormData) {
  const { view, client, token } = opened;
  if (textIn(form, 'intent') === 'refuse') {
    await withdraw(opened);
    throw redirect(`/verify/${token}/outcome`);
  }
  const type = documentTypeSchema.safeParse(textIn(form, 'document_type'));
  const agrees = textIn(form, 'consent') === 'document';
  if (!type.success || !agrees) {
    return { missing: [...(type.success ? [] : ['document_type']), ...(agrees ? [] : ['consent'])] };
  }
  const declared = { document_type: type.data, ...countries(form, view.residence) };
  const { reasons } = await client.policies.preflight({ residence: view.residence ?? undefined, ...declared });
  // Told instead of handed in: the answers would be a refusal on file.
  if (reasons.length > 0) return { refused: reasons.map(({ heading, message }) => ({ heading, message })) };
  await client.answerConsent({ document: true });
  const answered = await client.answerDetails({ ...declared, claims: view.claims });
  throw redirect(`/verify/${token}/${contactToConfirm(answered) === undefined ? 'photo/front' : 'contact'}`);
}

function countries(form: FormData, known: string | null) {
  const [issuing, residence] = [textIn(form, 'issuing_state'), textIn(form, 'residence')];
  return {
    ...(CODE.test(issuing) ? { issuing_state: issuing } : {}),
    // What the operator said stands.
    ...(known === null && CODE.test(residence) ? { residence } : {}),
  };
}

const CODE = /^[A-Z]{3}$/;
