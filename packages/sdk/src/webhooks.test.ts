import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { verifyWebhook, WebhookRefused } from './webhooks.ts';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const BODY =
  '{"type":"verification.approved","timestamp":"2026-03-01T09:00:00.000Z","data":{"id":"ver_1","state":"approved"}}';

function signed(at: Date, body = BODY) {
  return {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')} ${new Webhook(SECRET).sign('evt_1', at, body)}`,
  };
}

test.each([
  ['headers of Node', signed(new Date()), BODY],
  ['headers of fetch', new Headers(signed(new Date())), BODY],
  ['the bytes of a body', signed(new Date()), Buffer.from(BODY)],
])('%s that are signed give the event and its id', (_, headers, body) => {
  expect(verifyWebhook(headers, body, SECRET)).toEqual({
    id: 'evt_1',
    type: 'verification.approved',
    timestamp: '2026-03-01T09:00:00.000Z',
    data: { id: 'ver_1', state: 'approved' },
  });
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
test.each([
  ['another body', signed(new Date()), BODY.replace('approved', 'declined'), SECRET],
  ['a body with another space', signed(new Date()), BODY.replace(',', ', '), SECRET],
  ['another secret', signed(new Date()), BODY, `whsec_${Buffer.alloc(32, 2).toString('base64')}`],
  ['a webhook of six minutes ago', signed(minutesAgo(6)), BODY, SECRET],
  ['a webhook of a clock six minutes ahead', signed(minutesAgo(-6)), BODY, SECRET],
  ['no headers', {}, BODY, SECRET],
  ['a header that came twice', { ...signed(new Date()), 'webhook-id': ['evt_1', 'evt_1'] }, BODY, SECRET],
])('%s is refused', (_, headers, body, secret) => {
  expect(() => verifyWebhook(headers, body, secret)).toThrow(WebhookRefused);
});
