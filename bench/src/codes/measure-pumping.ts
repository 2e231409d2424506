import { askAtRate, mobileNumbers } from './code-sender.ts';
import type { CodesWorld } from './measure-codes.ts';

const SENDS = 5000;
const PER_SECOND = 100;

/** Somebody has codes sent to numbers of one prefix, none of which is ever entered. */
export async function measurePumping({ server, smsc, note }: CodesWorld): Promise<string> {
  note(`${SENDS} codes over one prefix, ${PER_SECOND} a second …`);
  const asked = await askAtRate(server, mobileNumbers(0, SENDS, 1), PER_SECOND);
  const begun = Math.min(...asked.map(({ askedAt }) => askedAt));
  const count = (said: string) => asked.filter((one) => one.said === said).length;
  const firstOf = (said: string) => {
    const times = asked.filter((one) => one.said === said).map(({ answeredAt }) => answeredAt - begun);
    return times.length === 0 ? 'never' : `after ${(Math.min(...times) / 1000).toFixed(1)} s`;
  };
  const others = asked.filter(({ said }) => !['201', LIMIT, BREAKER].includes(said));
  const { messages } = await smsc();
  return [
    `${SENDS} codes asked for over one prefix at ${PER_SECOND} a second, none of them entered: ${count('201')} were taken and ${messages} reached the carrier before the cap of the prefix stopped the rest (first ${firstOf(LIMIT)}, ${count(LIMIT)} refused by it); the breaker opened ${firstOf(BREAKER)} (${count(BREAKER)} refused by it); ${others.length} answered otherwise${others.length === 0 ? '' : ` (${[...new Set(others.map(({ said }) => said))].join(', ')})`}.`,
  ].join('\n');
}

const LIMIT = 'contact-code.limit-reached';
const BREAKER = 'contact-code.prefix-stopped';
