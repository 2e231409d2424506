/** `/docs`: the contract as one page to read, made of the contract itself. No script, and nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { exampleOf } from '../contract/example-of.ts';
import type { OpenApiDocument, Operation, Parameter, Response, Schema } from '../contract/open-api.ts';
import { DOCS_STYLE } from './docs-style.table.ts';

type Markup = ReturnType<typeof html>;
/** An operation with its place. */
type Placed = { readonly path: string; readonly method: string; readonly operation: Operation };

/** For both pages: the style is allowed by its hash, everything else is refused. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(DOCS_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const CALLER_WORDS: Readonly<Record<string, string>> = {
  api_key: 'API key',
  member: 'member who signed in',
  applicant: 'applicant’s link',
  recipient: 'page of a code',
};

/** The whole page. */
export async function docsPage(contract: OpenApiDocument): Promise<string> {
  const placed = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const byTag = contract.tags.map(({ name }) => ({
    name,
    operations: placed.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const body = html`
    <nav aria-label="Contents">
      <details class="contents"><summary>Contents</summary>
      <ul>
        ${byTag.map(
          ({ name, operations }) => html`<li><a href="#tag-${name}">${name}</a>
            <ul>${operations.map(
              ({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
            )}</ul></li>`,
        )}
      </ul>
      </details>
      <p><a href="/docs/problems">All problems</a> · <a href="/v1/openapi.json">OpenAPI 3.1</a></p>
    </nav>
    <main id="main">
      <h1>${contract.info.title} ${contract.info.version}</h1>
      <p>${contract.info.description}</p>
      ${howToAsk(contract)}
      ${orderOfCalls(placed)}
      ${byTag.map(
        ({ name, operations }) => html`<section aria-labelledby="tag-${name}">
          <h2 id="tag-${name}">${name}</h2>
          ${operations.map((one) => operationMarkup(one, contract))}
        </section>`,
      )}
    </main>`;
  return frame(`${contract.info.title}: interface`, body);
}

/** Head and skip link around a page's body. */
export async function frame(title: string, body: Markup): Promise<string> {
  const whole = await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>${raw(DOCS_STYLE)}</style>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    ${body}
  </body>
</html>`;
  return whole.toString();
}

function howToAsk(contract: OpenApiDocument): Markup {
  const schemes = Object.entries(contract.components.securitySchemes);
  return html`<section aria-labelledby="asking">
    <h2 id="asking">Asking</h2>
    <dl>${schemes.map(([kind, { description }]) => html`<dt>${CALLER_WORDS[kind]}</dt><dd>${inline(description)}</dd>`)}</dl>
    <p>Bodies are JSON, times RFC 3339 in UTC, ids begin with what they name. Lists come in pages: ${inline('`{data, has_more, next_cursor}`')}.
      A POST with an ${inline('`Idempotency-Key`')} may be sent again: it happens once.
      Every answer has a ${inline('`Request-Id`')} and says in ${inline('`RateLimit-Remaining`')} how many more may come at once.</p>
  </section>`;
}

/** The life of a verification, from first to last. */
const CALLS: Readonly<Record<string, string>> = {
  createVerification: 'With your key: begin; the answer holds the applicant’s link.',
  answerConsent: 'With the link: what the applicant agrees to.',
  answerDetails: 'What kind of document it is, and what else the policy asks for.',
  photographDocument:
    'Each side. What is no picture is refused at once; what it shows is looked at when all is handed in.',
  submitVerification: 'Hand in.',
  getVerification: 'With your key again: look until the state is no longer processing, or take the webhook.',
  getReport: 'Why it was decided so, signed.',
};

function orderOfCalls(placed: readonly Placed[]): Markup {
  const calls = Object.entries(CALLS).flatMap(([id, words]) =>
    placed.filter(({ operation }) => operation.operationId === id).map((one) => ({ ...one, words })),
  );
  return html`<section aria-labelledby="order">
    <h2 id="order">The order of calls</h2>
    <ol>${calls.map(
      ({ path, method, operation, words }) =>
        html`<li><a href="#${operation.operationId}">${method.toUpperCase()} ${breakable(path)}</a>: ${words}</li>`,
    )}</ol>
  </section>`;
}

function operationMarkup({ path, method, operation }: Placed, contract: OpenApiDocument): Markup {
  const { operationId, summary, description, security, responses } = operation;
  const callers = security.flatMap((one) => Object.keys(one)).map((kind) => CALLER_WORDS[kind] ?? kind);
  const right = operation['x-right'];
  const answers = Object.entries(responses).filter(([, response]) => response['x-codes'] === undefined);
  const codes = Object.entries(responses).flatMap(([status, response]) =>
    (response['x-codes'] ?? []).map((code) => ({ status, code })),
  );
  return html`<article aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="line"><span class="method">${method.toUpperCase()}</span> <code>${breakable(path)}</code></p>
    ${description === undefined ? '' : html`<p>${inline(description)}</p>`}
    <p>Asked by: ${callers.length === 0 ? 'everybody' : callers.join(', ')}${
      right === undefined ? '.' : html`; with the right <code>${right}</code>.`
    }</p>
    ${parametersMarkup(operation.parameters)}
    ${bodyMarkup(operation, contract.components.schemas)}
    <details><summary>With curl</summary><pre tabindex="0"><code>${curlOf(path, method, operation, contract.components.schemas)}</code></pre></details>
    <h4>Answers</h4>
    ${answers.map(([status, response]) => answerMarkup(status, response, contract.components.schemas))}
    <details><summary>Problems (${codes.length})</summary>
      <ul>${codes.map(({ status, code }) => html`<li>${status} <a href="/docs/problems#${code}"><code>${breakable(code)}</code></a></li>`)}</ul>
    </details>
  </article>`;
}

function parametersMarkup(parameters: readonly Parameter[]): Markup | string {
  if (parameters.length === 0) return '';
  return html`<h4>Parameters</h4>
    <dl>${parameters.map(
      ({ name, in: where, required, description, schema }) =>
        html`<dt><code>${name}</code> <small>${where}, ${
          required ? 'required' : 'optional'
        }, ${kindOf(schema)}</small></dt><dd>${inline(description ?? '')}</dd>`,
    )}</dl>`;
}

function bodyMarkup(operation: Operation, schemas: Readonly<Record<string, Schema>>): Markup | string {
  const content = Object.entries(operation.requestBody?.content ?? {});
  const schema = content[0]?.[1].schema;
  if (content.length === 0) return '';
  if (schema === undefined)
    return html`<h4>Body</h4><p>The file itself, as ${content.map(([type]) => type).join(', ')}.</p>`;
  return html`<h4>Body</h4>${exampleMarkup(schema, schemas, `Body of ${operation.operationId}`)}`;
}

function answerMarkup(status: string, response: Response, schemas: Readonly<Record<string, Schema>>): Markup {
  const schema = Object.values(response.content ?? {})[0]?.schema;
  if (schema === undefined) return html`<p>${status}: ${response.description}</p>`;
  return html`<details><summary>${status}</summary>${exampleMarkup(schema, schemas, `Answer ${status}`)}</details>`;
}

function exampleMarkup(schema: Schema, schemas: Readonly<Record<string, Schema>>, label: string): Markup {
  const example = JSON.stringify(exampleOf(schema, schemas), null, 2);
  // Wide ones scroll, and what scrolls must be reachable by keyboard (WCAG 2.1.1).
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${example}</code></pre>`;
}

function curlOf(path: string, method: string, operation: Operation, schemas: Readonly<Record<string, Schema>>): string {
  const content = Object.entries(operation.requestBody?.content ?? {})[0];
  const open = operation.security.length === 0;
  const lines = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} "$VIDIMUS_URL${path}"`,
    ...(open ? [] : credentialOf(method, operation)),
    ...(content === undefined ? [] : [`-H "Content-Type: ${content[0]}"`]),
  ];
  if (content !== undefined) {
    const { schema } = content[1];
    lines.push(schema === undefined ? '--data-binary @photo' : `-d '${JSON.stringify(exampleOf(schema, schemas))}'`);
  }
  return lines.join(' \\\n  ');
}

/** A key where one is taken; members come from a browser, with its cookie and the page's origin. */
function credentialOf(method: string, { security }: Operation): readonly string[] {
  const takes = (caller: string) => security.some((one) => caller in one);
  if (takes('api_key')) return ['-H "Authorization: Bearer $VIDIMUS_KEY"'];
  if (takes('applicant')) return ['-H "Authorization: Bearer $APPLICANT_TOKEN"'];
  return ['-b cookies.txt', ...(method === 'get' ? [] : ['-H "Origin: $VIDIMUS_URL"'])];
}

function kindOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  return [schema.type ?? 'any'].flat().join(' | ');
}

/** Words between backticks are code, as in Markdown. */
export function inline(text: string): Markup {
  return html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** Long names may break on a phone after these marks. */
function breakable(text: string): Markup {
  return html`${text.split(/(?<=[/.-])/).map((part) => html`${part}<wbr />`)}`;
}
