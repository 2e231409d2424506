import type { Evidence, ReportLanguage } from '@vidimus/vocabulary';
import { describeEvidence, photoName } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import type { Finding } from '../finding-places.ts';
import { closeUps } from './close-up.ts';
import { code, type Markup, NOTHING } from './markup.ts';
import type { PagePicture } from './page-figure.ts';

/** The reasons, in the order of the markers on the photos. */
export function reasonList(
  findings: readonly Finding[],
  pages: readonly PagePicture[],
  language: ReportLanguage,
): Markup {
  return html`<ol class="reasons">${findings.map((finding) => reasonItem(finding, pages, language))}</ol>`;
}

/** What staff read is English in every language, and says so. */
function reasonItem(
  { number, reason, places }: Finding,
  pages: readonly PagePicture[],
  language: ReportLanguage,
): Markup {
  return html`<li class="reason" id="reason-${number}"><span class="number" aria-hidden="true">${number}</span><div class="body">
<h3>${reason.heading}</h3>
<p>${reason.message}</p>
${reason.evidence.map((evidence) => evidenceList(evidence, language))}
${closeUps(reason.evidence, pages, language)}
<p class="foot">${seenAt(number, places, language)}${code(reason.code)}</p>
<details><summary>${language.say('for_staff')} <span class="quiet">(${number}: ${reason.heading})</span></summary><div lang="en" dir="ltr"><p>${reason.reviewer_message}</p><p>${reason.operator_message}</p><p class="code">check ${reason.check} · class ${reason.class} · disclosure ${reason.disclosure}</p></div></details>
</div></li>`;
}

/** Links to each photo on which the mark stands. */
function seenAt(number: number, places: Finding['places'], language: ReportLanguage): Markup | string {
  const photos = [...new Set(places.map(({ mediaId }) => mediaId))];
  if (photos.length === 0) return NOTHING;
  return html`${photos.map((mediaId) => html`<a href="#${mediaId}">${language.say('mark_on', { number, photo: photoName(mediaId, language) })}</a> · `)}`;
}

function evidenceList(evidence: Evidence, language: ReportLanguage): Markup {
  const { say } = language;
  const { measure, observed, limit, place, characters, unclear } = describeEvidence(evidence, language);
  return html`<dl class="measured evidence">
<div><dt>${say('measured')}</dt><dd>${measure}</dd></div>
<div><dt>${say('seen')}</dt><dd class="value"><bdi>${observed}</bdi></dd></div>
${limit === undefined ? NOTHING : html`<div><dt>${say(limit.name)}</dt><dd class="value"><bdi>${limit.words}</bdi></dd></div>`}
${place === undefined ? NOTHING : html`<div><dt>${say('where')}</dt><dd>${place}</dd></div>`}
${characters.length === 0 ? NOTHING : html`<div><dt>${say('characters')}</dt><dd><ul class="characters">${characters.map((one) => html`<li>${one}</li>`)}</ul></dd></div>`}
${unclear === undefined ? NOTHING : html`<div><dt>${say('unclear')}</dt><dd>${unclear}</dd></div>`}
</dl>`;
}
