/** What a person does about a contact: names it, enters the code, has it sent again, names another. */
import { TYPED_CHANNELS } from '@vidimus/protocol';
import { type ApplicantView, VidimusProblem } from '@vidimus/sdk';
import { redirect } from 'react-router';
import { type CodeDoor, takeCodeStep } from '../codes/take-code-step.server.ts';
import type { Opened } from '../verify/opened-link.server.ts';
import { ELSEWHERE, textIn } from '../verify/taking-steps.server.ts';

const COUNTRY = /^[A-Z]{3}$/;

/** Leads on to what is due once it is confirmed, and back to the page before. `client`: one that asks once. */
export async function answerContact({ client, token }: Pick<Opened, 'client' | 'token'>, form: FormData) {
  const base = `/verify/${token}`;
  const kind = textIn(form, 'kind') === 'email' ? 'email' : 'phone';
  const channel = TYPED_CHANNELS.find((one) => one === textIn(form, 'channel'));
  const country = textIn(form, 'country');
  const where = {
    ...(channel === undefined ? {} : { channel }),
    ...(COUNTRY.test(country) ? { country } : {}),
  };
  const isKnown = textIn(form, 'known') === 'yes';
  const door: CodeDoor = {
    verify: async (body) => answerIn(await hereOr(base, client.verifyOwnContact(kind, body)), kind),
    resend: (body) => hereOr(base, client.resendOwnContactCode(kind, body)),
    correctContact: ({ to }) => hereOr(base, client.sendOwnContactCode(kind, isKnown ? where : { ...where, to })),
  };
  // That one is named already: there is nothing to be typed.
  if (isKnown) form.set('to', 'known');
  return takeCodeStep(door, form, { page: `${base}/contact`, accepted: base });
}

function answerIn({ contacts }: ApplicantView, kind: 'phone' | 'email') {
  const contact = contacts.find((each) => each.kind === kind);
  return {
    accepted: contact === undefined || contact.confirmed !== null,
    tries_left: contact?.code?.tries_left ?? 0,
    reasons: (contact?.reasons ?? []).map(({ code, number, heading, message = heading }) => {
      return { code, number, heading, message };
    }),
  };
}

/** Done on another device meanwhile, run out, or erased: the way's beginning knows where to go on. */
async function hereOr<T>(base: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof VidimusProblem && ELSEWHERE.has(error.code)) throw redirect(base);
    throw error;
  }
}
