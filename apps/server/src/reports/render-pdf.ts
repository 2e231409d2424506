/** A verification's report as a PDF: what it came to, why, where in the picture, and by whose rules. In English, for staff and auditors. */
import type { VerificationReport } from '@vidimus/protocol';
import {
  catalogueOf,
  type Evidence,
  fieldLabel,
  formatCountry,
  formatDate,
  formatFieldValue,
} from '@vidimus/vocabulary';
import PDFDocument from 'pdfkit';
import {
  BOLD,
  COLOUR,
  collected,
  type Doc,
  heading,
  MARGIN,
  moment,
  paragraph,
  REGULAR,
  type Row,
  rows,
  SIZE,
  table,
} from './pdf-page.ts';
import { pictureFigure, type ReportPicture } from './picture-figure.ts';

const OUTCOME = {
  approved: { words: 'Approved', colour: COLOUR.approved },
  declined: { words: 'Declined', colour: COLOUR.refused },
  action_required: { words: 'The applicant is asked for something', colour: COLOUR.waiting },
  in_review: { words: 'A person looks', colour: COLOUR.waiting },
} as const;
/** The bytes of the PDF. The same report gives the same file. */
export async function renderPdf(report: VerificationReport, pictures: readonly ReportPicture[]): Promise<Buffer> {
  const issued = new Date(report.issued_at);
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `Verification ${report.verification.id}`,
      Producer: 'Vidimus',
      CreationDate: issued,
      ModDate: issued,
    },
  });
  const whole = collected(doc);
  head(doc, report);
  for (const decision of report.decisions.toReversed()) decisionSection(doc, decision);
  if (report.decisions.length === 0) paragraph(doc, 'Nothing has been decided yet.');
  readingSection(doc, report, pictures);
  attemptsSection(doc, report);
  foot(doc, report);
  doc.end();
  return whole;
}

function head(doc: Doc, { verification, organization, claims, contacts = [], issued_at }: VerificationReport): void {
  doc.font(BOLD).fontSize(SIZE.title).fillColor(COLOUR.ink).text('Verification report');
  doc
    .font(REGULAR)
    .fontSize(SIZE.text)
    .fillColor(COLOUR.quiet)
    .text(`${organization.name} · ${moment(issued_at)}`);
  if (verification.mode === 'test') {
    doc.font(BOLD).fillColor(COLOUR.refused).text('Made in test mode: it says nothing about a real person.');
  }
  doc.moveDown();
  rows(doc, [
    ['Verification', verification.id],
    ['State', verification.state.replaceAll('_', ' ')],
    ['Your reference', verification.applicant_reference ?? '–'],
    ['Residence', verification.residence ?? '–'],
    ['Policy', `${verification.policy.name}, version ${verification.policy.version} (${verification.policy.id})`],
    ['Begun', moment(verification.created_at)],
    ['Decided', verification.decided_at === null ? '–' : moment(verification.decided_at)],
    ...Object.entries(claims).map(
      ([name, value]): Row => [`Said of the applicant: ${name.replaceAll('_', ' ')}`, value],
    ),
    ...contacts.map(
      ({ kind, hint, channel, confirmed_at }): Row => [
        kind === 'phone' ? 'Telephone confirmed' : 'E-mail confirmed',
        `${hint}, with a code by ${catalogueOf('en').terms.words.channel[channel]}, ${moment(confirmed_at)}`,
      ],
    ),
  ]);
}

function decisionSection(doc: Doc, decision: VerificationReport['decisions'][number]): void {
  const { words, colour } = OUTCOME[decision.outcome];
  heading(doc, words, colour);
  const by = decision.decided_by;
  const who =
    by.kind === 'rule' ? "by the policy's rules" : `by a ${by.kind}${by.id === undefined ? '' : ` (${by.id})`}`;
  paragraph(doc, `${moment(decision.created_at)}, ${who}. ${decision.id}`, COLOUR.quiet);
  if (by.grounds !== undefined && by.grounds !== '') paragraph(doc, `Grounds: ${by.grounds}`);
  for (const reason of decision.reasons) reasonBlock(doc, reason);
  if (decision.notes.length > 0) {
    doc.font(BOLD).fontSize(SIZE.text).fillColor(COLOUR.ink).text('Noted, and not held against it');
    for (const note of decision.notes) reasonBlock(doc, note);
  }
}

function reasonBlock(doc: Doc, reason: VerificationReport['decisions'][number]['reasons'][number]): void {
  doc.moveDown(0.4);
  doc.font(BOLD).fontSize(SIZE.text).fillColor(COLOUR.ink).text(reason.heading, { continued: true });
  doc.font(REGULAR).fillColor(COLOUR.quiet).text(`   ${reason.code} · class ${reason.class} · check ${reason.check}`);
  paragraph(doc, reason.reviewer_message);
  for (const evidence of reason.evidence) paragraph(doc, `• ${evidenceLine(evidence)}`, COLOUR.quiet);
}

function evidenceLine({ measure, observed, threshold, unit, field, media_id }: Evidence): string {
  const inUnit = (one: Evidence['observed']) => {
    if (unit === 'share' && typeof one === 'number') return `${Math.round(one * 1000) / 10} %`;
    return unit === undefined ? String(one) : `${String(one)} ${unit}`;
  };
  return [
    `${measure.replaceAll('_', ' ')}: ${inUnit(observed)}`,
    ...(threshold === undefined ? [] : [`limit ${inUnit(threshold)}`]),
    ...(field === undefined ? [] : [`field ${field.replaceAll('_', ' ')}`]),
    ...(media_id === undefined ? [] : [media_id]),
  ].join(' · ');
}

function readingSection(doc: Doc, { reading }: VerificationReport, pictures: readonly ReportPicture[]): void {
  if (reading === null) return;
  heading(doc, 'What was read');
  const { document } = reading;
  const catalogue = catalogueOf('en');
  const { issuing_state: issuer } = document;
  paragraph(
    doc,
    `${document.type?.replaceAll('_', ' ') ?? 'Unknown document'}, issued by ${issuer == null ? 'nobody that was recognised' : formatCountry(issuer, catalogue)}; as of ${formatDate(reading.as_of, 'en')}.`,
  );
  table(
    doc,
    ['Field', 'Value', 'Read by', 'Agreement'],
    document.fields.map((field) => [
      fieldLabel(field.field, catalogue),
      formatFieldValue(field.value, field.field, catalogue),
      field.witnesses
        .map(
          ({ witness, confidence }) =>
            `${witness.replaceAll('_', ' ')}${confidence === undefined ? '' : ` ${Math.round(confidence * 100)} %`}`,
        )
        .join(', '),
      field.agreement.replaceAll('_', ' '),
    ]),
    [0.22, 0.3, 0.32, 0.16],
  );
  for (const picture of pictures) pictureFigure(doc, reading, picture);
  heading(doc, 'Checks');
  table(
    doc,
    ['Check', 'Outcome', 'Because'],
    reading.checks.map((check) => [
      check.check,
      check.outcome.replaceAll('_', ' '),
      'because' in check ? check.because : 'code' in check ? check.code : '',
    ]),
    [0.3, 0.18, 0.52],
  );
}

function attemptsSection(doc: Doc, { attempts }: VerificationReport): void {
  heading(doc, 'Attempts');
  table(
    doc,
    ['When', 'Step', 'Handed in', 'Id'],
    attempts.map(({ created_at, step, submitted, media_id, id }) => [
      moment(created_at),
      step.replaceAll('_', ' '),
      submitted ? 'yes' : 'no',
      media_id ?? id,
    ]),
    [0.28, 0.2, 0.14, 0.38],
  );
}

function foot(doc: Doc, { verification }: VerificationReport): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    // Text below the margin would begin a new page.
    doc.page.margins.bottom = 0;
    doc.font(REGULAR).fontSize(SIZE.small).fillColor(COLOUR.quiet);
    const words = `${verification.id} · page ${page + 1} of ${count} · verify with: vidimus report verify FILE`;
    doc.text(words, MARGIN, doc.page.height - 32, { lineBreak: false });
  }
}
