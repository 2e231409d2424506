import { openAccountDesk } from '@vidimus/server/account-desk';
import { median } from '../percentile.ts';

const PAIRS = 250;
const WARM_PAIRS = 20;
const KNOWN = 'known@example.com';
const UNKNOWN = 'nobody@example.com';
const WINDOW_MS = 3_600_000;
/** More than are asked for, so that each is answered in full. */
const LIMITS = {
  contact: [{ most: 100_000, windowMs: WINDOW_MS }],
  network_address: [],
  prefix: [],
  country: [],
  organization: [],
};

/** How long a code to sign in takes that is asked for with a contact that has an account, and with one that nobody has. */
export async function measureAccounts(note: (text: string) => void): Promise<string> {
  const desk = await openAccountDesk('embedded', LIMITS);
  try {
    await desk.keep(KNOWN);
    const timed = async (to: string): Promise<number> => {
      const begun = performance.now();
      await desk.ticketOf('askAccountCode', { body: { channel: 'email', to } });
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    note(`${2 * PAIRS} codes to sign in, half of them to nobody …`);
    for (let pair = -WARM_PAIRS; pair < PAIRS; pair += 1) {
      // In turn, and each first as often: what else the machine does falls on both.
      const order = pair % 2 === 0 ? [KNOWN, UNKNOWN] : [UNKNOWN, KNOWN];
      for (const to of order) {
        const ms = await timed(to);
        if (pair >= 0) (to === KNOWN ? known : unknown).push(ms);
      }
    }
    const [a, b] = [median(known), median(unknown)];
    return `## Known and unknown contacts

A code to sign in, asked for ${PAIRS} times with a contact that has an account and as often with one that nobody has, in turn, in one
process without the network: medians ${a.toFixed(2)} and ${b.toFixed(2)} ms, ${Math.abs(a - b).toFixed(2)} ms apart (wanted: under 5).`;
  } finally {
    await desk.close();
  }
}
