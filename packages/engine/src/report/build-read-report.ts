import { REPORT_VERSION, type ReadReport } from '@vidimus/vocabulary';
import type { SideReading } from '../reading/index.ts';
import { reportFields } from './report-fields.ts';
import type { ReadInput, ReportOptions } from './report-input.ts';
import { reportMrz } from './report-mrz.ts';
import { regionOf, reportPhotos } from './report-photos.ts';
import { roundTimings } from './round-timings.ts';

type Side = { readonly mediaId: string; readonly reading: SideReading };

/** What `vidimus read --json` prints; satisfies `readReportSchema`. Nothing is judged. `asOf` is `YYYY-MM-DD`. */
export function buildReadReport(input: ReadInput, asOf: string, options: ReportOptions): ReadReport {
  const sides: readonly Side[] = input.photos.flatMap(({ mediaId, content }) =>
    content.kind === 'located' ? content.pages.map(({ reading }) => ({ mediaId, reading })) : [],
  );
  const photos = reportPhotos(input.photos);
  return {
    vidimus_report: REPORT_VERSION,
    kind: 'read',
    document: { type: input.kind.type, issuing_state: input.kind.issuingState, score: input.kind.score },
    mrz: sides.map(mrzOf).find((mrz) => mrz !== null) ?? null,
    barcode: sides.map(barcodeOf).find((barcode) => barcode !== null) ?? null,
    not_read: sides.flatMap(notReadOf),
    fields: reportFields(input.fields),
    text: sides.flatMap(({ mediaId, reading }) =>
      reading.visualZone.lines.map(({ text, confidence, region }) => ({
        media_id: mediaId,
        text,
        confidence,
        region: regionOf(region),
      })),
    ),
    quality: photos.flatMap(({ media_id, pages }) => pages.map(({ quality }) => ({ media_id, ...quality }))),
    photos,
    as_of: asOf,
    engine: { version: options.engine.version, models: options.engine.models.map((model) => ({ ...model })) },
    timings_ms: roundTimings(input.timings),
  };
}

function mrzOf({ mediaId, reading: { mrz } }: Side): ReadReport['mrz'] {
  return 'format' in mrz ? reportMrz(mediaId, mrz) : null;
}

function barcodeOf({ mediaId, reading: { barcode } }: Side): ReadReport['barcode'] {
  if (!('symbology' in barcode)) return null;
  const { symbology, standard, version, region } = barcode;
  return {
    media_id: mediaId,
    symbology,
    standard,
    ...(version === undefined ? {} : { version }),
    ...(region === undefined ? {} : { region: regionOf(region) }),
  };
}

function notReadOf({ mediaId, reading }: Side): ReadReport['not_read'] {
  return (['mrz', 'barcode'] as const).flatMap((witness) => {
    const found = reading[witness];
    return 'tried' in found ? [{ media_id: mediaId, witness, tried: [...found.tried] }] : [];
  });
}
