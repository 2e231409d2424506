import type { Evidence, Locale } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { describeEvidence, photoName } from '../describe-evidence.ts';
import type { Finding } from '../finding-places.ts';
import { type Markup, NOTHING } from './markup.ts';

/** The reasons, in the order of the markers on the photos. */
export function reasonList(findings: readonly Finding[], locale: Locale): Markup {
  return html`<ol class="reasons">${findings.map((finding) => reasonItem(finding, locale))}</ol>`;
}

function reasonItem({ number, reason, places }: Finding, locale: Locale): Markup {
  return html`<li class="reason" id="reason-${number}"><span class="number" aria-hidden="true">${number}</span><div class="body">
<h3 lang="${locale}" dir="auto">${reason.heading}</h3>
<p lang="${locale}" dir="auto">${reason.message}</p>
${reason.evidence.map((evidence) => evidenceList(evidence))}
<p class="foot">${seenAt(number, places)}<span class="code">${reason.code}</span></p>
<details><summary>For staff <span class="quiet">(${number}: ${reason.heading})</span></summary><p>${reason.reviewer_message}</p><p>${reason.operator_message}</p><p class="code">check ${reason.check} · class ${reason.class} · disclosure ${reason.disclosure}</p></details>
</div></li>`;
}

/** Links to each photo on which the mark stands. */
function seenAt(number: number, places: Finding['places']): Markup | string {
  const photos = [...new Set(places.map(({ mediaId }) => mediaId))];
  if (photos.length === 0) return NOTHING;
  return html`${photos.map((mediaId) => html`<a href="#${mediaId}">Mark ${number} on ${photoName(mediaId)}</a> · `)}`;
}

function evidenceList(evidence: Evidence): Markup {
  const { measure, observed, limit, place, unclear } = describeEvidence(evidence);
  return html`<dl class="measured evidence">
<div><dt>Measured</dt><dd>${measure}</dd></div>
<div><dt>Seen</dt><dd class="value">${observed}</dd></div>
${limit === undefined ? NOTHING : html`<div><dt>Limit</dt><dd class="value">${limit}</dd></div>`}
${place === undefined ? NOTHING : html`<div><dt>Where</dt><dd>${place}</dd></div>`}
${unclear === undefined ? NOTHING : html`<div><dt>Unclear</dt><dd>${unclear}</dd></div>`}
</dl>`;
}
