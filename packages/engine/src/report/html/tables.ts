import { type CheckReport, catalogueOf, type Evidence, fieldLabel } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { describeEvidence, photoName, WITNESS_NAMES } from '../describe-evidence.ts';
import { CHECK_OUTCOMES } from '../outcome-words.ts';
import { type Markup, NOTHING, tag } from './markup.ts';

type Field = CheckReport['document']['fields'][number];
type Check = CheckReport['checks'][number];

/** Every field, its witnesses side by side. ARIA roles keep it a table where the style turns rows into cards. */
export function fieldTable(fields: readonly Field[]): Markup {
  const witnesses = (['visual_zone', 'mrz', 'barcode', 'claim'] as const).filter((witness) =>
    fields.some((field) => field.witnesses.some((one) => one.witness === witness)),
  );
  const labels = witnesses.map((witness) => WITNESS_NAMES[witness]);
  return html`<table role="table"><caption>Each witness reads by itself and never sees what another read.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th>${labels.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}<th role="columnheader" scope="col">Agreement</th></tr></thead>
<tbody role="rowgroup">${fields.map(
    (field) =>
      html`<tr role="row"><th role="rowheader" scope="row">${fieldLabel(field.field, catalogueOf('en'))}</th>${witnesses.map((witness) => witnessCell(field, witness))}<td role="cell" data-label="Agreement"><span>${agreementTag(field.agreement)}</span></td></tr>`,
  )}</tbody></table>`;
}

function witnessCell(field: Field, witness: Field['witnesses'][number]['witness']): Markup {
  const said = field.witnesses.filter((one) => one.witness === witness);
  if (said.length === 0) return html`<td role="cell" class="empty" data-label="${WITNESS_NAMES[witness]}">–</td>`;
  return html`<td role="cell" data-label="${WITNESS_NAMES[witness]}"><span>${said.map(
    ({ value, printed, confidence, media_id, original }) =>
      html`<span class="value" dir="auto">${value ?? 'nothing'}</span><small>${[
        ...(printed === undefined || printed === value ? [] : [`printed “${printed}”`]),
        ...(original === undefined ? [] : [`original “${original.text}”`]),
        ...(confidence === undefined ? [] : [`${Math.round(confidence * 100)} % sure`]),
        ...(media_id === undefined ? [] : [photoName(media_id)]),
      ].join(', ')}</small>`,
  )}</span></td>`;
}

function agreementTag(agreement: Field['agreement']): Markup {
  switch (agreement) {
    case 'agree':
      return tag('good', '=', 'they agree');
    case 'differ':
      return tag('bad', '≠', 'they differ');
    case 'unclear':
      return tag('caution', '?', 'not certain');
    case 'one_witness':
      return tag('soft', '–', 'one witness');
  }
}

/** Every check with what it measured; what needs attention first. */
export function checkTable(checks: readonly Check[]): Markup {
  const order = ['failed', 'inconclusive', 'not_performed', 'passed', 'not_applicable'];
  const sorted = checks.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  return html`<table role="table"><caption>Each check is a claim that can be true.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Claim</th><th role="columnheader" scope="col">Result</th><th role="columnheader" scope="col">Measure</th><th role="columnheader" scope="col">Seen</th><th role="columnheader" scope="col">Limit</th></tr></thead>
<tbody role="rowgroup">${sorted.map(checkRow)}</tbody></table>`;
}

const TONES = {
  passed: 'good',
  failed: 'bad',
  inconclusive: 'caution',
  not_applicable: 'soft',
  not_performed: 'caution',
} as const;

function checkRow(check: Check): Markup {
  const { sign, word } = CHECK_OUTCOMES[check.outcome];
  const evidence = 'evidence' in check ? check.evidence.map(describe) : [];
  const because = 'because' in check ? html`<small>${check.because}</small>` : NOTHING;
  return html`<tr role="row"><th role="rowheader" scope="row">${check.check.replaceAll('-', ' ')}</th><td role="cell" data-label="Result"><span>${tag(TONES[check.outcome], sign, word)}${because}</span></td>${evidence.length > 1 ? manyMeasures(evidence) : oneMeasure(evidence[0])}</tr>`;
}

type Described = ReturnType<typeof describe>;

function oneMeasure(evidence: Described | undefined): Markup {
  return html`${cell('Measure', evidence?.measure)}${cell('Seen', evidence?.observed)}${cell('Limit', evidence?.limit)}`;
}

/** Several measures each keep their figure and limit in one line. */
function manyMeasures(evidence: readonly Described[]): Markup {
  return html`<td role="cell" colspan="3" data-label="Measures"><ul class="measures">${evidence.map(
    ({ measure, observed, limit }) =>
      html`<li>${measure}: <span class="value">${observed}</span>${limit === undefined ? NOTHING : html` <small>limit ${limit}</small>`}</li>`,
  )}</ul></td>`;
}

function describe(evidence: Evidence) {
  const { measure, place, observed, unclear, ...rest } = describeEvidence(evidence);
  return {
    ...rest,
    measure: place === undefined ? measure : `${measure} (${place})`,
    observed: unclear === undefined ? observed : `${observed} (${unclear})`,
  };
}

function cell(label: string, value: string | undefined): Markup {
  if (value === undefined) return html`<td role="cell" class="empty" data-label="${label}">–</td>`;
  return html`<td role="cell" data-label="${label}"><span class="value">${value}</span></td>`;
}
