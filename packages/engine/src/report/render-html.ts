/** One self-contained file that explains a verdict: no script, no request, readable on a phone and by a screen reader. */
import { type CheckReport, catalogueOf, formatCountry, type ReadReport } from '@vidimus/vocabulary';
import { html, raw } from 'hono/html';
import { describeEvidence } from './describe-evidence.ts';
import { placeFindings } from './finding-places.ts';
import { type Markup, NOTHING } from './html/markup.ts';
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

/** The whole file as text. The caller writes it; it holds personal data. */
export function renderHtml({ check, read, photos, pages }: Explanation): string {
  const words = outcomeWords(check);
  const findings = placeFindings(check);
  const catalogue = catalogueOf('en');
  const { type, issuing_state } = check.document;
  const kind = type === null ? 'Document of a type we do not know' : catalogue.terms.documentType[type].label;
  const document = issuing_state === null ? kind : `${kind}, ${formatCountry(issuing_state, catalogue)}`;
  const page = html`<!doctype html>
<html lang="en">
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
<a class="skip" href="#content">Skip to the reasons</a>
<header>
<p class="mark"><b>Vidimus</b> · ${document} · as of ${check.as_of}</p>
<div class="verdict ${check.outcome}"><span class="sign" aria-hidden="true">${words.sign}</span><div><h1>${words.title}</h1><p>${words.next}</p></div></div>
</header>
<main id="content">
<div class="split">
<div>
${findings.length === 0 ? html`<h2>Why</h2><p class="none">Nothing was found against it.</p>` : html`<h2>${findings.length === 1 ? 'Why' : 'Why, and what to do'}</h2>${reasonList(findings, check.locale)}`}
${check.notes.length === 0 ? NOTHING : html`<h2>Passed, but close</h2><ul>${check.notes.map(noteItem)}</ul>`}
</div>
<div class="pictures">
<h2>${check.photos.length === 1 ? 'The photo' : 'The photos'}</h2>
${check.photos.map((photo) => photoFigure(photo, findings, photos.get(photo.media_id)))}
</div>
</div>
${pages.length === 0 ? NOTHING : html`<section><h2>The document, straightened</h2><div class="${pages.length === 1 ? 'alone' : 'split'}">${pages.map(pageFigure)}</div></section>`}
<section><h2>What was read</h2>${check.document.fields.length === 0 ? html`<p class="none">No field was read.</p>` : fieldTable(check.document.fields)}</section>
<section><h2>Every check</h2>${check.checks.length === 0 ? html`<p class="none">No check was made.</p>` : checkTable(check.checks)}</section>
<section><h2>What each stage saw, and how long it took</h2>${stageList(check, read)}</section>
</main>
<footer>Policy “${check.policy.name}”, version ${check.policy.version}. Engine ${check.engine.version}${check.engine.models.map(({ name, version }) => ` · ${name} ${version}`).join('')}. This file holds personal data. It was written on this machine and sends nothing.</footer>
</body>
</html>
`;
  if (page instanceof Promise) throw new Error('the explanation has asynchronous parts, and none is meant to be');
  return page.toString();
}

/** A note did not count against anybody, so it has figures and no instruction. */
function noteItem(note: CheckReport['notes'][number]): Markup {
  const figures = note.evidence.map((evidence) => {
    const { measure, observed, limit } = describeEvidence(evidence);
    return `${measure} ${observed}${limit === undefined ? '' : `, limit ${limit}`}`;
  });
  return html`<li><b>${note.heading}?</b> ${figures.join('; ')}</li>`;
}
