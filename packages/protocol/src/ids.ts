import { z } from 'zod';

/** An id on the wire: what it names, and a ULID: `ver_01J9ZKQW4E…`. */
export function idSchema(prefix: string) {
  return z.string().regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), `an id that begins with ${prefix}_`);
}

/** A moment, RFC 3339 in UTC. */
export const instantSchema = z.iso.datetime();
/** A day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
/** ISO 3166-1 alpha-3, or one of ICAO's own three-letter codes (Doc 9303-3 §5). */
export const stateCodeSchema = z.string().regex(/^[A-Z]{3}$/, 'three capital letters, e.g. CRI (ISO 3166-1 alpha-3)');
export const modeSchema = z.enum(['live', 'test']);
