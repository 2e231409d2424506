import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Smsc, type SmscSettings } from '../simulator/smsc.ts';
import type { Carrier, HandedOver, Receipt } from './carrier.ts';
import { describeCarrier } from './carrier-contract.fixture.ts';
import { smppCarrier } from './smpp-carrier.ts';
import { readReceipt } from './smpp-receipt.ts';
import { segmentText } from './smpp-segments.ts';

const ACCOUNT = { systemId: 'vidimus', password: 'secret' };
const NEVER = new AbortController().signal;

async function openWorld(takeReceipt: (receipt: Receipt) => Promise<'recorded' | 'unknown'> = async () => 'recorded') {
  const arrived: { readonly to: string; readonly text: string }[] = [];
  const settings: SmscSettings = { ...ACCOUNT, secondMs: 50, onMessage: ({ to, text }) => arrived.push({ to, text }) };
  const smsc = await Smsc.listen(settings);
  const carrier = carrierTo(smsc.port, takeReceipt);
  return { arrived, settings, smsc, carrier };
}

function carrierTo(port: number, takeReceipt: (receipt: Receipt) => Promise<'recorded' | 'unknown'>, perSecond = 200) {
  const place = { host: '127.0.0.1', port, tls: false, ...ACCOUNT, systemType: '' };
  return smppCarrier({ ...place, name: 'sms', source: 'Vidimus', perSecond }, takeReceipt);
}

const say = (carrier: Carrier, to: string, text = 'x'): Promise<HandedOver> =>
  carrier.handOver({ reference: 'msg_1', to, body: { text } }, NEVER);

describeCarrier('SMPP', async () => {
  const { arrived, smsc, carrier } = await openWorld();
  return {
    carrier,
    arrived: () => arrived,
    usual: '+50688880001',
    refused: { to: '+50688880921', reason: 'number_not_in_service' },
    busy: '+50688880904',
    stop: () => smsc.close(),
    close: () => carrier.close(),
  };
});

describe('receipts', () => {
  const told: Receipt[] = [];
  let unknownFor = 0;
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeEach(async () => {
    told.length = 0;
    unknownFor = 0;
    world = await openWorld(async (receipt) => {
      unknownFor -= 1;
      if (unknownFor >= 0) return 'unknown';
      told.push(receipt);
      return 'recorded';
    });
  });
  afterEach(async () => {
    await world.carrier.close();
    await world.smsc.close();
  });

  test.each([
    ['0001', { outcome: 'delivered', code: 'DELIVRD 000' }],
    ['0906', { outcome: 'delivered' }],
    ['0907', { outcome: 'delivered' }],
    ['0911', { outcome: 'undelivered', reason: 'absent_subscriber', code: 'UNDELIV 027' }],
    ['0912', { outcome: 'undelivered', reason: 'number_not_in_service' }],
    ['0913', { outcome: 'undelivered', reason: 'blocked_by_carrier' }],
    ['0915', { outcome: 'undelivered', reason: 'roaming' }],
    ['0916', { outcome: 'undelivered', reason: 'handset_full' }],
    ['0918', { outcome: 'undelivered', reason: 'expired_at_carrier' }],
    ['0919', { outcome: 'undelivered', reason: 'carrier_gave_no_reason' }],
  ])('of a number that ends in %s say what became of it', async (ending, expected) => {
    const answer = await say(world.carrier, `+5068888${ending}`);
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 4000 });
    expect(told[0]).toMatchObject({ ...expected, route: 'sms', carrierId: answer.carrierIds.at(-1) });
  });

  test('that are faster than our own note are looked for again', async () => {
    unknownFor = 3;
    await say(world.carrier, '+50688880906');
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 4000 });
  });

  test('of a long message come once, for its last part', async () => {
    const answer = await say(world.carrier, '+50688880001', 'long '.repeat(100));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    expect(answer.carrierIds).toHaveLength(4);
    await wait(300);
    expect(told.map(({ carrierId }) => carrierId)).toEqual([answer.carrierIds.at(-1)]);
  });
});

describe('the connection', () => {
  test('is made anew when it breaks, and when the SMSC starts again', async () => {
    const { arrived, settings, smsc, carrier } = await openWorld();
    await say(carrier, '+50688880001');
    smsc.breakConnections();
    await vi.waitFor(async () => expect(await say(carrier, '+50688880001')).toMatchObject({ kind: 'accepted' }));
    await smsc.close();
    expect((await say(carrier, '+50688880001')).kind).not.toBe('accepted');
    const again = await Smsc.listen({ ...settings, port: smsc.port });
    await vi.waitFor(async () => expect(await say(carrier, '+50688880001')).toMatchObject({ kind: 'accepted' }), {
      timeout: 8000,
    });
    expect(arrived.length).toBeGreaterThan(2);
    await carrier.close();
    await again.close();
  }, 20_000);

  test('that ends while an answer is to come leaves it unknown whether it was taken', async () => {
    const { smsc, carrier } = await openWorld();
    await say(carrier, '+50688880001');
    // The number whose answer comes last: the connection ends before it.
    const answer = say(carrier, '+50688880906');
    await wait(60);
    smsc.breakConnections();
    expect(await answer).toMatchObject({ kind: 'unknown' });
    await carrier.close();
    await smsc.close();
  });

  test('with a wrong password says so', async () => {
    const { smsc } = await openWorld();
    const place = {
      host: '127.0.0.1',
      port: smsc.port,
      tls: false,
      systemId: 'vidimus',
      password: 'x',
      systemType: '',
    };
    const carrier = smppCarrier({ ...place, name: 'sms', source: '12345', perSecond: 10 }, async () => 'recorded');
    expect(await say(carrier, '+50688880001')).toEqual({ kind: 'later', reason: 'route_failed', code: 'bind 0xe' });
    await carrier.close();
    await smsc.close();
  }, 10_000);

  test('carries no more a second than the SMSC takes', async () => {
    const { smsc } = await openWorld();
    const carrier = carrierTo(smsc.port, async () => 'recorded', 20);
    const startedMs = performance.now();
    await Promise.all(Array.from({ length: 21 }, () => say(carrier, '+50688880001')));
    expect(performance.now() - startedMs).toBeGreaterThan(950);
    await carrier.close();
    await smsc.close();
  });
});

describe('parts', () => {
  test('fit a short message, and together they are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.nat(255), (text, reference) => {
        const { parts } = segmentText(text, reference);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(160);
        if (parts.length > 1) {
          for (const [at, part] of parts.entries()) {
            expect([...part.subarray(0, 6)]).toEqual([5, 0, 3, reference, parts.length, at + 1]);
          }
        }
      }),
    );
  });

  test.each([
    ['a'.repeat(160), 0, 1],
    ['a'.repeat(161), 0, 2],
    ['€'.repeat(80), 0, 1],
    [`${'a'.repeat(152)}€${'a'.repeat(20)}`, 0, 2],
    ['я'.repeat(70), 8, 1],
    ['я'.repeat(71), 8, 2],
    [`${'я'.repeat(66)}😀${'я'.repeat(10)}`, 8, 2],
  ])('%j is coded %i, in %i', (text, dataCoding, count) => {
    const segments = segmentText(text, 1);
    expect(segments.dataCoding).toBe(dataCoding);
    expect(segments.parts).toHaveLength(count);
  });
});

describe('a receipt', () => {
  const NOTHING = { esmClass: 0x04, messageId: undefined, messageState: undefined, networkError: undefined, text: '' };

  test('is read from fields, from text, and from the network’s own error', () => {
    const text = 'id:00A7 sub:001 dlvrd:000 submit date:2603010900 done date:2603010901 stat:UNDELIV err:006 text:Your';
    expect(readReceipt({ ...NOTHING, text })).toEqual({
      carrierId: '00A7',
      code: 'UNDELIV 006',
      outcome: 'undelivered',
      reason: 'absent_subscriber',
    });
    expect(readReceipt({ ...NOTHING, messageId: 'x', messageState: 5, networkError: 1 })).toMatchObject({
      reason: 'number_not_in_service',
      code: 'state 5 1',
    });
    expect(readReceipt({ ...NOTHING, text }, { '006': 'content_refused' })).toMatchObject({
      reason: 'content_refused',
    });
    expect(readReceipt({ ...NOTHING, esmClass: 0, text })).toBeUndefined();
    expect(readReceipt({ ...NOTHING, messageId: 'x', messageState: 1 })).toMatchObject({ outcome: 'on_its_way' });
  });

  test('never throws, and its code stays short, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.record({
          esmClass: fc.nat(255),
          messageId: fc.option(fc.string(), { nil: undefined }),
          messageState: fc.option(fc.nat(255), { nil: undefined }),
          networkError: fc.option(fc.nat(65_535), { nil: undefined }),
          text: fc.oneof(
            fc.string(),
            fc.string().map((word) => `id:${word} stat:${word} err:${word}`),
          ),
        }),
        (fields) => {
          const receipt = readReceipt(fields);
          if (receipt !== undefined) expect(receipt.code.length).toBeLessThan(24);
        },
      ),
    );
  });
});
