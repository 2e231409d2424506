/** What every carrier holds to, whatever is behind it. Each adapter's test runs it over a real socket. */
import type { UndeliveredReason } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Carrier, HandedOver } from './carrier.ts';

export type CarrierWorld = {
  readonly carrier: Carrier;
  /** Texts that arrived behind the carrier, decoded, the oldest first. */
  readonly arrived: () => readonly { readonly to: string; readonly text: string }[];
  /** A number or address that is refused for good, and why. */
  readonly refused: { readonly to: string; readonly reason: UndeliveredReason };
  /** One that is put off. */
  readonly busy: string;
  readonly usual: string;
  /** Ends what is behind the carrier, so that nobody answers. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const NEVER = new AbortController().signal;
const TEXTS = [
  'Your code is 123456.',
  'Твій код: 123456. Нікому його не кажи.',
  'رمزك هو 123456 😀',
  `A long one: ${'0123456789 '.repeat(40)}the end.`,
  `Довга: ${'літера '.repeat(60)}😀 кінець.`,
];

/** Describes the suite; `open` makes the world anew. */
export function describeCarrier(name: string, open: () => Promise<CarrierWorld>): void {
  describe(`${name} as a carrier`, () => {
    let world: CarrierWorld;
    let count = 0;
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());
    const handOver = (to: string, text = 'x'): Promise<HandedOver> => {
      count += 1;
      return world.carrier.handOver({ reference: `msg_${count}`, to, body: { text, subject: 'Subject' } }, NEVER);
    };

    test.each(TEXTS)('brings %j as it is', async (text) => {
      const answer = await handOver(world.usual, text);
      expect(answer).toMatchObject({ kind: 'accepted' });
      if (answer.kind === 'accepted') expect(answer.carrierIds.length).toBeGreaterThan(0);
      expect(world.arrived().at(-1)).toEqual({ to: world.usual, text });
    });

    test('says of several at a time which is whose', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => handOver(world.usual, `number ${at}`)));
      const ids = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.carrierIds : []));
      expect(new Set(ids).size).toBe(20);
      expect(
        new Set(
          world
            .arrived()
            .slice(-20)
            .map(({ text }) => text),
        ).size,
      ).toBe(20);
    });

    test('says why something is refused, in a short code that quotes nothing', async () => {
      const answer = await handOver(world.refused.to, 'secret 987654');
      expect(answer).toMatchObject({ kind: 'refused', reason: world.refused.reason });
      expect(answer.code.length).toBeLessThan(40);
      expect(answer.code).not.toMatch(/987654|@|\d{7,}/);
    });

    test('says "later" for a carrier that is busy', async () => {
      expect(await handOver(world.busy)).toMatchObject({ kind: 'later', reason: 'throttled' });
    });

    test('says "later" where nobody answers', async () => {
      await world.stop();
      expect(await handOver(world.usual)).toMatchObject({ kind: 'later', reason: 'route_failed' });
    });
  });
}
