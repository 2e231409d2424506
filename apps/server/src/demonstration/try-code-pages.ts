/** `/try/code`: have a code sent to a simulated number, mailbox or app, and see what somebody sees who waits for it. */
import { randomInt } from 'node:crypto';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { TEST_APPS, TEST_MAILBOXES, TEST_NUMBERS } from '../courier/test-numbers.table.ts';
import type { AppContext, AppEnv } from '../http/app-context.ts';
import { frame } from '../http/docs/docs-page.ts';
import { SIMULATOR_PATH } from '../simulator/simulator-pages.ts';

export const TRY_CODE_PATH = '/try/code';
/** Of a country whose routes have no cap of their own. Two digits are drawn, so that a number can be tried again and again. */
const BEGINNING = '+506888';
const DRAWN = 100;
const PLAIN_ENDING = '001';
/** Before what an app's reference begins with. */
const APP = 'app:';
const madeSchema = z.object({ url: z.url() });
const refusedSchema = z.object({ detail: z.string() });

type Choice = { readonly value: string; readonly words: string };

/** Numbers by what they do; the first one delivers. */
const CHOICES: readonly Choice[] = [
  { value: PLAIN_ENDING, words: 'a number that gets its messages' },
  ...TEST_NUMBERS.map(({ ending, words }) => ({ value: ending, words: `a number that ends in ${ending}: ${words}` })),
  { value: 'anna@demonstration.example', words: 'a mailbox that gets its mail' },
  ...TEST_MAILBOXES.map(({ ending, words }) => ({
    value: `${ending}@demonstration.example`,
    words: `${ending}@…: ${words}`,
  })),
  { value: `${APP}person`, words: 'an app of the operator’s that gets its notifications' },
  ...TEST_APPS.map(({ ending, words }) => ({ value: `${APP}${ending}`, words: `an app, ${ending}-…: ${words}` })),
];

/** The form. */
export async function tryCodePage(): Promise<string> {
  const body = html`
    <main id="main">
      <h1>Wait for a code</h1>
      <p>Choose whom the code is sent to, and you are taken to the page that this person sees. What arrives is read at the <a href="${SIMULATOR_PATH}" target="_blank" rel="noopener">simulated phones, mailbox and app</a>.</p>
      <form method="post" action="${TRY_CODE_PATH}">
        <fieldset>
          <legend>Sent to</legend>
          ${CHOICES.map(({ value, words }, at) => html`<p><label><input type="radio" name="to" value="${value}" ${at === 0 ? 'checked' : ''} /> ${words}</label></p>`)}
        </fieldset>
        <p><button type="submit">Send the code</button></p>
      </form>
    </main>`;
  return frame('Wait for a code', body);
}

/** Made through the interface, as any service would: leads to the code's page, or says why not. */
export async function tryCode(app: Hono<AppEnv>, c: AppContext, key: string): Promise<Response> {
  const { to } = await c.req.parseBody();
  const choice = CHOICES.find(({ value }) => value === to) ?? CHOICES[0];
  const made = await app.request('/v1/contact-codes', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(codeFor(choice?.value ?? PLAIN_ENDING)),
  });
  const answer: unknown = await made.json();
  if (made.ok) return c.redirect(new URL(madeSchema.parse(answer).url).pathname, 303);
  const { detail } = refusedSchema.parse(answer);
  const body = html`<main id="main"><h1>Not sent</h1><p>${detail}</p><p><a href="${TRY_CODE_PATH}">Choose again</a></p></main>`;
  return c.html(await frame('Not sent', body), 429);
}

function codeFor(value: string) {
  const common = { purpose: 'confirm', correctable: true };
  if (value.includes('@')) return { ...common, channel: 'email', to: value };
  const drawn = String(randomInt(DRAWN)).padStart(2, '0');
  if (value.startsWith(APP)) {
    const number = [{ channel: 'sms', to: `${BEGINNING}${drawn}${PLAIN_ENDING}` }];
    return { ...common, channel: 'push', to: `${value.slice(APP.length)}-${drawn}`, alternatives: number };
  }
  const alternatives = [{ channel: 'email', to: 'anna@demonstration.example' }];
  return { ...common, channel: 'sms', to: `${BEGINNING}${drawn}${value}`, alternatives };
}
