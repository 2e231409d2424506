/** `/simulator`: the mailbox, a phone for every number, and the operator's app on the phones of its users. For whoever sits at this machine; without script. */
import { REACHED_BY } from '@vidimus/protocol';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { TEST_APPS, TEST_MAILBOXES, TEST_NUMBERS, type TestNumberRow } from '../courier/test-numbers.table.ts';
import type { AppContext, AppEnv } from '../http/app-context.ts';
import { frame, PAGE_POLICY } from '../http/docs/docs-page.ts';
import { isFromThisMachine } from '../http/from-this-machine.ts';
import { problemDocument } from '../http/problem.ts';
import { PROBLEM_TYPE } from '../http/sent.ts';
import type { Arrived, Inbox } from './inbox.ts';

type Markup = ReturnType<typeof html>;

export const SIMULATOR_PATH = '/simulator';
const PATH = SIMULATOR_PATH;
const CHANNEL_WORDS = { sms: 'SMS', call: 'Call', whatsapp: 'WhatsApp', email: 'Mail', push: 'Notification' } as const;
const APP_EXAMPLE = 'person-4711';

export function addSimulatorPages(app: Hono<AppEnv>, inbox: Inbox): void {
  const pages: Readonly<Record<string, (c: AppContext) => Promise<string>>> = {
    [PATH]: () => overview(inbox.all()),
    [`${PATH}/messages/:id`]: (c) =>
      onePage(
        'Message',
        inbox.all().filter(({ id }) => String(id) === c.req.param('id')),
      ),
    [`${PATH}/phones/:number`]: (c) => {
      const number = `+${c.req.param('number') ?? ''}`;
      return onePage(
        `Phone ${number}`,
        inbox.all().filter(({ to }) => to === number),
      );
    },
  };
  for (const [path, page] of Object.entries(pages)) {
    app.get(path, async (c) => {
      c.set('route', path);
      if (!isFromThisMachine(c.env?.incoming)) return notThere(c);
      c.header('Content-Security-Policy', PAGE_POLICY);
      return c.html(await page(c));
    });
  }
}

/** What an address is that is not told of. */
export function notThere(c: AppContext): Response {
  const refused = { status: 404, code: 'route.unknown', detail: 'See `/docs` for what there is.' } as const;
  return c.body(JSON.stringify(problemDocument(refused, c.var.requestId)), 404, { 'Content-Type': PROBLEM_TYPE });
}

async function overview(all: readonly Arrived[]): Promise<string> {
  const mails = all.filter(({ channel }) => channel === 'email');
  const grouped = (kind: 'phone' | 'push') =>
    Map.groupBy(
      all.filter(({ channel }) => REACHED_BY[channel] === kind),
      ({ to }) => to,
    );
  const phones = grouped('phone');
  const apps = grouped('push');
  const body = html`
    <main id="main">
      <h1>Mailbox, phones and app</h1>
      <p>Nothing of this demonstration leaves your machine: its carriers are simulated, and what they bring arrives here. It is kept until the server stops. <a href="${PATH}">Look again</a></p>
      <h2 id="mailbox">Mailbox</h2>
      ${mails.length === 0 ? html`<p>No mail yet.</p>` : html`<ul>${mails.map(line)}</ul>`}
      <h2 id="phones">Phones</h2>
      ${
        phones.size === 0
          ? html`<p>No message and no call yet.</p>`
          : [...phones].map(
              ([number, messages]) =>
                html`<h3><a href="${PATH}/phones/${number.slice(1)}">${number}</a></h3><ul>${messages.map(line)}</ul>`,
            )
      }
      <h2 id="apps">App</h2>
      ${
        apps.size === 0
          ? html`<p>No notification yet.</p>`
          : [...apps].map(
              ([reference, messages]) =>
                html`<h3>On the phone of <code>${reference}</code></h3><ul>${messages.map(line)}</ul>`,
            )
      }
      <h2 id="numbers">Numbers, addresses and apps that do something else</h2>
      <p>Any number with its country delivers, such as +506 8888 0001. The last three digits can say otherwise, whatever the country:</p>
      ${table('Ends in', TEST_NUMBERS, ({ ending }) => `…${ending}`)}
      <p>So can what stands before the @ of an address:</p>
      ${table('Address', TEST_MAILBOXES, ({ ending }) => `${ending}@…`)}
      <p>And so can the first word of your own reference of an app, such as removed-7 (any other delivers, such as ${APP_EXAMPLE}):</p>
      ${table('Reference', TEST_APPS, ({ ending }) => `${ending}-…`)}
    </main>`;
  return frame('Mailbox, phones and app', body);
}

async function onePage(title: string, messages: readonly Arrived[]): Promise<string> {
  const body = html`
    <main id="main">
      <p><a href="${PATH}">Mailbox, phones and app</a></p>
      <h1>${title}</h1>
      ${messages.length === 0 ? html`<p>Nothing arrived here.</p>` : messages.map(whole)}
    </main>`;
  return frame(title, body);
}

function line(one: Arrived): Markup {
  const words = one.subject ?? (one.text.length > SHOWN ? `${one.text.slice(0, SHOWN)} …` : one.text);
  return html`<li><a href="${PATH}/messages/${one.id}">${when(one)}: ${CHANNEL_WORDS[one.channel]}${
    one.channel === 'email' ? html` to ${one.to}` : ''
  }</a><br />${words}</li>`;
}
const SHOWN = 160;

function whole(one: Arrived): Markup {
  return html`<article aria-label="${CHANNEL_WORDS[one.channel]}, ${one.at.toISOString()}">
    <dl>
      <dt>Arrived</dt><dd>${when(one)}, by ${one.route}</dd>
      <dt>From</dt><dd>${one.from}</dd>
      <dt>To</dt><dd>${one.to}</dd>
      ${one.subject === undefined ? '' : html`<dt>Subject</dt><dd>${one.subject}</dd>`}
    </dl>
    <p dir="auto">${linked(one.text)}</p>
  </article>`;
}

/** Lines stay lines, and addresses can be followed. */
function linked(text: string): readonly Markup[] {
  return text
    .split('\n')
    .map(
      (row) =>
        html`${row.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}<br />`,
    );
}

function table(heading: string, rows: readonly TestNumberRow[], name: (row: TestNumberRow) => string): Markup {
  return html`<table>
    <thead><tr><th scope="col">${heading}</th><th scope="col">What it does</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${name(row)}</th><td>${row.words}</td></tr>`)}</tbody>
  </table>`;
}

/** In UTC, as everywhere on the wire. */
function when({ at }: Arrived): Markup {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
