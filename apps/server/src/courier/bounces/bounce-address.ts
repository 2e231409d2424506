/** Where the mail servers of others send what they could not deliver: an envelope sender of its own for each message, which nobody can guess. */
import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '../../vault/vault.ts';

const PURPOSE = 'bounce address';
/** In hex: 80 bits. With it the part before the @ has 55 characters of the 64 that there may be (RFC 5321 §4.5.3.1.1). */
const TAG_CHARACTERS = 20;
const LOCAL_PART = /^b\+([0-9a-hjkmnp-tv-z]{26})-([0-9a-f]{20})$/;

/** `reference`: id of the message. In small letters, since some servers write all addresses so. */
export function bounceAddress(vault: Pick<Vault, 'blindIndex'>, domain: string, reference: string): string {
  return `b+${reference.replace(/^msg_/, '').toLowerCase()}-${tagOf(vault, reference)}@${domain}`;
}

/** The message that an address of ours is about; undefined for every other address. */
export function readBounceAddress(
  vault: Pick<Vault, 'blindIndex'>,
  domain: string,
  address: string,
): string | undefined {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return undefined;
  const [, id, tag] = LOCAL_PART.exec(address.slice(0, Math.max(0, at)).toLowerCase()) ?? [];
  if (id === undefined || tag === undefined) return undefined;
  const reference = `msg_${id.toUpperCase()}`;
  return timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(vault, reference))) ? reference : undefined;
}

function tagOf(vault: Pick<Vault, 'blindIndex'>, reference: string): string {
  return vault.blindIndex(PURPOSE, reference).toString('hex').slice(0, TAG_CHARACTERS);
}
