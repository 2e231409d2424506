/** `/`: what answers here, for whoever opens the address in a browser. */
import { html } from 'hono/html';
import { frame } from './docs-page.ts';

/** The whole page. */
export async function startPage(version: string): Promise<string> {
  const body = html`
    <main id="main">
      <h1>Vidimus ${version}</h1>
      <p>This is a server that verifies identities, and always says why. It is asked over HTTP. Its pages are not built here: <code>npm start</code> builds them.</p>
      <ul>
        <li><a href="/docs">The interface</a>: all that can be asked, and how</li>
        <li><a href="/docs/problems">Problems</a>: every refusal of a request</li>
        <li><a href="/v1/openapi.json">OpenAPI 3.1</a>: the same for machines</li>
      </ul>
    </main>`;
  return frame('Vidimus', body);
}
