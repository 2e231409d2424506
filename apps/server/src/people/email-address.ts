/** One spelling for one address, so that it is found again however it was typed. */
import { domainToASCII } from 'node:url';

/**
 * Lower case throughout (RFC 5321 §2.4 lets the part before the @ differ by case, and no provider makes use of it), NFC, and the
 * domain as DNS spells it. Keeps dots and +tags: whether they matter is the provider's affair.
 */
export function normaliseEmail(typed: string): string {
  const email = typed.trim().normalize('NFC').toLowerCase();
  const at = email.lastIndexOf('@');
  if (at < 0) return email;
  const domain = email.slice(at + 1);
  return `${email.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
