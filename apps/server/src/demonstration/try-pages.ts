/** `/try`: verify yourself. A fresh link at a press, and photographs of nobody's documents for whoever has none at hand. */
import type { SpecimenRequest } from '@vidimus/specimens';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { AppContext, AppEnv } from '../http/app-context.ts';
import { frame, PAGE_POLICY } from '../http/docs/docs-page.ts';
import { isFromThisMachine } from '../http/from-this-machine.ts';
import { notThere, SIMULATOR_PATH } from '../simulator/simulator-pages.ts';
import { TRY_CODE_PATH, tryCode, tryCodePage } from './try-code-pages.ts';
import { contactPolicy } from './try-contact-policy.ts';
import { TRY_PHOTOGRAPHS } from './try-photographs.table.ts';

export type TryParts = {
  /** The demonstration's, of test mode. */
  readonly key: string;
  readonly policy: string;
  readonly clock: () => Date;
  readonly draw: (request: SpecimenRequest) => Promise<readonly Uint8Array[]>;
};

export const TRY_PATH = '/try';
const WITH_CONTACT = `${TRY_PATH}/with-a-telephone-number`;
const OPERATOR = 'Demonstration';
const PHOTOGRAPHS = `${TRY_PATH}/photographs`;
/** Its own form leads on to the applicant's page of this server. */
const POLICY = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");
const createdSchema = z.object({ link: z.object({ url: z.url() }) });

/** For whoever sits at this machine. Every press is a verification of its own, in test mode: specimens count there. */
export function addTryPages(app: Hono<AppEnv>, parts: TryParts): void {
  const drawn = new Map<string, Promise<readonly Uint8Array[]>>();
  const own = (answer: (c: AppContext) => Promise<Response>, path: string) => async (c: AppContext) => {
    c.set('route', path);
    return isFromThisMachine(c.env?.incoming) ? answer(c) : notThere(c);
  };
  for (const [path, page] of [
    [TRY_PATH, tryPage],
    [TRY_CODE_PATH, tryCodePage],
  ] as const) {
    app.get(
      path,
      own(async (c) => {
        c.header('Content-Security-Policy', POLICY);
        // With `no-referrer`, as elsewhere, browsers would hide the Origin of its own form, too.
        c.header('Referrer-Policy', 'same-origin');
        return c.html(await page());
      }, path),
    );
  }
  app.post(
    TRY_CODE_PATH,
    own(async (c) => (isOfAnotherSite(c) ? notThere(c) : tryCode(app, c, parts.key)), TRY_CODE_PATH),
  );
  app.post(
    TRY_PATH,
    own(async (c) => (isOfAnotherSite(c) ? notThere(c) : c.redirect(await newLink(app, c, parts), 303)), TRY_PATH),
  );
  app.post(
    WITH_CONTACT,
    own(async (c) => {
      if (isOfAnotherSite(c)) return notThere(c);
      const policy = await contactPolicy(app, { key: parts.key, operator: OPERATOR, usual: parts.policy });
      return c.redirect(await newLink(app, c, { ...parts, policy }), 303);
    }, WITH_CONTACT),
  );
  app.get(
    `${PHOTOGRAPHS}/:file`,
    own(async (c) => {
      const photograph = TRY_PHOTOGRAPHS.find(({ name }) => `${name}.jpg` === c.req.param('file'));
      if (photograph === undefined) return notThere(c);
      const asOf = parts.clock().toISOString().slice(0, 'YYYY-MM-DD'.length);
      const key = JSON.stringify([photograph.request, asOf]);
      const drawing = drawn.get(key) ?? parts.draw({ ...photograph.request, asOf });
      drawn.set(key, drawing);
      const jpeg = (await drawing)[photograph.at];
      if (jpeg === undefined) return notThere(c);
      c.header('Content-Disposition', `attachment; filename="${photograph.name}.jpg"`);
      return c.body(new Uint8Array(jpeg), 200, { 'Content-Type': 'image/jpeg' });
    }, PHOTOGRAPHS),
  );
}

/** A form of any page that a browser here shows can be sent here, too; browsers say which page it was of. */
function isOfAnotherSite(c: AppContext): boolean {
  const origin = c.req.header('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
}

/** Made through the interface, as any service would. */
async function newLink(app: Hono<AppEnv>, c: AppContext, { key, policy }: TryParts): Promise<string> {
  const made = await app.request('/v1/verifications', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ policy }),
  });
  if (!made.ok) throw new Error(`the demonstration's verification was refused: ${made.status}`);
  const { url } = createdSchema.parse(await made.json()).link;
  // By the name that this page was asked by, so that the browser stays where it is.
  return new URL(new URL(url).pathname, c.req.url).pathname;
}

async function tryPage(): Promise<string> {
  const body = html`
    <main id="main">
      <h1>Verify yourself</h1>
      <p>You are an applicant of the demonstration company. Everything stays on this machine, and nothing of it counts: it is test mode, which also takes drawn documents.</p>
      <form method="post" action="${TRY_PATH}"><p><button type="submit">Start</button></p></form>
      <p>Or <a href="${TRY_CODE_PATH}">wait for a code</a>: see what somebody sees whose message dawdles, fails, or never comes.</p>
      <h2>With a telephone number</h2>
      <p>The same, by a policy that asks for a number and sends a code to it. What is sent arrives in the <a href="${SIMULATOR_PATH}">mailbox and phones</a> of this demonstration; the last three digits of a number say what becomes of a message, such as 912 for one that nobody has.</p>
      <form method="post" action="${WITH_CONTACT}"><p><button type="submit">Start with a telephone number</button></p></form>
      <h2>No passport at hand?</h2>
      <p>Save one of these photographs of nobody, and choose it as a file. Their documents are of Utopia: say that you live there. Each is drawn when you ask for it, in some seconds.</p>
      <ul>
        ${TRY_PHOTOGRAPHS.map(({ name, words }) => html`<li><a href="${PHOTOGRAPHS}/${name}.jpg" download>${words}</a></li>`)}
      </ul>
    </main>`;
  return frame('Verify yourself', body);
}
