/** A carrier's SMSC in a process of its own, so that it takes no time from whoever asks. */
import { Smsc } from '@vidimus/server/smsc';

export type SmscTask = { readonly systemId: string; readonly password: string } | 'seen';
/** Number → when, in milliseconds since 1970: the message was taken, its receipt was. */
export type SmscSeen = {
  readonly port: number;
  readonly arrived: ReadonlyMap<string, number>;
  readonly confirmed: ReadonlyMap<string, number>;
  /** Messages, those to one number twice as well. */
  readonly messages: number;
};

const arrived = new Map<string, number>();
const confirmed = new Map<string, number>();
const state = { port: 0, messages: 0 };

process.on('message', (task: { readonly do: SmscTask }) => void answer(task.do));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(task: SmscTask): Promise<void> {
  if (task !== 'seen') {
    const smsc = await Smsc.listen({
      ...task,
      onMessage: ({ to }) => {
        state.messages += 1;
        arrived.set(to, now());
      },
      onReceiptTaken: (to) => confirmed.set(to, now()),
    });
    state.port = smsc.port;
  }
  const seen: SmscSeen = { ...state, arrived, confirmed };
  process.send?.(seen);
}

/** The same clock in every process of one machine. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
