import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { listenHttp } from './http-listener.ts';
import { lingerOver } from './linger.ts';

const UPLOADS = 200;
const BYTES = 5_000_000;
const PHOTO = Buffer.alloc(BYTES, 'x');

const head = (bytes: number) => `PUT /photo HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${bytes}\r\n\r\n`;

/** As browsers do it: the whole body first, and the answer afterwards. The status, or how the connection ended. */
async function upload(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write(head(BYTES));
      socket.write(PHOTO, () => resolve());
    });
    return (await text(socket)).slice(9, 12);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'broken';
  } finally {
    socket.destroy();
  }
}

test(`each of ${UPLOADS} uploads that nobody reads gets its answer, and no connection is left`, {
  timeout: 60_000,
}, async () => {
  const answer = async () =>
    new Response('busy', { status: 503, headers: { connection: 'close', 'retry-after': '5' } });
  const listening = await listenHttp(answer, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  const statuses = await Promise.all(Array.from({ length: UPLOADS }, () => upload(listening.value.port)));
  expect(new Set(statuses)).toEqual(new Set(['503']));
  // Would wait for those that are left until it cuts them off.
  const startedMs = performance.now();
  await listening.value.close(10_000);
  expect(performance.now() - startedMs).toBeLessThan(5000);
});

test.each([
  ['too long', { longestMs: 300, mostBytes: Number.POSITIVE_INFINITY }],
  ['too much', { longestMs: 60_000, mostBytes: 1_000_000 }],
])('whoever goes on sending for %s is cut off', { timeout: 20_000 }, async (_, bounds) => {
  const server = createServer((incoming, outgoing) => {
    lingerOver(incoming, bounds);
    outgoing.writeHead(503, { connection: 'close' }).end('busy');
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const socket: Socket = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {}); // that it ends is what is looked at
  socket.write(head(Number.MAX_SAFE_INTEGER));
  const sending = setInterval(() => socket.write(Buffer.alloc(100_000)), 10);
  await ended;
  clearInterval(sending);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
