import {
  type CheckReport,
  capital,
  describeEvidence,
  type Evidence,
  fieldLabel,
  joinWords,
  photoName,
  type ReportLanguage,
  shownValue,
} from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { CHECK_SIGNS } from '../outcome-words.ts';
import { code, type Markup, NOTHING, tag } from './markup.ts';

type Field = CheckReport['document']['fields'][number];
type Check = CheckReport['checks'][number];

/** Every field, its witnesses side by side. ARIA roles keep it a table where the style turns rows into cards. */
export function fieldTable(fields: readonly Field[], language: ReportLanguage): Markup {
  const { say, catalogue } = language;
  const witnesses = (['visual_zone', 'mrz', 'barcode', 'claim'] as const).filter((witness) =>
    fields.some((field) => field.witnesses.some((one) => one.witness === witness)),
  );
  const headings = [say('field'), ...witnesses.map((witness) => say(witness)), say('agreement')];
  return html`<table role="table"><caption>${say('witnesses')}</caption>
${tableHead(headings)}
<tbody role="rowgroup">${fields.map(
    (field) =>
      html`<tr role="row"><th role="rowheader" scope="row">${fieldLabel(field.field, catalogue)}</th>${witnesses.map((witness) => witnessCell(field, witness, language))}<td role="cell" data-label="${say('agreement')}"><span>${agreementTag(field.agreement, language)}</span></td></tr>`,
  )}</tbody></table>`;
}

function tableHead(headings: readonly string[]): Markup {
  return html`<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>`;
}

function witnessCell(field: Field, witness: Field['witnesses'][number]['witness'], language: ReportLanguage): Markup {
  const { say, locale } = language;
  const said = field.witnesses.filter((one) => one.witness === witness);
  if (said.length === 0) return html`<td role="cell" class="empty" data-label="${say(witness)}">–</td>`;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return html`<td role="cell" data-label="${say(witness)}"><span>${said.map(
    ({ value, printed, confidence, media_id, original }) =>
      html`<span class="value" dir="auto">${value === null ? say('nothing') : shownValue(value, field.field, language)}</span><small>${joinWords(
        [
          ...(printed === undefined || printed === value ? [] : [say('printed', { text: printed })]),
          ...(original === undefined ? [] : [say('original', { text: original.text })]),
          ...(confidence === undefined ? [] : [say('sure', { share: percent.format(confidence) })]),
          ...(media_id === undefined ? [] : [photoName(media_id, language)]),
        ],
        language,
      )}</small>`,
  )}</span></td>`;
}

function agreementTag(agreement: Field['agreement'], { say }: ReportLanguage): Markup {
  switch (agreement) {
    case 'agree':
      return tag('good', '=', say('agree'));
    case 'differ':
      return tag('bad', '≠', say('differ'));
    case 'unclear':
      return tag('caution', '?', say('not_certain'));
    case 'one_witness':
      return tag('soft', '–', say('one_witness'));
  }
}

/** Every check with what it measured; what needs attention first. Its name stands below its claim, for staff. */
export function checkTable(checks: readonly Check[], language: ReportLanguage): Markup {
  const { say } = language;
  const order = ['failed', 'inconclusive', 'not_performed', 'passed', 'not_applicable'];
  const sorted = checks.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  return html`<table role="table"><caption>${say('claims')}</caption>
${tableHead([say('claim_made'), say('result'), say('measure'), say('seen'), say('limit_or_expected')])}
<tbody role="rowgroup">${sorted.map((check) => checkRow(check, language))}</tbody></table>`;
}

const TONES = {
  passed: 'good',
  failed: 'bad',
  inconclusive: 'caution',
  not_applicable: 'soft',
  not_performed: 'caution',
} as const;

function checkRow(check: Check, language: ReportLanguage): Markup {
  const { say, tell } = language;
  const evidence = 'evidence' in check ? check.evidence.map((one) => describe(one, language)) : [];
  const because = 'because' in check ? html`<small>${tell(check.because)}</small>` : NOTHING;
  const result = tag(TONES[check.outcome], CHECK_SIGNS[check.outcome], say(check.outcome));
  return html`<tr role="row"><th role="rowheader" scope="row">${tell(check.check)}<small>${code(check.check)}</small></th><td role="cell" data-label="${say('result')}"><span>${result}${because}</span></td>${evidence.length > 1 ? manyMeasures(evidence, language) : oneMeasure(evidence[0], language)}</tr>`;
}

type Described = ReturnType<typeof describe>;

function oneMeasure(evidence: Described | undefined, { say }: ReportLanguage): Markup {
  return html`${cell(say('measure'), evidence?.measure)}${cell(say('seen'), evidence?.observed)}${cell(say(evidence?.limit?.name ?? 'limit'), evidence?.limit?.words)}`;
}

/** Several measures each keep their figure and limit in one line. */
function manyMeasures(evidence: readonly Described[], { say }: ReportLanguage): Markup {
  return html`<td role="cell" colspan="3" data-label="${say('measures')}"><ul class="measures">${evidence.map(
    ({ measure, observed, limit }) =>
      html`<li>${measure}: <bdi class="value">${observed}</bdi>${limit === undefined ? NOTHING : html` <small>${say(`${limit.name}_is`, { limit: limit.words })}</small>`}</li>`,
  )}</ul></td>`;
}

function describe(evidence: Evidence, language: ReportLanguage) {
  const { measure, place, observed, unclear, ...rest } = describeEvidence(evidence, language);
  const name = capital(measure, language);
  return {
    ...rest,
    measure: place === undefined ? name : `${name} (${place})`,
    observed: unclear === undefined ? observed : `${observed} (${unclear})`,
  };
}

function cell(label: string, value: string | undefined): Markup {
  if (value === undefined) return html`<td role="cell" class="empty" data-label="${label}">–</td>`;
  return html`<td role="cell" data-label="${label}"><span><bdi class="value">${value}</bdi></span></td>`;
}
