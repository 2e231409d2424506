import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { PeakMemory } from '../peak-memory.ts';
import { familyOf } from '../process-family.ts';
import { type StartedServer, textOf } from './started-server.ts';
import { agree, createVerification } from './walk-verification.ts';

const UPLOADS = 1000;
const BYTES = 5_000_000;
/** Each link may send so many at once; a person sends one. */
const LINKS = 50;
/** What does not begin as a picture is refused at once. */
const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff]);
const KIB = 1024;

/** All at once: the surplus is to be refused, memory to stay bounded, and what was accepted to be there. */
export async function floodUploads(server: StartedServer): Promise<string> {
  const photo = Buffer.concat([JPEG_BEGINS, randomBytes(BYTES)]);
  const links = await Promise.all(Array.from({ length: LINKS }, () => createVerification(server)));
  await Promise.all(links.map(({ token }) => agree(server, token)));
  const before = residentMib(server.pid);
  const memory = new PeakMemory(server.pid);
  memory.start();
  const begun = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: UPLOADS }, (_, i) => {
      const link = links[i % LINKS];
      if (link === undefined) throw new Error('no link');
      return uploadOnce(server, link.token, photo);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  memory.stop();
  const kept = await Promise.all(links.map(({ token }) => attemptsOf(server, token)));
  const count = (status: number) => statuses.filter((each) => each === status).length;
  const others = tally(statuses.filter((each) => ![0, 200, 429, 503].includes(each)));
  const there = kept.reduce((sum, each) => sum + each, 0);
  return `${UPLOADS} uploads of 5 MB at once, in ${seconds.toFixed(0)} s: ${count(200)} accepted (${there} of them there afterwards), ${count(503) + count(429)} refused with 503 or 429 and Retry-After, ${count(0)} without an answer, otherwise: ${others}; memory ${before} MiB before, at most ${memory.peakMib} MiB (+ ${memory.peakMib - before}).`;
}

/** `409: 3, 408: 1`, or `none`. */
function tally(statuses: readonly number[]): string {
  const kinds = [...new Set(statuses)].map((each) => `${each}: ${statuses.filter((one) => one === each).length}`);
  return kinds.length === 0 ? 'none' : kinds.join(', ');
}

/** A refusal that does not say when to come again. */
const UNTOLD = 1;

/** The status of the answer, 0 when none came. Unlike `fetch` it makes no copy of the photograph: a thousand would not fit. */
function uploadOnce({ url }: StartedServer, token: string, photo: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'image/jpeg',
      'Content-Length': String(photo.length),
    };
    const sending = request(`${url}/v1/applicant/document/front`, { method: 'PUT', agent: false, headers });
    sending.once('response', (answer) => {
      const { statusCode = 0 } = answer;
      const isUntold = (statusCode === 429 || statusCode === 503) && answer.headers['retry-after'] === undefined;
      answer.resume();
      resolve(isUntold ? UNTOLD : statusCode);
    });
    // Also after an answer that came before everything was sent; the first counts.
    sending.on('error', () => resolve(0));
    sending.end(photo);
  });
}

async function attemptsOf({ url }: StartedServer, token: string): Promise<number> {
  const answer = await fetch(`${url}/v1/applicant`, { headers: { Authorization: `Bearer ${token}` } });
  const view: unknown = await answer.json();
  textOf(view, 'id');
  const attempts: unknown = typeof view === 'object' && view !== null ? Reflect.get(view, 'attempts') : undefined;
  // The consent is an attempt, too.
  return Array.isArray(attempts) ? attempts.filter((each) => Reflect.get(each, 'media_id') !== null).length : 0;
}

/** Of a process and everything that it started (Linux). */
export function residentMib(pid: number): number {
  const kib = familyOf(pid).reduce((sum, each) => {
    const status = readStatus(each);
    return sum + Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
  }, 0);
  return Math.round(kib / KIB);
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
