/** What the server writes about itself: one JSON line per event, and of every event the listed facts only. */
import { type DestinationStream, pino } from 'pino';
import type { FailureFacts } from './http/failure.ts';

/** All that a line may say. Nothing of a document, a person, a URL or a header is among it. */
export type LogFacts = {
  readonly method?: string;
  /** The template, `/v1/verifications/{id}`: a raw path may hold anything. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly request_id?: string;
  readonly organization_id?: string;
  readonly job?: string;
  readonly object_id?: string;
  /** A code of ours. */
  readonly code?: string;
  readonly count?: number;
  readonly port?: number;
  readonly failure?: FailureFacts;
};

export type Log = {
  readonly info: (event: string, facts: LogFacts) => void;
  /** Somebody should look. */
  readonly error: (event: string, facts: LogFacts) => void;
};

const ALLOWED: readonly (keyof LogFacts)[] = [
  'method',
  'route',
  'status',
  'ms',
  'request_id',
  'organization_id',
  'job',
  'object_id',
  'code',
  'count',
  'port',
  'failure',
];

/** Writes to standard output, or where it is told to. */
export function openLog(destination?: DestinationStream): Log {
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: onlyAllowed },
    },
    ...(destination === undefined ? [] : [destination]),
  );
  return {
    info: (event, facts) => logger.info(facts, event),
    error: (event, facts) => logger.error(facts, event),
  };
}

/** Types keep a stray fact out where they are obeyed; this does where they are not. */
function onlyAllowed(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(ALLOWED.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}
