import { type MrzReport, REPORT_VERSION } from '@vidimus/vocabulary';
import type { FieldReading } from '../reading/index.ts';
import type { MrzInput, ReportOptions } from './report-input.ts';
import { reportMrz } from './report-mrz.ts';
import { regionOf, reportNotUsable } from './report-photos.ts';
import { roundTimings } from './round-timings.ts';

/** What `vidimus read --only mrz --json` prints; satisfies `mrzReportSchema`. `asOf` is `YYYY-MM-DD`. */
export function buildMrzReport(input: MrzInput, asOf: string, options: ReportOptions): MrzReport {
  return {
    vidimus_report: REPORT_VERSION,
    kind: 'mrz',
    photos: input.photos.map(reportPhoto),
    as_of: asOf,
    engine: { version: options.engine.version, models: options.engine.models.map((model) => ({ ...model })) },
    timings_ms: roundTimings(input.timings),
  };
}

function reportPhoto({ mediaId, content }: MrzInput['photos'][number]): MrzReport['photos'][number] {
  const nothing = { media_id: mediaId, mrz: null, fields: [], tried: [] };
  if (content.kind === 'file_not_usable') {
    return { ...nothing, width: null, height: null, not_usable: reportNotUsable(content.error) };
  }
  const { width, height, zone } = content;
  if (!('lines' in zone)) return { ...nothing, width, height, tried: [...zone.tried] };
  return { ...nothing, width, height, mrz: reportMrz(mediaId, zone), fields: zone.fields.map(reportField) };
}

function reportField({ field, value, printed, confidence, region }: FieldReading) {
  return {
    field,
    value,
    printed,
    confidence: Math.min(1, Math.max(0, confidence)),
    ...(region === undefined ? {} : { region: regionOf(region) }),
  };
}
