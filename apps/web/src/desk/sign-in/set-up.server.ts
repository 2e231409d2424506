/** What the page of the ways to sign in does, one thing a form. */
import type { MemberClient } from '@vidimus/sdk';
import type { AppOffer } from '../../shell/app-offer.tsx';
import { drawQrCode } from '../../shell/draw-qr-code.ts';
import { type Asked, ask } from '../ask.server.ts';
import type { AskedPage } from '../require-member.server.ts';
import type { ToldProblem } from '../told-problem.ts';

export type SetUpDone = {
  /** Which form was sent. */
  readonly form: string;
  readonly problem?: ToldProblem;
  /** For the authenticator app; it stays the same until a code of it was right. */
  readonly offer?: AppOffer;
  /** The app is in use now. */
  readonly isDone?: boolean;
};

/** Sets the password and offers the app's secret; confirms the app; or removes a passkey. */
export async function setUp(args: AskedPage, api: MemberClient, form: FormData): Promise<SetUpDone> {
  const what = String(form.get('do') ?? '');
  if (what === 'password') {
    const set = await ask(args, () => api.session.setPassword({ password: String(form.get('password') ?? '') }));
    if (!set.ok) return { form: what, problem: set.problem };
    return offered(what, await ask(args, () => api.session.offerTotp()));
  }
  if (what === 'app') {
    const uri = String(form.get('uri') ?? '');
    const code = String(form.get('code') ?? '').trim();
    const confirmed = await ask(args, () => api.session.confirmTotp({ code }));
    if (confirmed.ok) return { form: what, isDone: true };
    return { form: what, problem: confirmed.problem, offer: offerOf(uri, String(form.get('secret') ?? '')) };
  }
  const removed = await ask(args, () => api.session.removePasskey(String(form.get('passkey') ?? '')));
  return removed.ok ? { form: 'passkey' } : { form: 'passkey', problem: removed.problem };
}

function offered(form: string, offer: Asked<{ readonly secret: string; readonly uri: string }>): SetUpDone {
  if (!offer.ok) return { form, problem: offer.problem };
  return { form, offer: offerOf(offer.value.uri, offer.value.secret) };
}

function offerOf(uri: string, secret: string): AppOffer {
  return { uri, secret, qr: drawQrCode(uri) };
}
