/** `/docs/problems`: every code of the interface, with its status, its title and where it comes. */
import { knownProblem, PROBLEMS, problemCause, problemTitle } from '@vidimus/protocol';
import { html } from 'hono/html';
import type { OpenApiDocument } from '../contract/open-api.ts';
import { frame, inline } from './docs-page.ts';

type Row = { readonly code: string; readonly statuses: readonly string[]; readonly operations: readonly string[] };

/** The whole page. `type` of a problem points to its row. */
export async function problemsPage(contract: OpenApiDocument): Promise<string> {
  const body = html`
    <main id="main">
      <h1>Problems</h1>
      <p>A refused request is answered with a problem document (RFC 9457). Decide by <code>code</code>: it does not change. The
        words of <code>detail</code> may. What a verification ended with is never a problem.</p>
      ${rowsOf(contract).map(
        ({ code, statuses, operations }) => html`<section aria-labelledby="${code}">
          <h2 id="${code}"><code>${code}</code></h2>
          <p>${statuses.join(', ')} · ${problemTitle(code)}.</p>
          ${causeOf(code)}
          ${
            knownProblem(code) === undefined
              ? html`<p>Comes from: ${operations.map((id) => html`<a href="/docs#${id}">${id}</a> `)}</p>`
              : ''
          }
        </section>`,
      )}
      <p><a href="/docs">The interface</a></p>
    </main>`;
  return frame('Vidimus: problems', body);
}

function causeOf(code: string) {
  const cause = problemCause(code);
  return cause === undefined ? '' : html`<p>${inline(cause)}</p>`;
}

function rowsOf(contract: OpenApiDocument): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const [code, { status }] of Object.entries(PROBLEMS)) {
    rows.set(code, { code, statuses: [String(status)], operations: [] });
  }
  for (const operation of Object.values(contract.paths).flatMap((methods) => Object.values(methods))) {
    for (const [status, response] of Object.entries(operation.responses)) {
      for (const code of response['x-codes'] ?? []) {
        const row = rows.get(code) ?? { code, statuses: [], operations: [] };
        rows.set(code, {
          code,
          statuses: [...new Set([...row.statuses, status])],
          operations: [...row.operations, operation.operationId],
        });
      }
    }
  }
  return [...rows.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
