import type { StartedServer } from '../server/started-server.ts';
import type { SmscSeen } from './smsc-worker.ts';

/** What a part of the bench `codes` measures with. */
export type CodesWorld = {
  readonly server: StartedServer;
  /** What has reached the carrier. */
  readonly smsc: () => Promise<SmscSeen>;
  readonly note: (text: string) => void;
};
