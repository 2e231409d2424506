import { expect, test } from 'vitest';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { askSlots, type ProviderSlot, type SlotAnswer } from './provider-slot.ts';

const QUESTION = { verificationId: 'ver_1', document: REPORT_ON_FILE.document };
const { signal } = new AbortController();
const says = (answer: Awaited<ReturnType<ProviderSlot['ask']>>): ProviderSlot => ({
  provider: 'register',
  ask: async () => answer,
});
const answers = (value: SlotAnswer) => says({ ok: true, value });
const failed = {
  outcome: 'failed',
  code: 'record_not_confirmed',
  evidence: { measure: 'record', observed: false },
} as const;

test.each<readonly [string, ProviderSlot | undefined, readonly object[]]>([
  ['confirms', answers({ outcome: 'confirmed' }), []],
  ['does not know it', answers(failed), [{ code: 'record_not_confirmed', class: 'supply' }]],
  ['cannot tell', answers({ outcome: 'inconclusive', because: 'two' }), [{ code: 'review_required', class: 'human' }]],
  [
    'is out of order',
    says({ ok: false, error: { code: 'slot.unavailable', observed: '503' } }),
    [{ code: 'provider_unavailable', class: 'ours', evidence: [{ observed: '503' }] }],
  ],
  [
    'is not there',
    undefined,
    [{ code: 'review_required', class: 'human', evidence: [{ facts: { source: 'nobody' } }] }],
  ],
])('where the provider %s', async (_, registry, reasons) => {
  const slots = registry === undefined ? {} : { registry };
  expect(await askSlots(slots, ['registry'], QUESTION, signal)).toMatchObject(reasons);
});

test('each place is asked that is wanted, and no other', async () => {
  const asked: string[] = [];
  const slot = (name: string): ProviderSlot => ({
    provider: name,
    ask: async () => {
      asked.push(name);
      return { ok: true, value: { outcome: 'confirmed' } };
    },
  });
  const slots = { registry: slot('registry'), screening: slot('screening') };
  expect(await askSlots(slots, ['screening'], QUESTION, signal)).toEqual([]);
  expect(asked).toEqual(['screening']);
});
