/** What the simulated carriers brought, in memory: gone when the process ends. */
import type { Channel } from '@vidimus/protocol';

export type Arrived = {
  /** From 1. */
  readonly id: number;
  readonly at: Date;
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
  readonly subject: string | undefined;
  readonly text: string;
  readonly route: string;
};

export type Inbox = {
  readonly add: (message: Omit<Arrived, 'id' | 'at'>) => void;
  /** The newest first. */
  readonly all: () => readonly Arrived[];
};

/** A page shows so many at most; who tries this out reads the last few. */
const MOST = 200;

export function openInbox(clock: () => Date): Inbox {
  const kept: Arrived[] = [];
  let count = 0;
  return {
    add: (message) => {
      count += 1;
      kept.unshift({ ...message, id: count, at: clock() });
      kept.length = Math.min(kept.length, MOST);
    },
    all: () => kept,
  };
}
