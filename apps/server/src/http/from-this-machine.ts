/** Whether whoever asks sits at this machine: for pages of a demonstration, which show what is sent to people. */
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** A page of elsewhere that a browser here shows can have its own name lead to this machine; it cannot choose the Host. */
const OWN_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** A proxy on this machine speaks for others, and nearly all of them say so in one of these. */
const OF_A_PROXY =
  /^(?:forwarded|via|true-client-ip|client-ip|(?:x-(?:forwarded|real|original|client|cluster|envoy|amzn|arr)|cf|fly)-.*)$/;

type Asking = Pick<IncomingMessage, 'headers' | 'httpVersion'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress' | 'localPort'>;
};

/**
 * From the loopback, by a name and the port of this machine, and through nothing else. A proxy that was told to say nothing of
 * itself, and to write another Host, cannot be told apart: with a public address (`VIDIMUS_PUBLIC_URL`) there are no such pages at all.
 */
export function isFromThisMachine(incoming: Asking | undefined): boolean {
  if (incoming === undefined) return false;
  const { headers, httpVersion, socket } = incoming;
  const remote = socket.remoteAddress ?? '';
  if (!ipaddr.isValid(remote) || ipaddr.process(remote).range() !== 'loopback') return false;
  if (Object.keys(headers).some((name) => OF_A_PROXY.test(name))) return false;
  // Browsers speak 1.1 or better; proxies that were told nothing speak 1.0 to what is behind them.
  if (httpVersion === '1.0') return false;
  const { host = '' } = headers;
  const port = /:(\d+)$/.exec(host)?.[1] ?? '80';
  return OWN_HOSTS.has(host.replace(/:\d+$/, '').toLowerCase()) && Number(port) === socket.localPort;
}
