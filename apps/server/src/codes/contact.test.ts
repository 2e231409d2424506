import { CHANNELS } from '@vidimus/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContact } from './contact.ts';

test.each([
  ['sms', '+506 8888-0001', { to: '+50688880001', country: 'CRI', prefix: '506888', hint: '+506 … 01' }],
  ['sms', '+44 7400 123456', { to: '+447400123456', country: 'GBR', prefix: '44740' }],
  ['sms', '+1 202 456 1111', { to: '+12024561111', country: 'USA' }],
  ['call', '+506 2222 3333', { to: '+50622223333', country: 'CRI' }],
  ['push', ' person-4711 ', { kind: 'push', to: 'person-4711', country: null, prefix: null, hint: '…11' }],
  ['push', 'dGhpcyBpcyBh+IHRva2Vu/Lw==', { to: 'dGhpcyBpcyBh+IHRva2Vu/Lw==', hint: '…Lw==' }],
  ['push', 'fMx3:APA91bH_q-Zk', { to: 'fMx3:APA91bH_q-Zk', hint: '…q-Zk' }],
  ['push', 'PushToken[xY12]', { to: 'PushToken[xY12]', hint: '…12]' }],
  ['push', 'abc', { to: 'abc', hint: '…' }],
  ['email', ' Anna@Exämple.com', { to: 'anna@xn--exmple-cua.com', country: null, hint: 'a…@xn--exmple-cua.com' }],
] as const)('%s to %s', (channel, typed, expected) => {
  expect(readContact(channel, typed)).toMatchObject({ ok: true, value: expected });
});

test.each([
  ['sms', '88880001', 'contact.not-a-number'],
  ['sms', 'hello', 'contact.not-a-number'],
  ['sms', '+50612', 'contact.not-a-number'],
  ['sms', '+506 8888 0001 ext. 5', 'contact.not-a-number'],
  ['sms', '+506 0000 0000', 'contact.not-assigned'],
  ['sms', '+506 2222 3333', 'contact.landline'],
  ['whatsapp', '+506 2222 3333', 'contact.landline'],
  ['sms', '+506 9001234567', 'contact.costs-too-much'],
  ['call', '+44 909 879 0879', 'contact.costs-too-much'],
  ['call', '+44 70 1234 5678', 'contact.costs-too-much'],
  ['sms', '+881 612 345 678', 'contact.costs-too-much'],
  ['sms', '+870 773 111 632', 'contact.costs-too-much'],
  ['sms', '+883 510 012 34567', 'contact.costs-too-much'],
  ['push', '+50688880001', 'contact.not-a-push-reference'],
  ['push', 'anna@example.com', 'contact.not-a-push-reference'],
  ['push', 'two words', 'contact.not-a-push-reference'],
  ['push', 'ab', 'contact.not-a-push-reference'],
  ['push', 'a'.repeat(255), 'contact.not-a-push-reference'],
  ['push', '{reference}', 'contact.not-a-push-reference'],
  ['push', 'a\r\nX-Header: b', 'contact.not-a-push-reference'],
  ['push', 'застосунок', 'contact.not-a-push-reference'],
  ['email', 'anna', 'contact.not-an-address'],
  ['email', 'a@b.com, c@d.com', 'contact.not-an-address'],
] as const)('no %s to %s: %s', (channel, typed, code) => {
  expect(readContact(channel, typed)).toMatchObject({ ok: false, error: { code } });
});

test('nothing that is typed makes it throw, and what it takes reads the same again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CHANNELS),
      fc.oneof(fc.string(), fc.stringMatching(/^\+\d{5,15}$/), fc.stringMatching(/^[\w:[\]-]{1,40}$/)),
      (channel, typed) => {
        const read = readContact(channel, typed);
        if (!read.ok) return;
        expect(readContact(channel, read.value.to)).toEqual(read);
        // What is shown to somebody tells too little to reach them.
        if (read.value.kind === 'push')
          expect(read.value.hint.length - 1).toBeLessThanOrEqual(read.value.to.length / 4);
      },
    ),
  );
});
