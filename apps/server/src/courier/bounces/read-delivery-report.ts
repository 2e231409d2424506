/** What a mail server tells of a mail that it took and could not pass on (RFC 3464, in a multipart/report of RFC 6522). */
import type { Readable } from 'node:stream';
import type { UndeliveredReason } from '@vidimus/protocol';
import { simpleParser } from 'mailparser';
import { mailStatusReason } from '../smtp-answer.ts';

export type DeliveryReport = { readonly code: string } & (
  | { readonly outcome: 'on_its_way' }
  | { readonly outcome: 'undelivered'; readonly reason: UndeliveredReason }
);

/** Class, subject and detail (RFC 3463 §2). */
const STATUS = /^([245])\.(\d{1,3}\.\d{1,3})(?!\S)/;

/** Undefined for what is no such report: an answer of a person, of a machine, advertising. Rejects when the stream breaks. */
export async function readDeliveryReport(mail: Readable | Buffer): Promise<DeliveryReport | undefined> {
  const { attachments } = await simpleParser(mail, { keepDeliveryStatus: true, skipTextToHtml: true });
  const status = attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (status === undefined) return undefined;
  // Groups of fields, the first about the whole mail. Ours went to one person: the first that says what became of it is meant.
  const groups = status.content.toString('utf8').split(/\r?\n[ \t]*\r?\n/);
  for (const group of groups) {
    const { headers } = await simpleParser(`${group}\r\n\r\n`);
    const report = reportOf(String(headers.get('action') ?? ''), String(headers.get('status') ?? ''));
    if (report !== undefined) return report;
  }
  return undefined;
}

function reportOf(action: string, status: string): DeliveryReport | undefined {
  const [code, level, detail] = STATUS.exec(status.trim()) ?? [];
  if (action === '' || code === undefined || detail === undefined) return undefined;
  if (action.trim().toLowerCase() !== 'failed') return { code: `DSN ${code}`, outcome: 'on_its_way' };
  return { code: `DSN ${code}`, outcome: 'undelivered', reason: mailStatusReason(detail, level === '4') };
}
