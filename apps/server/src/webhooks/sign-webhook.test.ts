import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { secretText, signWebhook } from './sign-webhook.ts';

const MESSAGE = { id: 'evt_01', at: new Date(), body: '{"type":"verification.approved"}' };
const NEW = secretText(randomBytes(32));
const OLD = secretText(randomBytes(32));

test('the headers verify with the secret, and with no other', () => {
  const headers = { ...signWebhook(MESSAGE, [NEW]) };
  expect(new Webhook(NEW).verify(MESSAGE.body, headers)).toEqual({ type: 'verification.approved' });
  expect(() => new Webhook(OLD).verify(MESSAGE.body, headers)).toThrow();
});

test('with two secrets a receiver that holds either is content', () => {
  const headers = { ...signWebhook(MESSAGE, [NEW, OLD]) };
  for (const secret of [NEW, OLD]) expect(new Webhook(secret).verify(MESSAGE.body, headers)).toBeDefined();
});

test.each([
  ['body', { ...MESSAGE, body: '{"type":"verification.declined"}' }],
  ['id', { ...MESSAGE, id: 'evt_02' }],
  ['time', { ...MESSAGE, at: new Date(MESSAGE.at.getTime() + 1000) }],
])('another %s has another signature', (_, other) => {
  expect(signWebhook(other, [NEW])['webhook-signature']).not.toBe(signWebhook(MESSAGE, [NEW])['webhook-signature']);
});

test('it is HMAC-SHA256 of id, time and body, as the standard says', () => {
  const key = Buffer.from(NEW.replace('whsec_', ''), 'base64');
  const headers = signWebhook(MESSAGE, [NEW]);
  const content = `${MESSAGE.id}.${headers['webhook-timestamp']}.${MESSAGE.body}`;
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(content).digest('base64')}`);
});

test('a secret that is too short is a mistake', () => {
  expect(() => secretText(randomBytes(16))).toThrow(/32 bytes/);
});
