/** From photos to a decision: read, check every claim, let the policy weigh. */
import type { CheckResult, Decision } from '@vidimus/vocabulary';
import { type CheckRequest, type CheckSubject, runChecks } from './checks/index.ts';
import { decide } from './decision/index.ts';
import type { EnginePorts } from './ports.ts';
import { type DocumentReading, type PhotoFile, type ReadOptions, readDocument } from './read-document.ts';
import { type StageTimings, startTimings } from './stage-timings.ts';

export type CheckedDocument = {
  readonly reading: DocumentReading;
  readonly subject: CheckSubject;
  readonly results: readonly CheckResult[];
  readonly decision: Decision;
  readonly timings: StageTimings;
};

/** All findings together, easiest to mend first. The same bytes, request and models give the same decision. */
export async function checkDocument(
  files: readonly PhotoFile[],
  request: CheckRequest,
  ports: EnginePorts,
  options: Omit<ReadOptions, 'asOf'> = {},
): Promise<CheckedDocument> {
  const reading = await readDocument(files, ports, { ...options, asOf: request.asOf });
  const subject: CheckSubject = { request, photos: reading.photos, kind: reading.kind, fields: reading.fields };
  const timings = startTimings(ports.now);
  const results = await timings.measure('checks', () => runChecks(subject));
  return {
    reading,
    subject,
    results,
    decision: decide(results, request.policy),
    timings: { ...reading.timings, ...timings.spent() },
  };
}
