/** Where messages go: what an outage is of. */
import type { Channel } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';

export type Place = {
  readonly mode: Mode;
  readonly channel: Channel;
  /** Null: wherever it goes. */
  readonly country: string | null;
  /** Null: the whole country. */
  readonly prefix: string | null;
  /** Null: by every route. */
  readonly route: string | null;
};

/** Whether what is true of `wide` is true of `narrow`: messages of every route go by this one, too. */
export function covers(wide: Place, narrow: Place): boolean {
  const isWithin = (a: string | null, b: string | null) => a === null || a === b;
  return (
    wide.mode === narrow.mode &&
    wide.channel === narrow.channel &&
    isWithin(wide.country, narrow.country) &&
    isWithin(wide.prefix, narrow.prefix) &&
    isWithin(wide.route, narrow.route)
  );
}

/** The same for the same place. */
export function placeKey({ mode, channel, country, prefix, route }: Place): string {
  return JSON.stringify([mode, channel, country, prefix, route]);
}
