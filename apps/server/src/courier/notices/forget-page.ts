/** `/forget/{token}`: one click, and the address is forgotten. A POST, because mail programs open links by themselves (RFC 8058). */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContext, AppEnv } from '../../http/app-context.ts';
import { DOCS_STYLE } from '../../http/docs/docs-style.table.ts';
import type { Vault } from '../../vault/vault.ts';
import { localeOf } from '../present-delivery.ts';
import { findByToken, forgetNotice, type NoticeRow } from './notice-store.ts';
import { NOTICE_WORDS, type NoticeWords } from './notice-words.table.ts';

export const FORGET_PATH = '/forget';

const ROUTE = `${FORGET_PATH}/:token`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(DOCS_STYLE).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const TOKEN = /^[\w-]{43}$/;

/** Two routes: what will be forgotten, and that it is. */
export function addForgetPage(
  app: Hono<AppEnv>,
  parts: { readonly db: Kysely<Database>; readonly vault: Pick<Vault, 'forget'> },
): void {
  const found = async (token: string | undefined) =>
    token !== undefined && TOKEN.test(token)
      ? inTransaction(parts.db, { role: 'gate' }, (trx) => findByToken(trx, token))
      : undefined;
  app.get(ROUTE, async (c) => {
    c.set('route', ROUTE);
    const notice = await found(c.req.param('token'));
    return notice === undefined ? answer(c, 404, 'en', 'gone') : answer(c, 200, notice.locale, 'ask');
  });
  app.post(ROUTE, async (c) => {
    c.set('route', ROUTE);
    const notice = await found(c.req.param('token'));
    // Clicked twice is clicked.
    if (notice === undefined) return answer(c, 200, 'en', 'gone');
    await forget(parts, notice);
    return answer(c, 200, notice.locale, 'done');
  });
}

function forget(
  { db, vault }: { readonly db: Kysely<Database>; readonly vault: Pick<Vault, 'forget'> },
  notice: NoticeRow,
): Promise<void> {
  const scope = { role: 'tenant', organizationId: notice.organization_id } as const;
  return inTransaction(db, scope, (trx) => forgetNotice(trx, vault, notice));
}

async function answer(
  c: AppContext,
  status: 200 | 404,
  localeColumn: string,
  says: keyof Pick<NoticeWords, 'ask' | 'done' | 'gone'>,
): Promise<Response> {
  const locale = localeOf(localeColumn);
  const words = NOTICE_WORDS[locale];
  // Without an address it posts to its own, and the token stands in the page a second time nowhere.
  const form = says === 'ask' ? html`<form method="post"><button>${words.button}</button></form>` : '';
  const page = await html`<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${words.button}</title>
    <style>${raw(DOCS_STYLE)}</style>
  </head>
  <body>
    <main id="main"><h1>${words.button}</h1><p>${words[says]}</p>${form}</main>
  </body>
</html>`;
  c.header('Content-Security-Policy', POLICY);
  return c.html(page.toString(), status);
}
