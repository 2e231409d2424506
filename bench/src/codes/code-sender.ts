import type { StartedServer } from '../server/started-server.ts';

/** How a request for a code was answered; times in milliseconds since 1970. */
export type Asked = {
  readonly to: string;
  readonly askedAt: number;
  readonly answeredAt: number;
  /** 201, or the problem's code. */
  readonly said: string;
};

/** Asks for one code by short message. */
async function askForCode({ url, liveKey }: StartedServer, to: string): Promise<Asked> {
  const askedAt = now();
  const answer = await fetch(`${url}/v1/contact-codes`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${liveKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ channel: 'sms', to, purpose: 'sign_in' }),
  });
  const body: unknown = await answer.json();
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  return { to, askedAt, answeredAt: now(), said: typeof code === 'string' ? code : String(answer.status) };
}

/** So many at a fixed rate, whether answers come or not. */
export async function askAtRate(
  server: StartedServer,
  numbers: readonly string[],
  perSecond: number,
): Promise<readonly Asked[]> {
  const begun = performance.now();
  const asking: Promise<Asked>[] = [];
  for (const [at, to] of numbers.entries()) {
    const wait = begun + (at * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    asking.push(askForCode(server, to));
  }
  return Promise.all(asking);
}

/** So many at a time, one after another, for so long at most. */
export async function askTogether(
  server: StartedServer,
  numbers: readonly string[],
  atOnce: number,
  mostMs = Number.POSITIVE_INFINITY,
): Promise<readonly Asked[]> {
  const left = [...numbers];
  const asked: Asked[] = [];
  const endsAt = performance.now() + mostMs;
  const asker = async () => {
    while (performance.now() < endsAt) {
      const to = left.shift();
      if (to === undefined) return;
      asked.push(await askForCode(server, to));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  return asked;
}

const FIRST_PREFIX = 831;
const PREFIXES = 60;

/** Mobile numbers of Costa Rica, each once, over `prefixes` of its three-digit prefixes. */
export function mobileNumbers(from: number, count: number, prefixes = PREFIXES): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const nth = from + at;
    const prefix = FIRST_PREFIX + (nth % prefixes);
    return `+506${prefix}${String(Math.floor(nth / prefixes)).padStart(5, '0')}`;
  });
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
