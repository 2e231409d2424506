import { askTogether, mobileNumbers } from './code-sender.ts';
import type { CodesWorld } from './codes-world.ts';

const SENDS = 5000;
const AT_ONCE = 32;
const MOST_MS = 80_000;

/** Somebody has codes sent to numbers of one prefix, none of which is ever entered. */
export async function measurePumping({ server, smsc, note }: CodesWorld): Promise<string> {
  note(`${SENDS} codes over one prefix, ${AT_ONCE} at a time …`);
  const asked = await askTogether(server, mobileNumbers(0, SENDS, 1), AT_ONCE, MOST_MS);
  const seconds =
    (Math.max(...asked.map(({ answeredAt }) => answeredAt)) - Math.min(...asked.map(({ askedAt }) => askedAt))) / 1000;
  const begun = Math.min(...asked.map(({ askedAt }) => askedAt));
  const count = (said: string) => asked.filter((one) => one.said === said).length;
  const firstOf = (said: string) => {
    const times = asked.filter((one) => one.said === said).map(({ answeredAt }) => answeredAt - begun);
    return times.length === 0 ? 'never' : `after ${(Math.min(...times) / 1000).toFixed(1)} s`;
  };
  const others = asked.filter(({ said }) => !['201', LIMIT, BREAKER].includes(said));
  const { messages } = await smsc();
  return [
    `${asked.length} codes asked for over one prefix in ${seconds.toFixed(0)} s, ${AT_ONCE} requests at a time, none of them entered: ${count('201')} were taken and ${messages} reached the carrier before the rest was stopped: by the cap of the prefix (first ${firstOf(LIMIT)}, ${count(LIMIT)} refused), by the breaker (opened ${firstOf(BREAKER)} ${count(BREAKER)} refused); ${others.length} answered otherwise${others.length === 0 ? '' : ` (${[...new Set(others.map(({ said }) => said))].join(', ')})`}.`,
  ].join('\n');
}

const LIMIT = 'contact-code.limit-reached';
const BREAKER = 'contact-code.prefix-stopped';
