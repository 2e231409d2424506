/** One self-contained file that explains a verdict: no script, no request, readable on a phone and by a screen reader. */
import {
  type CheckReport,
  describeEvidence,
  formatDate,
  joinClauses,
  policyWords,
  type ReadReport,
  type ReportLanguage,
  reportLanguage,
} from '@vidimus/vocabulary';
import { html, raw } from 'hono/html';
import { describeDocument } from './describe-document.ts';
import { placeFindings } from './finding-places.ts';
import { code, type Markup, NOTHING } from './html/markup.ts';
import { type PagePicture, pageFigure } from './html/page-figure.ts';
import { photoFigure } from './html/pictures.ts';
import { reasonList } from './html/reasons.ts';
import { stageList } from './html/stages.ts';
import { STYLE } from './html/style.ts';
import { checkTable, fieldTable } from './html/tables.ts';
import { outcomeWords } from './outcome-words.ts';

export type Explanation = {
  readonly check: CheckReport;
  /** Adds what the witnesses saw to the stages. */
  readonly read?: ReadReport;
  /** A small JPEG of each photo, by media id; without one the places are drawn on an empty ground. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** The straightened pages (`viewPages`), each with its JPEG. */
  readonly pages: readonly PagePicture[];
};

/** The whole file as text, in the report's language. The caller writes it; it holds personal data. */
export function renderHtml({ check, read, photos, pages }: Explanation): string {
  const language = reportLanguage(check.locale);
  const { say } = language;
  const words = outcomeWords(check, language);
  const findings = placeFindings(check);
  const date = formatDate(check.as_of, language.locale);
  const { policy, engine } = check;
  const page = html`<!doctype html>
<html lang="${language.locale}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${words.title} · Vidimus</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
<header>
<p class="mark"><b>Vidimus</b> · ${describeDocument(check.document, language)} · ${say('as_of', { date })}</p>
<div class="verdict ${check.outcome}"><span class="sign" aria-hidden="true">${words.sign}</span><div><h1>${words.title}</h1><p>${words.next}</p></div></div>
</header>
<main id="content">
<div class="split">
<div>
${findings.length === 0 ? html`<h2>${say('why')}</h2><p class="none">${say('nothing_against')}</p>` : html`<h2>${say(findings.length === 1 ? 'why' : 'why_and_what')}</h2>${reasonList(findings, pages, language)}`}
${check.notes.length === 0 ? NOTHING : html`<h2>${say('close')}</h2><ul>${check.notes.map((note) => noteItem(note, language))}</ul>`}
</div>
<div class="pictures">
<h2>${say(check.photos.length === 1 ? 'the_photo' : 'the_photos')}</h2>
${check.photos.map((photo) => photoFigure(photo, findings, photos.get(photo.media_id), language))}
</div>
</div>
${pages.length === 0 ? NOTHING : html`<section><h2>${say('page_straightened')}</h2><div class="${pages.length === 1 ? 'alone' : 'split'}">${pages.map((one) => pageFigure(one, findings, language))}</div></section>`}
<section><h2>${say('what_was_read')}</h2>${check.document.fields.length === 0 ? html`<p class="none">${say('no_field')}</p>` : fieldTable(check.document.fields, language)}</section>
<section><h2>${say('every_check')}</h2>${check.checks.length === 0 ? html`<p class="none">${say('no_check')}</p>` : checkTable(check.checks, language)}</section>
<section><h2>${say('stages')}</h2>${stageList(check, read, language)}</section>
</main>
<footer>
<p>${say('policy', { policy: policyWords(policy.name, language), version: policy.version })} · ${say('engine', { version: engine.version })}</p>
${engine.models.length === 0 ? NOTHING : html`<p>${code(engine.models.map(({ name, version }) => `${name} ${version}`).join(' · '))}</p>`}
<p>${say('privacy')}</p>
</footer>
</body>
</html>
`;
  if (page instanceof Promise) throw new Error('the explanation has asynchronous parts, and none is meant to be');
  return page.toString();
}

/** A note did not count against anybody, so it has figures and no instruction. */
function noteItem(note: CheckReport['notes'][number], language: ReportLanguage): Markup {
  const { say } = language;
  const figures = note.evidence.map((evidence) => {
    const { measure, observed, limit } = describeEvidence(evidence, language);
    return `${measure}: ${observed}${limit === undefined ? '' : ` (${say(`${limit.name}_is`, { limit: limit.words })})`}`;
  });
  return html`<li><b>${say('close_to', { heading: note.heading })}</b> ${joinClauses(figures, language)}</li>`;
}
